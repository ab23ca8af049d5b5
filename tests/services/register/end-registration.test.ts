import { expect, test } from 'vitest'
import { repealDocument, withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { propose, registered } from '#tests/support/register-steps.ts'
import { type SampleActor, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'

const REPEAL = { repealedOn: '2026-12-01', basis: '青政规〔2026〕9号第二十条。' }
const MISTAKE = { reason: '文号录错。' }

async function openRegister() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const documentId = await registered(shell, org)
	return { shell, org, documentId, order: () => ({ documentId, key: shell.newId() }) }
}

test('a repeal is entered once, with its day and its basis; nothing follows after it', async () => {
	const { shell, org, documentId, order } = await openRegister()
	const { secretary, registrar } = org.actors
	must(await repealDocument(shell, secretary, order(), REPEAL))
	expect(await lastEntry(shell, `document/${documentId}`)).toMatchObject({
		kind: 'document.repealed',
		detail: { repealedOn: '2026-12-01', words: REPEAL.basis },
	})
	for (const again of [
		await repealDocument(shell, registrar, order(), REPEAL),
		await withdrawRegistration(shell, registrar, order(), MISTAKE),
	])
		expect(again).toMatchObject({ ok: false, reason: { code: 'document-ended' } })
	expect(await entryKinds(shell, `document/${documentId}`)).toEqual([
		'document.import-proposed',
		'document.import-confirmed',
		'document.registered',
		'document.repealed',
		'document.repealed (refused)',
		'document.registration-withdrawn (refused)',
	])
	expect(await propose(shell, secretary)).toMatchObject({ reason: { problem: 'number-taken' } })
})

test('a registration that is withdrawn frees its number', async () => {
	const { shell, org, order } = await openRegister()
	must(await withdrawRegistration(shell, org.actors.registrar, order(), MISTAKE))
	const again = await registered(shell, org)
	expect(await shell.db.publishedDocument.count()).toBe(2)
	expect(await shell.db.publishedDocumentLive.findMany()).toMatchObject([{ documentId: again }])
})

test.each([
	['no day', { ...REPEAL, repealedOn: '' }, { field: 'repealedOn', problem: 'missing' }],
	['no basis', { ...REPEAL, basis: ' ' }, { field: 'basis', problem: 'missing' }],
	[
		'a day before the publication',
		{ ...REPEAL, repealedOn: '2024-02-29' },
		{ field: 'repealedOn', problem: 'repealed-before-publication' },
	],
])('a repeal with %s is refused beside its field', async (_what, given, reason) => {
	const { shell, org, order } = await openRegister()
	expect(await repealDocument(shell, org.actors.secretary, order(), given)).toMatchObject({
		ok: false,
		reason,
	})
	expect(await shell.db.documentEnd.count()).toBe(0)
})

test('a withdrawal without a reason is refused', async () => {
	const { shell, org, order } = await openRegister()
	expect(await withdrawRegistration(shell, org.actors.secretary, order(), { reason: '' })).toMatchObject({
		ok: false,
		reason: { field: 'reason', problem: 'missing' },
	})
})

test.each<SampleActor>(['drafter', 'head', 'reviewer', 'signer', 'counsel', 'leader', 'supervisor'])(
	'a %s reads the register and ends nothing in it',
	async (name) => {
		const { shell, org, documentId, order } = await openRegister()
		const actor = org.actors[name]
		const reason = { code: 'not-permitted' }
		expect(await repealDocument(shell, actor, order(), REPEAL)).toMatchObject({ ok: false, reason })
		expect(await withdrawRegistration(shell, actor, order(), MISTAKE)).toMatchObject({ ok: false, reason })
		expect(await lastEntry(shell, `document/${documentId}`)).toMatchObject({ outcome: 'refused' })
	},
)

test('for an administrator, and for whoever is of another district, there is no such document', async () => {
	const { shell, org, documentId, order } = await openRegister()
	const nextDoor = await seedOrganisation(shell, 'next-door')
	for (const actor of [org.actors.systemAdministrator, nextDoor.actors.secretary]) {
		expect(await repealDocument(shell, actor, order(), REPEAL)).toMatchObject({
			ok: false,
			reason: { code: 'not-found' },
		})
		expect(await entryKinds(shell, `user/${actor.personId}`)).toEqual(['document.repealed (refused)'])
	}
	expect(await entryKinds(shell, `document/${documentId}`)).toEqual([
		'document.import-proposed',
		'document.import-confirmed',
		'document.registered',
	])
})

test('of a repeal and a withdrawal at once one is entered, and the other is told', async () => {
	const { shell, org, order } = await openRegister()
	const answers = await Promise.all([
		repealDocument(shell, org.actors.secretary, order(), REPEAL),
		withdrawRegistration(shell, org.actors.registrar, order(), MISTAKE),
	])
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
	expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: { code: 'document-ended' } })
	expect(await shell.db.documentEnd.count()).toBe(1)
})

test('a form that is sent twice ends the document once and is answered twice', async () => {
	const { shell, org, order } = await openRegister()
	const once = order()
	for (let times = 0; times < 2; times += 1)
		must(await repealDocument(shell, org.actors.secretary, once, REPEAL))
	expect(await shell.db.documentEnd.count()).toBe(1)
})
