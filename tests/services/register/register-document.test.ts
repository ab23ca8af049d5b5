import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { type DocumentGiven, registerDocument } from '#app/services/register/register-document.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { DRAFT_TEXT, must, submittedMatter, textFile } from '#tests/support/drafting-steps.ts'
import { forgeClearance } from '#tests/support/forge-clearance.ts'
import { listedItem } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw } from '#tests/support/raw-sql.ts'
import {
	decidedMatter,
	documentForm,
	PUBLISHED_TEXT,
	register,
	registered,
	textOf,
} from '#tests/support/register-steps.ts'
import { type SampleActor, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

async function openDistrict() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

test('a pasted text is registered with its hash and its bytes, under the post of whoever did it, and in the trail', async () => {
	const { shell, org } = await openDistrict()
	const { secretary } = org.actors
	const id = await registered(shell, org, { documentNumber: ' 青政规 [2024] 05号 ' })
	const row = await shell.db.publishedDocument.findFirstOrThrow({ where: { id } })
	expect(row).toMatchObject({
		documentNumber: '青政规〔2024〕5号',
		text: PUBLISHED_TEXT,
		textSha256: sha256Hex(PUBLISHED_TEXT),
		source: 'pasted',
		validUntil: null,
		registeredBy: secretary.personId,
		postId: secretary.posts[0]?.id,
	})
	expect(new TextDecoder().decode(await shell.blobs.read(row.fileSha256 ?? ''))).toBe(PUBLISHED_TEXT)
	const entry = await lastEntry(shell, `document/${id}`)
	expect(entry).toMatchObject({
		kind: 'document.registered',
		outcome: 'done',
		detail: { textSha256: row.textSha256 },
	})
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('a file is kept as it was brought', async () => {
	const { shell, org } = await openDistrict()
	const { name, bytes } = textFile(PUBLISHED_TEXT, '认定办法.txt')
	const id = await registered(shell, org, { source: 'file', file: { name, bytes }, pasted: '' })
	const row = await shell.db.publishedDocument.findFirstOrThrow({ where: { id } })
	expect(row).toMatchObject({ source: 'file', fileName: name, fileSize: bytes.byteLength })
	expect(await shell.blobs.verify(row.fileSha256 ?? '')).toBe(true)
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
])(
	'a %s registers nothing, no byte of theirs is stored, and the try is in their own stream',
	async (name) => {
		const { shell, org } = await openDistrict()
		const actor = org.actors[name]
		expect(await register(shell, actor)).toMatchObject({ ok: false, reason: { code: 'not-permitted' } })
		expect(await shell.blobs.verify(sha256Hex(PUBLISHED_TEXT))).toBe(false)
		expect(await entryKinds(shell, `user/${actor.personId}`)).toEqual(['document.registered (refused)'])
		expect(await shell.db.publishedDocument.count()).toBe(0)
	},
)

test('the intake of the review body registers as well', async () => {
	const { shell, org } = await openDistrict()
	must(await register(shell, org.actors.registrar))
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
	['a source that nobody chose', { source: '' }, { field: 'source', problem: 'missing' }],
	['no file', { source: 'file' }, { field: 'file', problem: 'missing' }],
	['no text', { pasted: ' \n' }, { field: 'pasted', problem: 'missing' }],
	['a paper that is not public', { secrecy: 'internal' }, { field: 'secrecy', problem: 'not-published' }],
	[
		'a text of which nobody said whether it is public',
		{ secrecy: '' },
		{ field: 'secrecy', problem: 'missing' },
	],
	['a file of macros', { source: 'file', file: { name, bytes } }, { code: 'file-refused' }],
	['no matter', { source: 'decided' }, { field: 'matterId', problem: 'missing' }],
])('%s is refused, and nothing is registered', async (_what, otherwise, reason) => {
	const { shell, org } = await openDistrict()
	const { secretary } = org.actors
	expect(await register(shell, secretary, otherwise)).toMatchObject({ ok: false, reason })
	expect(await shell.db.publishedDocument.count()).toBe(0)
	// A slip of the form is no act; a file that cannot be taken was one.
	expect(await refusedActs(shell)).toEqual('code' in reason ? ['document.registered'] : [])
})

test('a text with a secrecy marking is not even discussed, whatever else is wrong; the security administrator is told', async () => {
	const { shell, org } = await openDistrict()
	const pasted = `机密★一年\n${PUBLISHED_TEXT}`
	const answer = await register(shell, org.actors.secretary, { pasted, title: '' })
	expect(answer).toMatchObject({ ok: false, reason: { code: 'classified', level: 'secret' } })
	expect(await shell.blobs.verify(sha256Hex(pasted))).toBe(false)
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toContain('file.classified')
})

test('characters that nobody sees may stand in what was published', async () => {
	const { shell, org } = await openDistrict()
	await registered(shell, org, { pasted: PUBLISHED_TEXT.replace('认定', '认\u200B定') })
})

test('a number is registered once, whichever brackets it is typed in; next door it is another number', async () => {
	const { shell, org } = await openDistrict()
	await registered(shell, org)
	expect(
		await register(shell, org.actors.registrar, { documentNumber: '青政规（2024）第5号' }),
	).toMatchObject({ ok: false, reason: { field: 'documentNumber', problem: 'number-taken' } })
	const nextDoor = await seedOrganisation(shell, 'next-door')
	must(await register(shell, nextDoor.actors.secretary))
})

test('of two who register one number at once, one does, and the other is told in words', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar } = org.actors
	const answers = await Promise.all([register(shell, secretary), register(shell, registrar)])
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
	expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: { problem: 'number-taken' } })
	expect(await shell.db.publishedDocument.count()).toBe(1)
})

