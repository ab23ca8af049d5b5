import { defineConfig } from 'vitest/config'

export default defineConfig({
	test: {
		include: ['tests/**/*.test.{ts,tsx}'],
		exclude: ['tests/e2e/**', 'tests/office/**', 'node_modules/**'],
		globalSetup: ['tests/support/databases.setup.ts'],
		// One worker a core: by default a machine of two cores has one worker only.
		maxWorkers: '100%',
		// A worker loads the program once, not once a file: half of the time went there. No test changes a module.
		isolate: false,
		testTimeout: 180_000,
		hookTimeout: 180_000,
	},
})
