import { createPublicKey } from 'node:crypto'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { signedTextOf } from '#app/domain/audit-chain/clearance-signature.ts'
import { type SignedTable, signedRowText } from '#app/domain/audit-chain/signed-row.ts'
import { signedLine } from '#app/domain/evidence/archive.ts'
import type { NamedByTrail } from '#app/domain/evidence/named-by-trail.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the key of the clearances has signed of a matter: each clearance and each signed row that its trail names. */
export async function* signedLines(
	shell: Shell,
	jurisdictionId: string,
	named: Pick<NamedByTrail, 'clearances' | 'checks' | 'signedRows'>,
): AsyncGenerator<string> {
	const publicKey = createPublicKey(shell.clearanceKey.publicKey)
	for (const id of named.clearances()) {
		const row = await shell.db.clearance.findUnique({ where: { jurisdictionId_id: { jurisdictionId, id } } })
		if (!row) continue
		const { keyId: key, signature } = row
		yield signedLine({ ...signedTextOf(signedClearance(row), signature, publicKey), key, signature })
	}
	const checks = named.checks().map((id) => ({ table: 'meeting_check_decision', id }) as const)
	for (const { table, id } of [...checks, ...named.signedRows()]) {
		const row = await readSignedRow(shell, jurisdictionId, table, id)
		const { keyId: key, signature } = row ?? {}
		if (row && key && signature) yield signedLine({ ...signedRowText(table, row), key, signature })
	}
}

function readSignedRow({ db }: Shell, jurisdictionId: string, table: SignedTable, id: string) {
	const byId = { where: { jurisdictionId_id: { jurisdictionId, id } } }
	switch (table) {
		case 'opinion':
			return db.opinion.findUnique(byId)
		case 'counsel_opinion':
			return db.counselOpinion.findUnique(byId)
		case 'recheck':
			return db.recheck.findUnique(byId)
		case 'published_document':
			return db.publishedDocument.findUnique(byId)
		case 'agenda_outcome':
			return db.agendaOutcome.findUnique({
				where: { jurisdictionId_agendaItemId: { jurisdictionId, agendaItemId: id } },
			})
		case 'meeting_check_decision':
			return db.meetingCheckDecision.findUnique({
				where: { jurisdictionId_checkId: { jurisdictionId, checkId: id } },
			})
	}
}
