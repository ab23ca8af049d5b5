import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { decideImport } from '#app/services/register/decide-import.server.ts'
import { type DocumentGiven, proposeImport } from '#app/services/register/import-document.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { must, textFile } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import {
	answerImport,
	documentForm,
	PUBLISHED_TEXT,
	propose,
	publishedFile,
	registered,
} from '#tests/support/register-steps.ts'
import { type SampleActor, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

async function openDistrict() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('L4 an old document stands in the library on the word of two, marked as imported, with its bytes and in the trail', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar } = org.actors
	const number = { documentNumber: ' 青政规 [2024] 05号 ' }
	const id = must(await propose(shell, secretary, number)).value.documentId
	expect(await shell.db.publishedDocument.count()).toBe(0)
	expect(await answerImport(shell, secretary, id)).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', problem: 'own-request' },
	})
	must(await answerImport(shell, registrar, id))
	const row = await shell.db.publishedDocument.findFirstOrThrow({ where: { id } })
	expect(row).toMatchObject({
		documentNumber: '青政规〔2024〕5号',
		text: PUBLISHED_TEXT,
		textSha256: sha256Hex(PUBLISHED_TEXT),
		source: 'imported',
		validUntil: null,
		registeredBy: registrar.personId,
		postId: registrar.posts[0]?.id,
	})
	expect(new TextDecoder().decode(await shell.blobs.read(row.fileSha256 ?? ''))).toBe(PUBLISHED_TEXT)
	expect(await entryKinds(shell, `document/${id}`)).toEqual([
		'document.import-proposed',
		'document.import-confirmed (refused)',
		'document.import-confirmed',
		'document.registered',
	])
	expect(await lastEntry(shell, `document/${id}`)).toMatchObject({
		detail: { source: 'imported', fileSha256: row.fileSha256 },
	})
	expect(await noticesOf(shell, secretary)).toContain('document.import-confirmed')
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('what the second person declines stands nowhere, with the reason on record, and is not asked again', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar } = org.actors
	const id = must(await propose(shell, secretary)).value.documentId
	must(await answerImport(shell, registrar, id, '与公报刊载的文本不一致。'))
	expect(await shell.db.publishedDocument.count()).toBe(0)
	expect(await lastEntry(shell, `document/${id}`)).toMatchObject({
		kind: 'document.import-declined',
		detail: { words: '与公报刊载的文本不一致。' },
	})
	expect(await answerImport(shell, registrar, id)).toMatchObject({ reason: { problem: 'already-decided' } })
})

test.each<SampleActor>([
	'drafter',
	'head',
	'lead',
	'reviewer',
	'checker',
	'signer',
	'counsel',
	'leader',
	'supervisor',
	'systemAdministrator',
	'auditAdministrator',
])('a %s proposes nothing, no byte of theirs is stored, and the try is in their own stream', async (name) => {
	const { shell, org } = await openDistrict()
	const actor = org.actors[name]
	expect(await propose(shell, actor)).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
	expect(await shell.blobs.verify(sha256Hex(PUBLISHED_TEXT))).toBe(false)
	expect(await entryKinds(shell, `user/${actor.personId}`)).toEqual(['document.import-proposed (refused)'])
	expect(await shell.db.documentImport.count()).toBe(0)
})

test('the intake of the review body proposes as well', async () => {
	const { shell, org } = await openDistrict()
	must(await propose(shell, org.actors.registrar))
})

const { name, bytes } = textFile('第一条　略。', '办法.docm')

