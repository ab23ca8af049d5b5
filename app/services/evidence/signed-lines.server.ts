import { createPublicKey } from 'node:crypto'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { signedTextOf } from '#app/domain/audit-chain/clearance-signature.ts'
import { postCheckText } from '#app/domain/audit-chain/post-check-signature.ts'
import { signedLine } from '#app/domain/evidence/archive.ts'
import type { NamedByTrail } from '#app/domain/evidence/named-by-trail.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the key of the clearances has signed of a matter: each clearance and each check that its trail names. */
export async function* signedLines(
	shell: Shell,
	jurisdictionId: string,
	named: Pick<NamedByTrail, 'clearances' | 'checks'>,
): AsyncGenerator<string> {
	const publicKey = createPublicKey(shell.clearanceKey.publicKey)
	for (const id of named.clearances()) {
		const row = await shell.db.clearance.findUnique({ where: { jurisdictionId_id: { jurisdictionId, id } } })
		if (!row) continue
		const { keyId: key, signature } = row
		yield signedLine({ ...signedTextOf(signedClearance(row), signature, publicKey), key, signature })
	}
	for (const checkId of named.checks()) {
		const where = { jurisdictionId_checkId: { jurisdictionId, checkId } }
		const row = await shell.db.meetingCheckDecision.findUnique({ where })
		if (!row?.keyId || !row.signature) continue
		const { keyId, signature, decidedAt } = row
		const text = postCheckText({ ...row, keyId, decidedAt: decidedAt.toISOString() })
		yield signedLine({ ...text, key: keyId, signature })
	}
}
