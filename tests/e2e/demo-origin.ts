import { inject } from 'vitest'

/** The address of this worker's own server: what one file does is not in another's way. */
export function demoOrigin(): string {
	const origins = inject('demoOrigins')
	const origin = origins[Number(process.env['VITEST_POOL_ID']) - 1]
	if (!origin)
		throw new Error(`worker ${process.env['VITEST_POOL_ID']} has none of ${origins.length} servers`)
	return origin
}
