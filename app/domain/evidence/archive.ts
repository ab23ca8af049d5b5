import { canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import type { Hash } from '#app/domain/checkpoint/merkle-tree.ts'

/** What an archive calls itself; another shape of it is another version. docs/evidence-format.md has every byte. */
export const EVIDENCE_FORMAT = 'yiqian-evidence/1'

/** A file of the archive, as its list names it. */
export type ArchivedFile = { readonly path: string; readonly size: number; readonly sha256: string }

/** The list of an archive's files, in the order in which they stand there. It is the last file, and does not name itself. */
export function manifestText(archive: {
	readonly origin: string
	readonly stream: string
	/** How many leaves the checkpoint has, under which everything is shown to stand. */
	readonly size: number
	readonly files: readonly ArchivedFile[]
}): string {
	return canonicalJson({ ...archive, files: archive.files.map((file) => ({ ...file })), v: EVIDENCE_FORMAT })
}

/** Where an entry stands in the list of leaves, with the proof that it does. */
export type ProvenPlace = { readonly index: number; readonly proof: readonly Hash[] }

/** A line that says where the entry stands whose text has the same line of the trail. */
export function leafLine(seq: number, hash: Hash, { index, proof }: ProvenPlace): string {
	return canonicalJson({ hash, index, proof, seq })
}

/** A public key of the house with the entry that brought it into the list of keys. */
export type ProvenKey = {
	readonly id: string
	readonly use: string
	readonly algorithm: string
	readonly publicKey: string
	readonly from: string
	/** From when on the next key of the same use signs; null while this one does. */
	readonly until: string | null
	readonly entry: ProvenPlace & { readonly text: string }
}

/** The line of a key. */
export function keyLine(key: ProvenKey): string {
	return canonicalJson({ ...key, entry: { ...key.entry } })
}

/** The line of an earlier checkpoint: its note, and the proof that its list is the beginning of the archive's. */
export function earlierLine(note: string, proof: readonly Hash[]): string {
	return canonicalJson({ note, proof })
}

/** What the key of the clearances has signed: its format, the canonical text, by which key, and the signature in base64. */
export type SignedStatement = {
	readonly format: string
	readonly text: string
	readonly key: string
	readonly signature: string
}

/** The line of a signed statement. */
export function signedLine({ format, text, key, signature }: SignedStatement): string {
	return canonicalJson({ format, key, signature, text })
}

/** Where a row was written last, where that is none of the archive's entries. */
export type WrittenElsewhere = {
	readonly table: string
	readonly key: string
	readonly times: number
	readonly stream: string
	readonly seq: number
}

/** The line of a row that another act has written since. */
export function elsewhereLine({ table, key, times, stream, seq }: WrittenElsewhere): string {
	return canonicalJson({ elsewhere: { key, seq, stream, table, times } })
}

/**
 * The tables of which an archive shows every row of the matter: what a clearance, a listing and an issue rest on. Papers
 * and files are there themselves. Another list is another version.
 */
export const SHOWN_TABLES = [
	'matter',
	'draft_version',
	'version_file',
	'opinion',
	'opinion_item',
	'opinion_point',
	'opinion_revocation',
	'recheck',
	'recheck_item',
	'clearance',
	'clearance_state',
	'clearance_live',
	'agenda_item',
	'agenda_listing',
	'agenda_outcome',
	'meeting_revision',
	'meeting_check',
	'meeting_check_decision',
	'text_registration',
	'text_numbering',
	'text_issue',
	'matter_conclusion',
] as const
