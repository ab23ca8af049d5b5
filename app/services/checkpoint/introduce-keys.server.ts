import { createPublicKey } from 'node:crypto'
import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { rawPublicKey } from '#app/domain/checkpoint/signed-note.ts'
import type { Shell } from '#app/services/shell.server.ts'

type PublicKey = { readonly id: string; readonly use: 'clearance' | 'checkpoint'; readonly publicKey: string }

/**
 * Puts the public keys that this house signs with into its list, each with the day from which it is used, and into the
 * trail. A key that is there already stays as it is.
 */
export async function introduceKeys(shell: Shell, jurisdictionId: string): Promise<void> {
	const known = await shell.db.signingKey.findMany({ where: { jurisdictionId }, select: { id: true } })
	const present = new Set(known.map(({ id }) => id))
	const missing = keysOf(shell, jurisdictionId).filter(({ id }) => !present.has(id))
	if (missing.length === 0) return
	const at = shell.now()
	await inTransaction(shell.db, async (tx) => {
		for (const { id, use, publicKey } of missing) {
			await insertRows(tx, 'signingKey', [
				{ jurisdictionId, id, use, algorithm: 'ed25519', publicKey, fromAt: at },
			])
			await appendAudit(tx, {
				jurisdictionId,
				stream: `admin/${jurisdictionId}`,
				at,
				actor: null,
				kind: 'key.introduced',
				outcome: 'done',
				detail: { key: id, use, publicKey },
			})
		}
	})
}

function keysOf({ clearanceKey, checkpoints }: Shell, jurisdictionId: string): readonly PublicKey[] {
	const { publicKey } = checkpoints.key
	const ofClearances = rawPublicKey(createPublicKey(clearanceKey.publicKey))
	return [
		{
			id: clearanceKey.keyId,
			use: 'clearance',
			publicKey: Buffer.from(ofClearances).toString('base64'),
		},
		{ id: checkpoints.key.asNoteKey(originOf(jurisdictionId)).id, use: 'checkpoint', publicKey },
	]
}
