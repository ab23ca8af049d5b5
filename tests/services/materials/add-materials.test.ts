import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type MaterialGiven, addMaterials } from '#app/services/materials/add-materials.server.ts'
import {
	matterOf,
	must,
	openedMatter,
	orderOn,
	submittedMatter,
	textFile,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const add = (given: readonly MaterialGiven[], actor = org.actors.drafter) =>
		addMaterials(shell, actor, orderOn(shell, matterId), given)
	return { shell, org, matterId, add }
}

const PDF = { name: '起草说明.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF'), secrecy: 'public' }

test('an item of the checklist gets its file, or 不适用 with a reason; the newest entry counts', async () => {
	const { shell, org, matterId, add } = await desk()
	must(await add([{ item: 'drafting-note', kind: 'not-applicable', reason: ' 随文附送。 ' }]))
	must(await add([{ item: 'drafting-note', kind: 'file', file: PDF }]))
	const { materials } = await matterOf(shell, org, matterId)
	expect(materials).toMatchObject([
		{ item: 'drafting-note', kind: 'not-applicable', reason: '随文附送。', sha256: null },
		{
			item: 'drafting-note',
			kind: 'file',
			name: '起草说明.pdf',
			mediaType: 'application/pdf',
			isViewable: true,
			secrecy: 'public',
		},
	])
	expect(await shell.blobs.verify(materials[1]?.sha256 ?? '')).toBe(true)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.edited',
		detail: { materials: [{ item: 'drafting-note', kind: 'file' }] },
	})
})

test.each([
	['an item that the tracks do not ask for', 'counterpart-credentials', 'item', 'unknown'],
	['an item that nobody knows', 'love-letter', 'item', 'unknown'],
])('%s is refused', async (_name, item, field, problem) => {
	const { shell, add } = await desk()
	const answer = await add([{ item, kind: 'file', file: PDF }])
	expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem } })
	expect(await shell.db.material.count()).toBe(0)
})

test('不适用 without a reason is refused', async () => {
	const { shell, add } = await desk()
	const answer = await add([{ item: 'drafting-note', kind: 'not-applicable', reason: ' ' }])
	expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field: 'reason', problem: 'missing' } })
	expect(await refusedActs(shell)).toEqual([])
})

test('several files come in together or not at all', async () => {
	const { shell, add } = await desk()
	const answer = await add([
		{ item: 'drafting-note', kind: 'file', file: PDF },
		{ item: 'legal-bases', kind: 'file', file: { ...PDF, name: '依据.exe' } },
	])
	expect(answer).toMatchObject({ ok: false, reason: { code: 'file-refused', cause: 'kind-not-allowed' } })
	expect(await shell.db.material.count()).toBe(0)
	expect(() => readdirSync(join(shell.directory, 'blobs', 'sha256'))).toThrow('ENOENT')
})

test.each([
	['说明.pdf', 'PK', 'wrong-suffix'],
	['说明.docx', 'no zip', 'not-a-zip'],
	['说明.txt', '', 'empty-file'],
	['图.png', '', 'empty-file'],
])('a material %s that is not what it says is refused by its cause', async (name, bytes, cause) => {
	const { add } = await desk()
	const answer = await add([{ item: 'drafting-note', kind: 'file', file: textFile(bytes, name) }])
	expect(answer).toMatchObject({ ok: false, reason: { code: 'file-refused', cause, fileName: name } })
})

test('a marked material is refused, not stored, and the security administrator is told without its name', async () => {
	const { shell, org, add } = await desk()
	const answer = await add([{ item: 'drafting-note', kind: 'file', file: { ...PDF, name: '秘密-名单.pdf' } }])
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level: 'confidential' } })
	expect(() => readdirSync(join(shell.directory, 'blobs', 'sha256'))).toThrow('ENOENT')
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toEqual(['file.classified'])
	expect((await shell.db.notice.findFirstOrThrow()).detail).not.toContain('名单')
})

test('materials rest with the drafting unit: not after submission, not from anybody else', async () => {
	const { shell, org, add } = await desk()
	const given = [{ item: 'drafting-note', kind: 'file', file: PDF }] as const
	expect(await add(given, org.actors.head)).toMatchObject({ reason: { code: 'not-permitted' } })
	expect(await add(given, org.actors.otherDrafter)).toMatchObject({ reason: { code: 'not-found' } })
	expect(() => readdirSync(join(shell.directory, 'blobs', 'sha256'))).toThrow('ENOENT')
	const submitted = await submittedMatter(shell, org)
	const late = await addMaterials(shell, org.actors.drafter, orderOn(shell, submitted), given)
	expect(late).toMatchObject({
		reason: { code: 'transition-refused', state: 'submitted', event: 'matter.edited' },
	})
})
