import { type KeyObject, createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { noteKey, writeVerifierKey } from '#app/domain/checkpoint/signed-note.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { confirmedMatter } from '#tests/support/after-meeting-steps.ts'
import { KINDS, OTHERS } from '#tests/support/bent-archives.ts'
import { byPython, byTypeScript, evidenceOf, scratch } from '#tests/support/evidence-steps.ts'
import { publishedMatter } from '#tests/support/issue-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { pack, takeApart } from '#tests/support/tampered-evidence.ts'

/** The key of the house, as a thief has it. */
function stolenKey({ directory }: TestShell): KeyObject {
	return createPrivateKey(readFileSync(join(directory, 'keys', 'checkpoint-ed25519.pem'), 'utf8'))
}

/** The newest checkpoint as it was laid down elsewhere: the words that give it to a verifier. */
async function exported(shell: TestShell): Promise<readonly string[]> {
	const { note } = await shell.db.checkpoint.findFirstOrThrow({ orderBy: { size: 'desc' } })
	return given('--checkpoint', note)
}

function given(option: string, note: string): readonly string[] {
	const file = join(scratch(), 'note.txt')
	writeFileSync(file, note)
	return [option, file]
}

/** The sound evidence of a published text, and a checkpoint that was laid down elsewhere before its last acts. */
async function publishedHouse() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await confirmedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	const held = await exported(shell)
	const size = await shell.db.checkpointLeaf.count()
	await publishedMatter(shell, org, matterId)
	const sound = await evidenceOf(shell, org.actors.signer, matterId)
	const leaves = await shell.db.checkpointLeaf.findMany({ orderBy: { position: 'asc' } })
	return { shell, org, matterId, sound, list: leaves.map(({ hash }) => hash), held, size }
}

test('both verifiers name what was bent in an archive, and neither finds anything in the sound one', async () => {
	const { shell, org, matterId, sound, list, held, size } = await publishedHouse()
	const { entries, stream } = takeApart(sound, list)
	const at = entries.findIndex((entry) => entry.includes('"act":"opinion.signed"'))
	expect(pack(takeApart(sound, list))).toEqual(sound)

	const own = writeVerifierKey(shell.checkpoints.key.asNoteKey(originOf(org.jurisdictionId)))
	const bent = KINDS.map(({ bend, takesCheckpoint }) => {
		const apart = takeApart(sound, list)
		bend(apart, at, stolenKey(shell))
		return { archive: pack(apart), held: takesCheckpoint ? held : [] }
	})
	const cases = [{ archive: sound, held: ['--key', own, ...held] }, ...bent]
	const expected = [
		'VERDICT holds',
		...KINDS.map(
			({ named, takesCheckpoint }) => `VERDICT fails ${named(at + 1)}${takesCheckpoint ? ` ${size}` : ''}`,
		),
	]
	const names = ['sound', ...KINDS.map(({ name }) => name)]
	const byName = (verdicts: readonly string[]) =>
		Object.fromEntries(names.map((name, each) => [name, verdicts[each]]))
	const typescript = cases.map((each) => byTypeScript(each.archive, each.held))
	expect(byName(typescript.map(({ verdict }) => verdict))).toEqual(byName(expected))
	expect(byPython(cases)).toEqual(typescript)
	expect(byPython(cases, true)).toEqual(typescript)
	// Who has the key and asks for nothing from elsewhere is told so.
	const stolen = bent[KINDS.findIndex(({ name }) => name.startsWith('5 '))]
	const alone = byTypeScript(stolen?.archive ?? sound)
	expect(alone.verdict).toBe('VERDICT holds')
	expect(alone.lines.at(-3)).toContain('the key is only what the archive says')
	expect(stream).toBe(`matter/${matterId}`)
})

test('both name what is left out, put in or exchanged beside the entries', async () => {
	const { sound, list, shell, org } = await publishedHouse()
	const bent = OTHERS.map(({ bend }) => {
		const apart = takeApart(sound, list)
		bend(apart, 0, stolenKey(shell))
		return { archive: pack(apart) }
	})
	const typescript = bent.map(({ archive }) => byTypeScript(archive))
	// The number of an entry or the id behind it is the house's own of today.
	const wanted = OTHERS.map(({ name, named }) => ({ name, verdict: `VERDICT fails ${named(0)}` }))
	const found = OTHERS.map(({ name }, at) => ({
		name,
		verdict: typescript[at]?.verdict.slice(0, wanted[at]?.verdict.length) ?? '',
	}))
	expect(found).toEqual(wanted)
	expect(byPython(bent)).toEqual(typescript)

	const packedAnew = Buffer.from(zipSync(unzipSync(sound)))
	const key = shell.checkpoints.key.asNoteKey(originOf(org.jurisdictionId))
	const ofAnother = writeVerifierKey({ ...key, ...noteKey(key.name, 1, new Uint8Array(32).fill(7)) })
	const witness = writeVerifierKey(noteKey('witness.example', 4, new Uint8Array(32).fill(7)))
	const held = [
		{ archive: packedAnew, held: [] },
		{ archive: sound, held: ['--key', ofAnother] },
		{ archive: sound, held: ['--key', witness] },
	]
	const said = held.map((each) => byTypeScript(each.archive, each.held))
	expect(said.map(({ verdict }) => verdict)).toEqual([
		expect.stringMatching(/^VERDICT fails zip/),
		`VERDICT fails known-key ${key.name}`,
		'VERDICT fails witness witness.example',
	])
	expect(byPython(held)).toEqual(said)
})
