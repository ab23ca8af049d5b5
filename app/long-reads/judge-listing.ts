import type { ListedEntry } from '#app/db/read-trail-rows.server.ts'
import { entryMark } from '#app/domain/audit-chain/entry-mark.ts'

/** Says what about an entry's mark or leaf does not hold. */
export type JudgeListing = (
	entry: ListedEntry,
	isAfterUnlisted: boolean,
) => { readonly seq: number; readonly problem: 'mark' | 'leaf' } | null

/**
 * Judges entries by the mark of the house's key and by the list of checkpoints: only the holder of the key can have
 * written an entry with its mark, those of earlier releases are older than the first checkpoint, and an entry that was
 * taken up has the hash that it had then.
 */
export function listingJudge(markSecret: string, firstSizes: ReadonlyMap<string, number>): JudgeListing {
	const secret = Buffer.from(markSecret, 'base64')
	return ({ jurisdictionId, seq, hash, mac, leafHash, position }, isAfterUnlisted) => {
		const first = firstSizes.get(jurisdictionId)
		const isOld = first === undefined || (position !== null && position < first)
		if (mac === null ? !isOld : mac !== entryMark(secret, hash)) return { seq, problem: 'mark' }
		if (position !== null && (leafHash !== hash || isAfterUnlisted)) return { seq, problem: 'leaf' }
		return null
	}
}
