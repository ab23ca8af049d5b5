import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Five failures lock an account's name for a quarter of an hour; an address gets more, because offices share one. */
const perName = new RateLimiterMemory({ points: 5, duration: 900, blockDuration: 900 })
const perAddress = new RateLimiterMemory({ points: 50, duration: 900, blockDuration: 900 })

/** The minutes until this name or address may try again, or 0. */
export async function minutesToWait(loginName: string, address: string): Promise<number> {
	const [name, place] = await Promise.all([perName.get(loginName), perAddress.get(address)])
	const waits = [isSpent(name, 5), isSpent(place, 50)]
	return Math.max(...waits)
}

/** Notes a failure. */
export async function noteFailure(loginName: string, address: string): Promise<void> {
	await Promise.all([consume(perName, loginName), consume(perAddress, address)])
}

/** Forgets the failures of a name that got in. */
export async function forgetFailures(loginName: string): Promise<void> {
	await perName.delete(loginName)
}

function isSpent(state: RateLimiterRes | null, points: number): number {
	if (!state || state.consumedPoints < points) return 0
	return Math.max(1, Math.ceil(state.msBeforeNext / 60_000))
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key)
	} catch (error) {
		if (!(error instanceof RateLimiterRes)) throw error
	}
}
