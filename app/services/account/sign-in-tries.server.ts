import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#app/db/open-database.server.ts'
import { foldLoginName } from '#app/domain/account/login-name.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Who tries to sign in, from where; `deviceId` is the hash of what a browser carries that was signed in from before. */
export type SignInTry = {
	readonly loginName: string
	readonly address: string
	readonly deviceId: string | null
}

/** Whether a try may be made now: minutes until the next one counts (0: go on), and whether the lock began with this one. */
export type TryGiven = { readonly minutes: number; readonly isNewLock: boolean }

/** A lock and what it is on, each counted and held for a quarter of an hour. */
const LOCKS = {
	/** A name in a browser that its holder has signed in from: what others try elsewhere does not touch it. */
	device: 5,
	/** A name, tried from one address. */
	place: 5,
	/** A name, wherever it is tried from by browsers that its holder has not signed in from. */
	name: 30,
	/** An address: offices share one. */
	address: 50,
} as const

type Lock = keyof typeof LOCKS

/** One-time codes of an account, wherever they are tried: whoever comes here has the password already. */
const CODE_TRIES = 5

const SECONDS = 900

/**
 * Takes one try. It is taken before the password is looked at: many tries at the same moment could otherwise all pass
 * before the first of them had failed. A locked address spends no tries of a name. The counts stand in the database:
 * every process shares them, and a restart forgets none.
 */
export async function takeTry(shell: Shell, tried: SignInTry): Promise<TryGiven> {
	for (const lock of await locksOn(shell, tried)) {
		const given = await take(limitersOf(shell.db)[lock], keyOf(lock, tried))
		if (given.minutes > 0) return given
	}
	return { minutes: 0, isNewLock: false }
}

/** Gives the tries back, once somebody got in; what has run out is swept away. */
export async function giveTriesBack(shell: Shell, tried: SignInTry): Promise<void> {
	const back = (await locksOn(shell, tried)).map((lock) => {
		const limiter = limitersOf(shell.db)[lock]
		const key = keyOf(lock, tried)
		return lock === 'address' ? limiter.reward(key) : limiter.delete(key)
	})
	await Promise.all(back)
	await shell.db.signInTry.deleteMany({ where: { expire: { lt: new Date() } } })
}

/** Takes one try of a code. It is taken before the code is looked at, as those of passwords are. */
export async function takeCodeTry(shell: Shell, accountId: string): Promise<TryGiven> {
	return take(limitersOf(shell.db).code, codeKey(accountId))
}

/** Gives the tries of a code back, once a right one was given. */
export async function giveCodeTriesBack(shell: Shell, accountId: string): Promise<void> {
	await limitersOf(shell.db).code.delete(codeKey(accountId))
}

function codeKey(accountId: string): string {
	return createHash('sha256')
		.update(JSON.stringify(['code', accountId]))
		.digest('hex')
}

/** Who comes with a browser of their own is held to its tries alone; anybody else to the others. */
async function locksOn({ db }: Shell, { loginName, deviceId }: SignInTry): Promise<readonly Lock[]> {
	const known =
		deviceId === null
			? 0
			: await db.knownDevice.count({
					where: {
						tokenSha256: deviceId,
						account: { loginName: { in: [loginName, foldLoginName(loginName)] } },
					},
				})
	return known > 0 ? ['device'] : ['address', 'place', 'name']
}

/** What a count is kept under: a hash, for a password typed into the field of the name is nobody's to read. */
function keyOf(lock: Lock, { loginName, address, deviceId }: SignInTry): string {
	const name = foldLoginName(loginName)
	const parts: Readonly<Record<Lock, readonly (string | null)[]>> = {
		device: [name, deviceId],
		place: [name, address],
		name: [name],
		address: [address],
	}
	return createHash('sha256')
		.update(JSON.stringify([lock, ...parts[lock]]))
		.digest('hex')
}

type Limiters = Readonly<Record<Lock | 'code', RateLimiterPrisma>>

/** One limiter of each kind for a database: it keeps nothing of its own. */
const limiters = new WeakMap<Database, Limiters>()

function limitersOf(db: Database): Limiters {
	const made = limiters.get(db) ?? {
		device: openLimiter(db, LOCKS.device),
		place: openLimiter(db, LOCKS.place),
		name: openLimiter(db, LOCKS.name),
		address: openLimiter(db, LOCKS.address),
		code: openLimiter(db, CODE_TRIES),
	}
	limiters.set(db, made)
	return made
}

function openLimiter(db: Database, points: number): RateLimiterPrisma {
	return new RateLimiterPrisma({
		storeClient: db,
		tableName: 'signInTry',
		points,
		duration: SECONDS,
		blockDuration: SECONDS,
		clearExpiredByTimeout: false,
	})
}

async function take(limiter: RateLimiterPrisma, key: string): Promise<TryGiven> {
	try {
		await limiter.consume(key)
		return { minutes: 0, isNewLock: false }
	} catch (error) {
		if (!(error instanceof RateLimiterRes)) throw error
		const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
		return { minutes, isNewLock: error.consumedPoints === limiter.points + 1 }
	}
}