test('a form that is sent twice, even at once, registers one document and gives one answer', async () => {
	const { shell, org } = await openDistrict()
	const { secretary } = org.actors
	const key = shell.newId()
	const send = () => registerDocument(shell, secretary, key, documentForm())
	const answers = [...(await Promise.all([send(), send()])), await send()]
	expect(new Set(answers.map((answer) => must(answer).value.documentId)).size).toBe(1)
	expect(await registerDocument(shell, secretary, key, documentForm({ title: '别的' }))).toMatchObject({
		ok: false,
		reason: { code: 'key-reused' },
	})
})

test('the text that a meeting has passed is registered as it was passed, bound to its clearance, in the matter’s trail too', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await decidedMatter(shell, org)
	const id = await registered(shell, org, textOf(matterId))
	const clearance = await shell.db.clearance.findFirstOrThrow({ where: { matterId } })
	expect(await shell.db.publishedDocument.findFirstOrThrow({ where: { id } })).toMatchObject({
		source: 'decided',
		text: DRAFT_TEXT,
		textSha256: sha256Hex(DRAFT_TEXT),
		matterId,
		clearanceId: clearance.id,
		versionId: clearance.versionId,
		contentSha256: clearance.contentSha256,
		fileSha256: null,
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'document.registered',
		detail: { document: id },
	})
})

test.each(['passed-in-principle', 'deferred', 'not-passed'])(
	'a text on which the outcome is %s is not registered',
	async (outcome) => {
		const { shell, org } = await openDistrict()
		const matterId = await decidedMatter(shell, org, outcome)
		expect(await register(shell, org.actors.secretary, textOf(matterId))).toMatchObject({
			ok: false,
			reason: { field: 'matterId', problem: 'not-registrable' },
		})
	},
)

test('a matter that no meeting decided, that is not there, or that the keeper may not read, is all the same', async () => {
	const { shell, org } = await openDistrict()
	const undecided = await submittedMatter(shell, org)
	const decided = await decidedMatter(shell, org)
	const nextDoor = await seedOrganisation(shell, 'next-door')
	const reason = { field: 'matterId', problem: 'not-registrable' }
	for (const matterId of [undecided, shell.newId()])
		expect(await register(shell, org.actors.secretary, textOf(matterId))).toMatchObject({ reason })
	expect(await register(shell, nextDoor.actors.secretary, textOf(decided))).toMatchObject({ reason })
	// A secretary of another organ has no sight of what was proposed to this one.
	const posts = org.actors.secretary.posts.map((post) => ({ ...post, organId: org.organs.housing }))
	const elsewhere = { ...org.actors.secretary, posts }
	expect(await register(shell, elsewhere, textOf(decided))).toMatchObject({ reason })
})

test('a matter is registered once, also by two at once', async () => {
	const { shell, org } = await openDistrict()
	const matterId = await decidedMatter(shell, org)
	const answers = await Promise.all(
		(['secretary', 'registrar'] as const).map((who, at) =>
			register(shell, org.actors[who], { ...textOf(matterId), documentNumber: `青政规〔2026〕${at + 1}号` }),
		),
	)
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
	expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: { problem: 'not-registrable' } })
})

test('a clearance that was forged by SQL makes no text that may be registered, whatever outcome was written for it', async () => {
	const { shell, org } = await openDistrict()
	const { meetingId } = await listedItem(shell, org)
	const { secretary } = org.actors
	const forgery = await forgeClearance(shell, org, meetingId)
	const at = shell.now().toISOString().replace('Z', '+00:00')
	const statements = [
		`update meeting set state = 'fixed' where id = '${meetingId}'`,
		`update meeting set state = 'held' where id = '${meetingId}'`,
		`insert into agenda_outcome (jurisdiction_id, agenda_item_id, meeting_id, matter_id, clearance_id, outcome, decision_text, dissent, recorded_by, post_id, recorded_at) values ('${org.jurisdictionId}','${forgery.agendaItemId}','${meetingId}','${forgery.matterId}','${forgery.clearanceId}','passed','通过。','','${secretary.personId}','x','${at}')`,
	]
	await runRaw(shell.url, statements.join(';'))
	expect(await register(shell, secretary, textOf(forgery.matterId))).toMatchObject({
		ok: false,
		reason: { problem: 'not-registrable' },
	})
})

test('the document of a coordinating body is not registered, and that it was tried is in the trail', async () => {
	const { shell, org } = await openDistrict()
	const answer = await register(shell, org.actors.secretary, { issuer: '青禾区出租房屋管理领导小组办公室' })
	expect(answer).toMatchObject({
		reason: { code: 'unfitting', field: 'issuer', problem: 'issues-nothing' },
	})
	expect(await shell.db.publishedDocument.count()).toBe(0)
	expect(await refusedActs(shell)).toEqual(['document.registered'])
})
