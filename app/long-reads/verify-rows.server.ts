import { type Snapshot } from '#app/db/read-snapshot.server.ts'
import { readReceipts, readSealedRows, readSeals, readTallies } from '#app/db/read-sealed-rows.server.ts'
import { SEALED_TABLES } from '#app/db/sealed-tables.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { VerifyRow } from '#app/domain/audit-chain/signed-row.ts'
import { openSignatures } from './verify-signatures.server.ts'
import type { LedgerAnswer, RowLedger } from './row-ledger.server.ts'
import type { RowFault } from './trail-report.ts'

/** What was found of the rows; who finds names each. */
export type RowFindings = { readonly row: () => void; readonly fault: (fault: RowFault) => void }

/**
 * Compares every row of every sealed table with what the trail leaves of it, in the order of its keys, batch by batch;
 * then the answers that were kept, and the counts. What only the trail has is missing; what it does not have is extra.
 */
export async function verifyRows(
	snapshot: Snapshot,
	ledger: RowLedger,
	jurisdictionId: string | null,
	findings: RowFindings,
	verifyRow: VerifyRow | null = null,
): Promise<void> {
	const judge = verifyRow && (await openSignatures(snapshot, verifyRow))
	const name = (fault: Place & { table: string; key: string }, problem: RowFault['problem']) =>
		findings.fault({
			jurisdictionId: fault.jurisdictionId,
			table: fault.table,
			key: fault.key,
			stream: fault.stream,
			seq: fault.seq,
			problem,
		})
	for (const sealed of SEALED_TABLES.values())
		for await (const rows of readSealedRows(snapshot, sealed, jurisdictionId))
			for (const { jurisdictionId: log, key, matterId, digest, values } of rows) {
				if (log === null) continue
				findings.row()
				const known = ledger.row(log, sealed.table, key)
				if (known) ledger.foundRow(known)
				const own = { jurisdictionId: log, stream: streamOf(matterId), seq: null, table: sealed.table, key }
				if (!known || known.digest === null) name({ ...own, ...known }, 'extra')
				else if (known.digest !== digest) name(known, 'differs')
				else if (judge?.(sealed, values) === false) name(known, 'signature')
			}
	for (const row of ledger.missingRows()) name(row, 'missing')
	for (const row of ledger.miscounted()) name(row, 'times')
	await verifySeals(snapshot, ledger, jurisdictionId, name)
	await verifyAnswers(snapshot, ledger, jurisdictionId, name)
}

type Place = { readonly jurisdictionId: string; readonly stream: string | null; readonly seq: number | null }

type Name = (fault: Place & { table: string; key: string }, problem: RowFault['problem']) => void

function streamOf(matterId: string | null): string | null {
	return matterId === null ? null : `matter/${matterId}`
}

/** The table that says where the trail has a row says what the entries say. */
async function verifySeals(
	snapshot: Snapshot,
	ledger: RowLedger,
	jurisdictionId: string | null,
	name: Name,
): Promise<void> {
	for await (const seals of readSeals(snapshot, jurisdictionId))
		for (const seal of seals) {
			const known = ledger.row(seal.jurisdictionId, seal.table, seal.key)
			if (known) ledger.foundSeal(known)
			const isSame = known?.times === seal.times && known.stream === seal.stream && known.seq === seal.seq
			if (!isSame) name({ ...seal, ...known }, 'place')
		}
	for (const row of ledger.missingSeals()) name(row, 'place')
}

/** Every answer is that of the entry that it names; every entry has its answer; counted refusals are as many as answers. */
async function verifyAnswers(
	snapshot: Snapshot,
	ledger: RowLedger,
	jurisdictionId: string | null,
	name: Name,
): Promise<void> {
	for await (const receipts of readReceipts(snapshot, jurisdictionId))
		for (const receipt of receipts) {
			const fault = { ...receipt, table: 'command_receipt', key: `${receipt.actorId} ${receipt.key}` }
			if (receipt.hash === null || receipt.hash !== receipt.entryHash) {
				name(fault, 'place')
				continue
			}
			const known = ledger.answer(receipt.jurisdictionId, receipt.stream, receipt.seq)
			if (!known) continue
			ledger.foundAnswer(known)
			if (known.answer !== sha256Hex(receipt.answer)) name(fault, 'differs')
		}
	const missing = (answer: LedgerAnswer) => ({
		...answer,
		table: 'command_receipt',
		key: `${answer.stream} ${answer.seq}`,
	})
	for (const answer of ledger.missingAnswers()) name(missing(answer), 'missing')
	for await (const tallies of readTallies(snapshot, jurisdictionId))
		for (const tally of tallies) {
			const known = ledger.answer(tally.jurisdictionId, tally.stream, tally.seq)
			const fault = { ...tally, table: 'refusal_tally', key: `${tally.stream} ${tally.seq}` }
			if (known && known.kept !== tally.count) name(fault, 'differs')
		}
}
