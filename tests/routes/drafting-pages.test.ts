import { expect, test } from 'vitest'
import {
	action as confirmAction,
	loader as confirmLoader,
} from '#app/routes/matters/$matterId/_drafting/confirm.tsx'
import {
	action as draftAction,
	loader as draftLoader,
} from '#app/routes/matters/$matterId/_drafting/draft.tsx'
import {
	action as materialsAction,
	loader as materialsLoader,
} from '#app/routes/matters/$matterId/_drafting/materials.tsx'
import { action as newAction, loader as newLoader } from '#app/routes/matters/new.tsx'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	openedMatter,
	orderOn,
	readyMatter,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { type SampleActor, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const as = (name: SampleActor) => signInAs(shell, org.actors[name])
	return { shell, org, as }
}

test('a drafter opens a matter, uploads its text and sees what the reader found', async () => {
	const { shell, org, as } = await desk()
	const browser = await as('drafter')
	expect(await answerOf(() => newLoader(browser.get('/matters/new')))).toMatchObject({ status: 200 })
	const opened = await answerOf(() =>
		newAction(
			browser.post(
				'/matters/new',
				{},
				{ title: '集市管理办法', tracks: ['normative-document', 'other-document'], issuer: 'government' },
			),
		),
	)
	expect(opened.status).toBe(302)
	const matterId = /^\/matters\/([0-9a-f-]{36})\/draft$/.exec(opened.location ?? '')?.[1] ?? ''
	const uploaded = await answerOf(() =>
		draftAction(
			browser.post(
				`/matters/${matterId}/draft`,
				{ matterId },
				{
					intent: 'upload',
					main: new File([DRAFT_TEXT], '集市管理办法.txt'),
					'main-secrecy': 'internal',
					annexes: [new File(['申请表'], '附件1.txt')],
					'annexes-secrecy': 'public',
				},
			),
		),
	)
	expect(uploaded).toMatchObject({ status: 302, location: `/matters/${matterId}/draft` })
	const page = await answerOf(() => draftLoader(browser.get(`/matters/${matterId}/draft`, { matterId })))
	expect(page.value).toMatchObject({
		current: {
			versionNo: 1,
			isSubmittable: true,
			outline: { articles: 4, problems: [] },
			files: [
				{ role: 'main', name: '集市管理办法.txt', secrecy: 'internal' },
				{ role: 'annex', name: '附件1.txt', secrecy: 'public' },
			],
		},
	})
	expect((await matterOf(shell, org, matterId)).tracks).toHaveLength(2)
})

test('a refused form keeps what was typed', async () => {
	const { as } = await desk()
	const browser = await as('drafter')
	const refused = await answerOf(() =>
		newAction(
			browser.post('/matters/new', {}, { title: '', tracks: ['normative-document'], issuer: 'government' }),
		),
	)
	expect(refused).toMatchObject({
		status: 422,
		value: {
			refusal: null,
			lastResult: { initialValue: { tracks: 'normative-document' }, error: { title: ['missing'] } },
		},
	})
})

test('a file over the limit is refused with the limit, kept nowhere, and the try is in the trail', async () => {
	const { shell, org, as } = await desk()
	const matterId = await openedMatter(shell, org)
	const browser = await as('drafter')
	const main = new File([new Uint8Array(30 * 1024 * 1024 + 1)], '大文件.docx')
	const fields = { intent: 'upload', main, 'main-secrecy': 'internal' }
	const refused = await answerOf(() =>
		draftAction(browser.post(`/matters/${matterId}/draft`, { matterId }, fields)),
	)
	expect(refused).toMatchObject({
		status: 422,
		value: {
			refusal: {
				code: 'file-refused',
				cause: 'too-large',

				figures: { limitMb: 30 },
			},
		},
	})
	expect(await shell.db.draftVersion.count()).toBe(0)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'version.uploaded',
		outcome: 'refused',
	})
})

