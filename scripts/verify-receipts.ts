import { readFileSync } from 'node:fs'
import { openDatabase } from '#app/db/open-database.server.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { openReceipt } from '#app/domain/checkpoint/receipt.ts'
import type { CheckpointKey } from '#app/storage/checkpoint-key.server.ts'

/** What is wrong with a receipt that somebody has kept; null where its entry is there as it was. */
export type ReceiptFault = {
	readonly file: string
	readonly problem: 'not-signed' | 'entry-gone' | 'entry-differs'
}

/** Compares receipts that people have kept with the trail: whoever took away an act has not taken away its receipt. */
export async function verifyReceipts(
	databaseUrl: string,
	key: Pick<CheckpointKey, 'asNoteKey'>,
	files: readonly string[],
): Promise<readonly ReceiptFault[]> {
	if (files.length === 0) return []
	const db = openDatabase(databaseUrl)
	const faults: ReceiptFault[] = []
	try {
		for (const file of files) {
			const note = readFileSync(file, 'utf8')
			const jurisdictionId = (note.split('\n')[1] ?? '').slice(originOf('').length)
			const receipt = openReceipt(note, [key.asNoteKey(originOf(jurisdictionId))])
			if (receipt?.origin !== originOf(jurisdictionId)) {
				faults.push({ file, problem: 'not-signed' })
				continue
			}
			const { stream, seq, hash } = receipt
			const entry = await db.auditEntry.findFirst({
				where: { jurisdictionId, stream, seq },
				select: { hash: true },
			})
			if (entry?.hash !== hash) faults.push({ file, problem: entry ? 'entry-differs' : 'entry-gone' })
		}
		return faults
	} finally {
		await db.$disconnect()
	}
}

const FAULTS = {
	'not-signed': 'is not a receipt that this house has signed',
	'entry-gone': 'names an entry that is gone',
	'entry-differs': 'names an entry that is another one now',
} as const

/** What does not hold of them, a line each. */
export function receiptLines(faults: readonly ReceiptFault[]): string[] {
	return faults.map(({ file, problem }) => `RECEIPT ${file} ${FAULTS[problem]}`)
}
