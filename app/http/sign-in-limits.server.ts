import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { foldLoginName } from '#app/domain/account/login-name.ts'

/** Five failures lock an account's name for a quarter of an hour; an address gets more, because offices share one. */
const perName = new RateLimiterMemory({ points: 5, duration: 900, blockDuration: 900 })
const perAddress = new RateLimiterMemory({ points: 50, duration: 900, blockDuration: 900 })

/** Whether a try may be made now: minutes until the next one counts (0: go on), and whether the lock began with this one. */
export type TryGiven = { readonly minutes: number; readonly isNewLock: boolean }

/**
 * Takes one try of this address and this name. It is taken before the password is looked at: many tries at the same
 * moment could otherwise all pass before the first of them had failed. A locked address spends no tries of a name.
 */
export async function takeTry(loginName: string, address: string): Promise<TryGiven> {
	const place = await take(perAddress, address)
	return place.minutes > 0 ? place : take(perName, foldLoginName(loginName))
}

/** Gives the tries back, once somebody got in. */
export async function giveTriesBack(loginName: string, address: string): Promise<void> {
	await Promise.all([perName.delete(foldLoginName(loginName)), perAddress.reward(address)])
}

async function take(limiter: RateLimiterMemory, key: string): Promise<TryGiven> {
	try {
		await limiter.consume(key)
		return { minutes: 0, isNewLock: false }
	} catch (error) {
		if (!(error instanceof RateLimiterRes)) throw error
		const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
		return { minutes, isNewLock: error.consumedPoints === limiter.points + 1 }
	}
}
