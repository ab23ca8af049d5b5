import { type HouseFault, findLiveFaults, findPersonFaults } from '#app/db/find-house-faults.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** Somebody gave themselves another's hand past the product; the start prints it as a sentence. */
export class RowsRefused extends Error {
	constructor({ table, key, problem }: HouseFault, more: number) {
		super(
			`Somebody has changed who may act here, past the product: ${table} ${key} ${WORDS[problem]}` +
				`${more === 0 ? '' : `, and ${more} more`}. Every signature from here on would look genuine. ` +
				'Run "npm run verify", find the cause, and restore the newest backup that it finds whole.',
		)
	}
}

const WORDS = {
	differs: 'is not as the trail left it',
	extra: 'is there without an entry in the trail',
	missing: 'is gone, and the trail has it',
	times: 'was written another number of times than the trail says',
	place: 'names another place in the trail than the one that has it',
} as const

/**
 * The quick form of the verification, at every start. Rows that say who somebody is and what they may are all compared,
 * and a fault stops the start. Of matters and meetings the newest that are on their way to an agenda are compared: what
 * differs is said, and the start goes on, since the gate, agenda and packet refuse each such row by themselves.
 *
 * @throws RowsRefused
 */
export async function assertRows({ db, log }: Pick<Shell, 'db' | 'log'>): Promise<void> {
	for (const { id } of await db.jurisdiction.findMany({ select: { id: true } })) {
		const [first, ...others] = await findPersonFaults(db, id)
		if (first) throw new RowsRefused(first, others.length)
		const faults = await findLiveFaults(db, id)
		const [found] = faults
		if (found)
			log.error(
				{ row: `${found.table} ${found.key}`, faults: faults.length, runs: 'npm run verify' },
				`a record is not as the trail left it (${WORDS[found.problem]}); it goes on no agenda until it is put back`,
			)
	}
}
