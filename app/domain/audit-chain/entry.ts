import { type JsonObject, canonicalJson } from './canonical-json.ts'
import type { SealedRow } from './sealed-row.ts'
import { leafHash } from './sha256.ts'

/** What the first entry of a stream names as its predecessor. */
export const GENESIS = '0'.repeat(64)

/** Who acted, under which post, as it was then: a later change of name or post does not change the trail. */
export type AuditActor = {
	readonly id: string
	readonly name: string
	readonly role: string | null
	readonly organ: string | null
	readonly unit: string | null
	/** In whose place they acted (受委托), and by which delegation; of everybody else the entry says nothing of it. */
	readonly for?: { readonly id: string; readonly name: string; readonly delegation: string }
}

/** What became of an act: it was done, or it was refused. */
export const ENTRY_OUTCOMES = ['done', 'refused'] as const

export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number]

/** One entry of the trail: `log` is the jurisdiction, `cmd` the idempotency key, `pre` and `post` the states around it. */
export type AuditEntryBody = {
	readonly log: string
	readonly stream: string
	readonly seq: number
	readonly prev: string
	readonly at: string
	readonly cmd: string | null
	readonly actor: AuditActor | null
	readonly act: string
	readonly outcome: EntryOutcome
	readonly detail: JsonObject
	readonly pre: string | null
	readonly post: string | null
	readonly blob: readonly string[]
	/** The rows that the act wrote, by their digests; entries of before say nothing of them. */
	readonly rows?: readonly SealedRow[]
	/** The SHA-256 of the answer that was given and kept under the key. */
	readonly answer?: string
}

/** The matter that a stream is the trail of, or null: no entry can be counted to a matter whose stream it is not in. */
export function matterOfStream(stream: string): string | null {
	return stream.startsWith('matter/') ? stream.slice('matter/'.length) : null
}

/** The exact text that was hashed, and its hash: the text is stored as it is and never made again from columns. */
export type SealedEntry = { readonly leaf: string; readonly hash: string }

/**
 * Seals an entry: its canonical text and the hash that the next entry names. Since jurisdiction, stream and number
 * are inside the text, an entry cannot be moved elsewhere.
 *
 * @throws TypeError if the body holds what has no canonical form
 */
export function sealEntry(body: AuditEntryBody): SealedEntry {
	const leaf = canonicalJson({ ...body, v: 'yiqian-audit/1', alg: 'sha256' })
	return { leaf, hash: leafHash(leaf) }
}
