import type { KeyObject } from 'node:crypto'
import { isDecimal } from './checkpoint.ts'
import { type NoteKey, isSignedBy, readNote, signNote } from './signed-note.ts'

/**
 * What whoever acted takes home: the trail of this house had this entry when it said so. Where the entry is gone later,
 * the receipt proves that it was there.
 */
export type Receipt = {
	readonly origin: string
	readonly stream: string
	readonly seq: number
	/** The entry's hash, in hex. */
	readonly hash: string
	/** When the answer was given, as ISO text in UTC. */
	readonly at: string
	/** How many leaves the newest checkpoint had then; 0 where there was none. */
	readonly checkpointSize: number
}

const LABEL = 'yiqian-receipt/1'

/** The lines that are signed. The first keeps a receipt apart from everything else that the key signs. */
export function receiptText({ origin, stream, seq, hash, at, checkpointSize }: Receipt): string {
	return `${LABEL}\n${origin}\n${stream}\n${seq}\n${hash}\n${at}\n${checkpointSize}\n`
}

/** Signs a receipt under the house's origin: what stands after the name in the note's signature line. */
export function signReceipt(receipt: Receipt, privateKey: KeyObject): string {
	const note = signNote(receiptText(receipt), receipt.origin, privateKey)
	return note.slice(note.lastIndexOf(' ') + 1, -1)
}

/** The receipt as a signed note, as it is handed out. */
export function receiptNote(receipt: Receipt, signature: string): string {
	return `${receiptText(receipt)}\n\u2014 ${receipt.origin} ${signature}\n`
}

/** Opens a receipt: what it says, where one of the keys has signed it; null otherwise. */
export function openReceipt(note: string, keys: readonly NoteKey[]): Receipt | null {
	const read = readNote(note)
	if (!read || !isSignedBy(read, keys)) return null
	const lines = read.text.slice(0, -1).split('\n')
	const [label, origin = '', stream = '', seq = '', hash = '', at = '', size = ''] = lines
	if (label !== LABEL || lines.length !== 7 || !isDecimal(seq) || !isDecimal(size)) return null
	if (!/^[0-9a-f]{64}$/.test(hash)) return null
	return { origin, stream, seq: Number(seq), hash, at, checkpointSize: Number(size) }
}
