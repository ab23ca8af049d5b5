import { expect, test } from 'vitest'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { byPython, byTypeScript, evidenceOf } from '#tests/support/evidence-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { pack, takeApart } from '#tests/support/tampered-evidence.ts'

/** The same numbers in every run (mulberry32). */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed
	return (below) => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below
	}
}

function flip(bytes: Buffer, number: (below: number) => number): Buffer {
	const other = Buffer.from(bytes)
	const at = number(other.length)
	other[at] = (other[at] ?? 0) ^ (1 << number(8))
	return other
}

async function soundArchive() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await signedMatter(shell, org)
	await makeCheckpoint(shell, org.jurisdictionId)
	return evidenceOf(shell, org.actors.signer, matterId)
}

/** What both say of each, which has to be the same, word for word. */
function verdictsOf(archives: readonly Buffer[]): readonly string[] {
	const said = archives.map((archive) => byTypeScript(archive))
	expect(byPython(archives.map((archive) => ({ archive })))).toEqual(said)
	return said.map(({ verdict }) => verdict)
}

test('one bit that is another one anywhere in an archive is seen by both, who say the same', async () => {
	const archive = await soundArchive()
	const number = numbersFrom(20261129)
	const flipped = Array.from({ length: 200 }, () => flip(archive, number))
	expect(verdictsOf(flipped).filter((verdict) => verdict === 'VERDICT holds')).toEqual([])
})

test('one bit that is another one in a file, with its list made to fit, is seen by both, who say the same', async () => {
	const archive = await soundArchive()
	const number = numbersFrom(713)
	const flipped = Array.from({ length: 300 }, () => {
		const apart = takeApart(archive, [])
		const paths = [...apart.files.keys()]
		// As often in a small file as in a large one.
		const path = paths[number(paths.length)] ?? ''
		apart.files.set(path, flip(apart.files.get(path) ?? Buffer.alloc(1), number))
		return pack({ ...apart, files: apart.files })
	})
	expect(verdictsOf(flipped).filter((verdict) => verdict === 'VERDICT holds')).toEqual([])
})
