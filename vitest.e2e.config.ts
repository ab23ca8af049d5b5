import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The pages take longer than all journeys together: they start first, and the journeys run beside them. */
class PagesFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const isPages = (file: TestSpecification) => Number(file.moduleId.endsWith('/pages.test.ts'))
		return (await super.sort(files)).toSorted((one, other) => isPages(other) - isPages(one))
	}
}

export default defineConfig({
	test: {
		include: ['tests/e2e/**/*.test.ts'],
		globalSetup: ['tests/e2e/demo-server.setup.ts'],
		testTimeout: 300_000,
		hookTimeout: 240_000,
		maxWorkers: 2,
		sequence: { sequencer: PagesFirst },
	},
})
