import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** So many papers may be checked from one address in a quarter of an hour: a desk with a pile of them, and no guessing of codes. */
const perAddress = new RateLimiterMemory({ points: 60, duration: 900 })

/** Takes one check of this address; minutes until the next one is answered, 0 where this one is. */
export async function takeCheck(address: string): Promise<number> {
	try {
		await perAddress.consume(address)
		return 0
	} catch (error) {
		if (!(error instanceof RateLimiterRes)) throw error
		return Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
	}
}
