import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#app/db/open-database.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a visitor does, and how often it may be done in a quarter of an hour: from one address, and by all of them together. */
const LIMITS = {
	/** A household or an office behind one address; nobody writes ten opinions in a quarter of an hour otherwise. */
	comment: 10,
	/** Of one consultation from wherever: what a unit could still read, and no more than a disk takes. */
	'comments-of-one': 600,
	lookup: 30,
} as const

type Limit = keyof typeof LIMITS

const SECONDS = 900

/** Takes one comment from an address; minutes until the next one is taken, 0 where this one is. */
export async function takeCommentTry(
	{ db }: Pick<Shell, 'db'>,
	address: string,
	code: string,
): Promise<number> {
	const own = await take(db, 'comment', address)
	return own > 0 ? own : take(db, 'comments-of-one', code)
}

/** Takes one look-up of a receipt from an address. */
export async function takeLookupTry({ db }: Pick<Shell, 'db'>, address: string): Promise<number> {
	return take(db, 'lookup', address)
}

/** The counts stand in the database: every process shares them, and a restart forgets none. */
const limiters = new WeakMap<Database, Map<Limit, RateLimiterPrisma>>()

function limiterOf(db: Database, limit: Limit): RateLimiterPrisma {
	const made = limiters.get(db) ?? new Map<Limit, RateLimiterPrisma>()
	limiters.set(db, made)
	const limiter =
		made.get(limit) ??
		new RateLimiterPrisma({
			storeClient: db,
			tableName: 'visitorTry',
			points: LIMITS[limit],
			duration: SECONDS,
			clearExpiredByTimeout: false,
		})
	made.set(limit, limiter)
	return limiter
}

/**
 * The address stands in the row as a hash and beside no comment. That hides it from a look, not from whoever tries all
 * addresses: what protects it is that the row is swept when its quarter of an hour is over.
 */
async function take(db: Database, limit: Limit, from: string): Promise<number> {
	const key = createHash('sha256')
		.update(JSON.stringify([limit, from]))
		.digest('hex')
	try {
		await limiterOf(db, limit).consume(key)
		return 0
	} catch (error) {
		if (!(error instanceof RateLimiterRes)) throw error
		return Math.max(1, Math.ceil(error.msBeforeNext / 60_000))
	}
}

/** What has run out is swept away, so that the table does not grow with every visitor. */
export async function sweepVisitorTries({ db }: Pick<Shell, 'db'>): Promise<number> {
	const { count } = await db.visitorTry.deleteMany({ where: { expire: { lt: new Date() } } })
	return count
}
