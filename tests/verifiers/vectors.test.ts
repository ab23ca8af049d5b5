import { createPrivateKey } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { originOf, signCheckpoint } from '#app/domain/checkpoint/checkpoint.ts'
import { receiptNote, signReceipt } from '#app/domain/checkpoint/receipt.ts'
import { writeVerifierKey } from '#app/domain/checkpoint/signed-note.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { KINDS } from '#tests/support/bent-archives.ts'
import { byPython, byTypeScript, evidenceOf, scratch } from '#tests/support/evidence-steps.ts'
import { proposed } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { type Piece, fromPieces, piecesOf } from '#tests/support/pieces-of.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { pack, takeApart } from '#tests/support/tampered-evidence.ts'

/*
 * Vectors for whoever writes a third verifier: a sound archive, and the eighteen kinds by pieces of it. They are kept as they
 * were written, so that a verifier of today judges an archive of before; `npm run evidence:vectors` writes them anew.
 */

const FOLDER = 'tests/fixtures/evidence'

type Vector = {
	readonly name: string
	/** What both verifiers say last. */
	readonly verdict: string
	readonly archive: readonly Piece[]
	/** What somebody holds: an option with its word, or with the text of its file. */
	readonly held: readonly (readonly ['--key' | '--checkpoint' | '--receipt', string])[]
}

test.runIf(process.env['WRITE_EVIDENCE_VECTORS'] === '1')('the vectors are written', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const id = org.jurisdictionId
	const matterId = await signedMatter(shell, org)
	await makeCheckpoint(shell, id)
	const held = await shell.db.checkpoint.findFirstOrThrow({ where: { jurisdictionId: id } })
	await proposed(shell, org, matterId)
	const sound = await evidenceOf(shell, org.actors.signer, matterId)
	const leaves = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	const list = leaves.map(({ hash }) => hash)
	const key = createPrivateKey(readFileSync(join(shell.directory, 'keys', 'checkpoint-ed25519.pem'), 'utf8'))
	const at = takeApart(sound, list).entries.findIndex((entry) => entry.includes('"act":"opinion.signed"'))
	const exported = [['--checkpoint', held.note] as const]
	const bent = KINDS.map(({ name, bend, named, takesCheckpoint }): Vector => {
		const apart = takeApart(sound, list)
		bend(apart, at, key)
		return {
			name,
			verdict: `VERDICT fails ${named(at + 1)}${takesCheckpoint ? ` ${held.size}` : ''}`,
			archive: piecesOf(pack(apart), sound),
			held: takesCheckpoint ? exported : [],
		}
	})
	const origin = originOf(id)
	const stream = `matter/${matterId}`
	const last = await shell.db.auditStream.findFirstOrThrow({ where: { stream } })
	const wiped = {
		origin,
		stream,
		seq: last.seq,
		hash: '1'.repeat(64),
		at: shell.now().toISOString(),
		checkpointSize: 1,
	}
	const receipt = [['--receipt', receiptNote(wiped, signReceipt(wiped, key))] as const]
	const longer = signCheckpoint({ origin, size: list.length + 3, root: '2'.repeat(64) }, key)
	const whole = piecesOf(sound, sound)
	const own = writeVerifierKey(shell.checkpoints.key.asNoteKey(origin))
	const gone = `VERDICT fails receipt-differs ${last.seq}`
	const vectors: readonly Vector[] = [
		{ name: 'sound', verdict: 'VERDICT holds', archive: whole, held: [['--key', own], ...exported] },
		...bent,
		{ name: '9 a tail that was under no checkpoint', verdict: gone, archive: whole, held: receipt },
		{
			name: '15 the house rolled back with its own checkpoint',
			verdict: `VERDICT fails held-longer ${list.length + 3}`,
			archive: whole,
			held: [['--checkpoint', longer]],
		},
		{
			name: '17 a tail wiped and signed anew with the stolen key',
			verdict: gone,
			archive: whole,
			held: receipt,
		},
	]
	mkdirSync(FOLDER, { recursive: true })
	writeFileSync(join(FOLDER, 'sound.zip'), sound)
	const lines = vectors.map((vector) => JSON.stringify(vector))
	writeFileSync(join(FOLDER, 'vectors.json'), `[\n${lines.join(',\n')}\n]\n`)
})

test('both verifiers judge the archives that are kept as they did when these were written', () => {
	const sound = readFileSync(join(FOLDER, 'sound.zip'))
	const vectors = JSON.parse(readFileSync(join(FOLDER, 'vectors.json'), 'utf8')) as readonly Vector[]
	const folder = scratch()
	const cases = vectors.map(({ archive, held }, at) => ({
		archive: fromPieces(archive, sound),
		held: held.flatMap(([option, text], each) => {
			const file = join(folder, `${at}-${each}.txt`)
			if (option !== '--key') writeFileSync(file, text)
			return [option, option === '--key' ? text : file]
		}),
	}))
	const wanted = vectors.map(({ name, verdict }) => ({ name, verdict }))
	const typescript = cases.map((each) => byTypeScript(each.archive, each.held))
	const found = vectors.map(({ name }, at) => ({ name, verdict: typescript[at]?.verdict }))
	expect(found).toEqual(wanted)
	expect(vectors).toHaveLength(19)
	expect(byPython(cases)).toEqual(typescript)
	expect(byPython(cases, true)).toEqual(typescript)
})
