import { defineConfig } from 'vitest/config'

/** The tests that mutants of the domain are held against: those of the domain itself, which need no database. */
export default defineConfig({
	test: {
		include: [
			'tests/domain/agenda-gate/**/*.test.ts',
			'tests/domain/audit-chain/**/*.test.ts',
			'tests/domain/calendar/**/*.test.ts',
			'tests/domain/matter-record/**/*.test.ts',
			'tests/domain/meeting/**/*.test.ts',
			'tests/domain/permission/**/*.test.ts',
			'tests/domain/review-workflow/**/*.test.ts',
		],
		testTimeout: 30_000,
	},
})