test('materials and steps come in by their forms, several files by their names', async () => {
	const { shell, org, as } = await desk()
	const matterId = await openedMatter(shell, org)
	const browser = await as('drafter')
	const path = `/matters/${matterId}/materials`
	const send = (fields: Parameters<typeof browser.post>[2]) =>
		answerOf(() => materialsAction(browser.post(path, { matterId }, fields)))
	const bulk = [new File(['说明'], '起草说明.txt'), new File(['?'], '扫描件.txt')]
	const several = await send({ intent: 'bulk', bulk, 'bulk-secrecy': 'public' })
	expect(several.location).toBe(path)
	expect((await shell.db.unplacedFile.findMany()).map(({ name }) => name)).toEqual(['扫描件.txt'])
	const notApplicable = {
		intent: 'not-applicable',
		item: 'legal-bases',
		'reason-legal-bases': '见起草说明。',
	}
	expect((await send(notApplicable)).location).toBe(`${path}#row-legal-bases`)
	const step = {
		intent: 'step-done',
		item: 'risk-assessment',
		'fact-risk-assessment-conclusion': 'controllable',
		'fact-risk-assessment-level': 'low',
		'fact-risk-assessment-measures': '设三个月过渡期。',
		'fact-risk-assessment-assessedBy': '区农业农村局',
		'fact-risk-assessment-assessedOn': '2026-11-02',
		'file-risk-assessment': new File(['报告'], '风险评估.txt'),
		'secrecy-risk-assessment': 'internal',
	}
	expect(await send({ ...step, 'fact-risk-assessment-assessedOn': '2027-01-01' })).toMatchObject({
		status: 422,
		value: {
			refusal: { field: 'assessedOn' },
			lastResult: {
				initialValue: { 'fact-risk-assessment-assessedBy': '区农业农村局' },
				error: { 'fact-risk-assessment-assessedOn': [expect.any(String)] },
			},
		},
	})
	expect((await send(step)).status).toBe(302)
	const { value } = await answerOf(() => materialsLoader(browser.get(path, { matterId })))
	const page = value as Awaited<ReturnType<typeof materialsLoader>>
	expect(page.checklist.filter((row) => row.standing !== null).map((row) => row.code)).toEqual([
		'drafting-note',
		'legal-bases',
	])
	expect(page.steps.find((row) => row.step === 'risk-assessment')).toMatchObject({
		answer: 'done',
		paper: { name: '风险评估.txt' },
	})
	expect(page.unanswered).toBe(5)
})

test('drafter asks, head signs: each by the form on the confirmation page', async () => {
	const { shell, org, as } = await desk()
	const matterId = await readyMatter(shell, org)
	const [drafter, head] = [await as('drafter'), await as('head')]
	const path = `/matters/${matterId}/confirm`
	const asked = await answerOf(() => confirmAction(drafter.post(path, { matterId }, { intent: 'ask' })))
	expect(asked.location).toBe(path)
	const unread = await answerOf(() => confirmAction(head.post(path, { matterId }, { intent: 'sign' })))
	expect(unread).toMatchObject({ status: 422, value: { lastResult: { error: { read: ['not-read'] } } } })
	const page = await answerOf(() => confirmLoader(head.get(path, { matterId })))
	expect(page.value).toMatchObject({
		isAwaitingHead: true,
		unmet: [],
		reviewBody: '青禾区司法局',
		acceptDays: 2,
	})
	const signed = await answerOf(() =>
		confirmAction(head.post(path, { matterId }, { intent: 'sign', read: 'yes' })),
	)
	expect(signed.location).toBe(`/matters/${matterId}`)
	expect((await matterOf(shell, org, matterId)).state).toBe('submitted')
})

test('the head’s words come back to the drafter’s page', async () => {
	const { shell, org, as } = await desk()
	const matterId = await readyMatter(shell, org)
	must(await prepareSubmission(shell, org.actors.drafter, orderOn(shell, matterId)))
	const [drafter, head] = [await as('drafter'), await as('head')]
	const path = `/matters/${matterId}/confirm`
	await confirmAction(head.post(path, { matterId }, { intent: 'decline', words: '第三条请再核。' }))
	const page = await answerOf(() => confirmLoader(drafter.get(path, { matterId })))
	expect(page.value).toMatchObject({
		isAwaitingHead: false,
		declined: { words: '第三条请再核。', by: 'head' },
	})
})

test('personal data in the text is named, masked, before it is submitted', async () => {
	const { shell, org, as } = await desk()
	const matterId = await openedMatter(shell, org)
	const browser = await as('drafter')
	const pasted = `${DRAFT_TEXT}\n联系人电话 13812345678。`
	const fields = { intent: 'upload', pasted, 'main-secrecy': 'internal' }
	await draftAction(browser.post(`/matters/${matterId}/draft`, { matterId }, fields))
	const page = await answerOf(() => confirmLoader(browser.get(`/matters/${matterId}/confirm`, { matterId })))
	expect(page.value).toMatchObject({
		personalData: [{ kind: 'mobile-number', line: 6, masked: '138****5678', file: null }],
	})
})