test.each<[string, Partial<DocumentGiven>, object]>([
	['a document without a title', { title: ' ' }, { field: 'title', problem: 'missing' }],
	['a document without an issuer', { issuer: '' }, { field: 'issuer', problem: 'missing' }],
	[
		'a number that is none',
		{ documentNumber: '没有文号' },
		{ field: 'documentNumber', problem: 'not-a-document-number' },
	],
	[
		'an effect before the publication',
		{ effectiveOn: '2024-02-29' },
		{ field: 'effectiveOn', problem: 'before-publication' },
	],
	['no file', { file: null }, { field: 'file', problem: 'missing' }],
	['nothing of where it is from', { origin: ' ' }, { field: 'origin', problem: 'missing' }],
	['a paper that is not public', { secrecy: 'internal' }, { field: 'secrecy', problem: 'not-published' }],
	[
		'a text of which nobody said whether it is public',
		{ secrecy: '' },
		{ field: 'secrecy', problem: 'missing' },
	],
	['a file of macros', { file: { name, bytes } }, { code: 'file-refused' }],
])('%s is refused, and nothing is proposed', async (_what, otherwise, reason) => {
	const { shell, org } = await openDistrict()
	const { secretary } = org.actors
	expect(await propose(shell, secretary, otherwise)).toMatchObject({ ok: false, reason })
	expect(await shell.db.documentImport.count()).toBe(0)
	// A slip of the form is no act; a file that cannot be taken was one.
	expect(await refusedActs(shell)).toEqual('code' in reason ? ['document.import-proposed'] : [])
})

test('a text with a secrecy marking is not even discussed, whatever else is wrong; the security administrator is told', async () => {
	const { shell, org } = await openDistrict()
	const pasted = `机密★一年\n${PUBLISHED_TEXT}`
	const answer = await propose(shell, org.actors.secretary, { file: publishedFile(pasted), title: '' })
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level: 'secret' } })
	expect(await shell.blobs.verify(sha256Hex(pasted))).toBe(false)
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toContain('file.classified')
})

test('characters that nobody sees may stand in what was published', async () => {
	const { shell, org } = await openDistrict()
	await registered(shell, org, { file: publishedFile(PUBLISHED_TEXT.replace('认定', '认\u200B定')) })
})

test('a number is registered once, whichever brackets it is typed in; next door it is another number', async () => {
	const { shell, org } = await openDistrict()
	await registered(shell, org)
	expect(await propose(shell, org.actors.registrar, { documentNumber: '青政规（2024）第5号' })).toMatchObject(
		{ ok: false, reason: { field: 'documentNumber', problem: 'number-taken' } },
	)
	const nextDoor = await seedOrganisation(shell, 'next-door')
	must(await propose(shell, nextDoor.actors.secretary))
})

test('of two proposals of one number, one is confirmed, and the other is told in words', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar } = org.actors
	const ids = [must(await propose(shell, secretary)), must(await propose(shell, registrar))].map(
		(each) => each.value.documentId,
	)
	const answers = await Promise.all([
		answerImport(shell, registrar, ids[0] ?? ''),
		answerImport(shell, secretary, ids[1] ?? ''),
	])
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
	expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: { problem: 'number-taken' } })
	expect(await shell.db.publishedDocument.count()).toBe(1)
})

test('a form that is sent twice, even at once, proposes one document and gives one answer', async () => {
	const { shell, org } = await openDistrict()
	const { secretary } = org.actors
	const key = shell.newId()
	const send = () => proposeImport(shell, secretary, key, documentForm())
	const answers = [...(await Promise.all([send(), send()])), await send()]
	expect(new Set(answers.map((answer) => must(answer).value.documentId)).size).toBe(1)
	expect(await proposeImport(shell, secretary, key, documentForm({ title: '别的' }))).toMatchObject({
		ok: false,
		reason: { code: 'key-reused' },
	})
})

test('L4 the document of a coordinating body is not taken, and that it was tried is in the trail', async () => {
	const { shell, org } = await openDistrict()
	const answer = await propose(shell, org.actors.secretary, { issuer: '青禾区出租房屋管理领导小组办公室' })
	expect(answer).toMatchObject({
		reason: { code: 'unfitting', field: 'issuer', problem: 'issues-nothing' },
	})
	expect(await shell.db.documentImport.count()).toBe(0)
	expect(await refusedActs(shell)).toEqual(['document.import-proposed'])
})

test('an import that nobody proposed waits for no answer, and whoever only reads answers none', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar, drafter } = org.actors
	const answer = (importId: string) => ({ importId, isConfirmed: true, words: '' })
	expect(await decideImport(shell, registrar, shell.newId(), answer(shell.newId()))).toMatchObject({
		reason: { code: 'unfitting', field: 'importId', problem: 'already-decided' },
	})
	const id = must(await propose(shell, secretary)).value.documentId
	expect(await decideImport(shell, drafter, shell.newId(), answer(id))).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})
