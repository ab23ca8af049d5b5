import { expect, test } from 'vitest'
import { loader as confirmLoader } from '#app/routes/matters/$matterId/_drafting/confirm.tsx'
import {
	action as draftAction,
	loader as draftLoader,
} from '#app/routes/matters/$matterId/_drafting/draft.tsx'
import { loader as fileLoader } from '#app/routes/matters/$matterId/files.$sha256.tsx'
import { action as proposeAction, loader as proposeLoader } from '#app/routes/matters/$matterId/propose.tsx'
import {
	action as replaceAction,
	loader as replaceLoader,
} from '#app/routes/matters/$matterId/_drafting/replace.tsx'
import {
	action as repliesAction,
	loader as repliesLoader,
} from '#app/routes/matters/$matterId/_drafting/replies.tsx'
import {
	action as supplementAction,
	loader as supplementLoader,
} from '#app/routes/matters/$matterId/_drafting/supplement.tsx'
import {
	action as withdrawAction,
	loader as withdrawLoader,
} from '#app/routes/matters/$matterId/_drafting/withdraw.tsx'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import {
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	readyMatter,
	submittedMatter,
	confirmedReading,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { clearanceOn, listingOf, opinionWithItem, supplementOf } from '#tests/support/review-rows.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { type SampleActor, seedOrganisation } from '#tests/support/sample-organisation.ts'

const PROPOSAL = { presenter: '王某某', minutes: '10', leaderId: '' }

async function desk() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const as = (name: SampleActor) => signInAs(shell, org.actors[name])
	return { shell, org, as }
}

test('the page before a clearance falls names it, the blocked item and who will be told, and changes nothing', async () => {
	const { shell, org, as } = await desk()
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId)
	must(await proposeAgendaItem(shell, org.actors.head, orderOn(shell, matterId), PROPOSAL))
	await listingOf(shell, org, matterId)
	const browser = await as('drafter')
	const draft = await answerOf(() => draftLoader(browser.get(`/matters/${matterId}/draft`, { matterId })))
	expect(draft).toMatchObject({ status: 302, location: `/matters/${matterId}/replace` })
	const before = await matterOf(shell, org, matterId)
	const { value } = await answerOf(() =>
		replaceLoader(browser.get(`/matters/${matterId}/replace`, { matterId })),
	)
	const page = value as Awaited<ReturnType<typeof replaceLoader>>
	expect(page.clearance).toMatchObject({ number: before.clearances[0]?.number, versionNo: 1 })
	expect(page.items).toMatchObject([{ state: 'listed', meeting: '第43次常务会议' }])
	expect(page.told.toSorted()).toEqual([
		'checker',
		'head',
		'otherSecretary',
		'reviewer',
		'secretary',
		'signer',
	])
	expect(await matterOf(shell, org, matterId)).toEqual(before)
	const main = new File([`${DRAFT_TEXT}\n第五条　附则。`], 'draft.txt')
	const fields = { intent: 'upload', main, 'main-secrecy': 'internal', typedTitle: '错的' }
	const refused = await answerOf(() =>
		replaceAction(browser.post(`/matters/${matterId}/replace`, { matterId }, fields)),
	)
	expect(refused).toMatchObject({ status: 422, value: { refusal: { field: 'typedTitle' } } })
	expect((await matterOf(shell, org, matterId)).live).not.toBeNull()
	const typed = { ...fields, typedTitle: before.title }
	await replaceAction(browser.post(`/matters/${matterId}/replace`, { matterId }, typed))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'revising', live: null })
})

test('answers to a supplement are kept even when something is missing for sending it', async () => {
	const { shell, org, as } = await desk()
	const matterId = await submittedMatter(shell, org)
	await supplementOf(shell, org, matterId, ['补充起草说明', '补充依据目录'])
	const browser = await as('drafter')
	const path = `/matters/${matterId}/supplement`
	const send = (fields: Record<string, string>) =>
		answerOf(() => supplementAction(browser.post(path, { matterId }, { intent: 'send', ...fields })))
	expect(await send({ 'answer-1': '已补。', 'answer-2': '' })).toMatchObject({
		status: 409,
		value: {
			refusal: { unmet: ['supplement-answered'] },
			lastResult: { initialValue: { 'answer-1': '已补。' } },
		},
	})
	const page = await answerOf(() => supplementLoader(browser.get(path, { matterId })))
	expect(page.value).toMatchObject({
		items: [{ answer: '已补。' }, { answer: null }],
		requestedBy: 'registrar',
	})
	expect((await send({ 'answer-1': '已补。', 'answer-2': '已补。' })).location).toBe(`/matters/${matterId}`)
})

test('a reply stands beside its place in both texts', async () => {
	const { shell, org, as } = await desk()
	const matterId = await submittedMatter(shell, org)
	const opinionItemId = await opinionWithItem(shell, org, matterId)
	const browser = await as('drafter')
	const pasted = DRAFT_TEXT.replace('和培训证明', '')
	await draftAction(
		browser.post(
			`/matters/${matterId}/draft`,
			{ matterId },
			{ intent: 'upload', pasted, 'main-secrecy': 'internal' },
		),
	)
	await confirmedReading(shell, org, matterId)
	const path = `/matters/${matterId}/replies`
	const fields = {
		intent: 'reply',
		opinionItemId,
		position: '1',
		'answer-1': 'adopted',
		'text-1': '删去“和培训证明”。',
		'reason-1': '',
	}
	const saved = await answerOf(() => repliesAction(browser.post(path, { matterId }, fields)))
	expect(saved.location).toBe(`${path}#item-1`)
	const { value } = await answerOf(() => repliesLoader(browser.get(path, { matterId })))
	const page = value as Awaited<ReturnType<typeof repliesLoader>>
	expect(page.items[0]).toMatchObject({ reply: { answer: 'adopted' }, change: { kind: 'modified' } })
	const deleted = page.items[0]?.change?.rows
		.flatMap((row) => row.merged)
		.filter((segment) => segment.kind === 'deleted')
	expect(deleted?.map((segment) => segment.text)).toEqual(['和培训证明'])
	expect(page.unmet).toEqual([])
	const sent = await answerOf(() => repliesAction(browser.post(path, { matterId }, { intent: 'send' })))
	expect(sent.location).toBe(`/matters/${matterId}`)
})

test('the head proposes and withdraws by form', async () => {
	const { shell, org, as } = await desk()
	const matterId = await submittedMatter(shell, org)
	await clearanceOn(shell, org, matterId)
	const browser = await as('head')
	const proposed = await answerOf(() => proposeAction(browser.post('/p', { matterId }, PROPOSAL)))
	expect(proposed.location).toBe(`/matters/${matterId}/consent`)
	const page = await answerOf(() => withdrawLoader(browser.get('/w', { matterId })))
	expect(page.value).toMatchObject({
		openItems: [{ state: 'proposed' }],
		clearanceNumber: expect.stringContaining('审通'),
	})
	const fields = { reasonCode: 'not-pursued', words: '不再推进。' }
	await withdrawAction(browser.post('/w', { matterId }, fields))
	expect((await matterOf(shell, org, matterId)).state).toBe('withdrawn')
})

test('a file is given out by its hash to whoever may read the matter, as it was put, and never as a page', async () => {
	const { shell, org, as } = await desk()
	const matterId = await submittedMatter(shell, org)
	const { sha256 } = await shell.db.versionFile.findFirstOrThrow()
	const browser = await as('reviewer')
	const { value } = await answerOf(() => fileLoader(browser.get('/f', { matterId, sha256 })))
	const response = value as Response
	expect(await response.text()).toBe(DRAFT_TEXT)
	expect(response.headers.get('Content-Disposition')).toBe(
		`attachment; filename="draft.txt"; filename*=UTF-8''draft.txt`,
	)
	const strangers: SampleActor[] = ['otherDrafter', 'otherCounsel', 'secretary', 'systemAdministrator']
	for (const name of strangers) {
		const stranger = await as(name)
		expect((await answerOf(() => fileLoader(stranger.get('/f', { matterId, sha256 })))).status, name).toBe(
			404,
		)
	}
	for (const odd of ['0'.repeat(64), '../../etc/passwd', 'ABC'])
		expect((await answerOf(() => fileLoader(browser.get('/f', { matterId, sha256: odd })))).status, odd).toBe(
			404,
		)
})

test('what counsel take away is in the trail', async () => {
	const { shell, org, as } = await desk()
	const matterId = await reviewingMatter(shell, org)
	const { counsel } = org.actors
	const { sha256 } = await shell.db.versionFile.findFirstOrThrow()
	const browser = await as('counsel')
	expect((await answerOf(() => fileLoader(browser.get('/f', { matterId, sha256 })))).status).toBe(200)
	const entry = await shell.db.auditEntry.findFirstOrThrow({ where: { kind: 'file.downloaded' } })
	expect([entry.matterId, entry.actorId]).toEqual([matterId, counsel.personId])
})

test('each page answers its own people, refuses those who may only read, and is not there for anybody else', async () => {
	const { shell, org, as } = await desk()
	const drafted = await readyMatter(shell, org)
	const inSupplement = await submittedMatter(shell, org)
	await supplementOf(shell, org, inSupplement, ['补充起草说明'])
	const cleared = await submittedMatter(shell, org)
	await clearanceOn(shell, org, cleared)
	const pages = [
		['confirm', confirmLoader, drafted, 'drafter', 'supervisor'],
		['confirm', confirmLoader, drafted, 'head', 'supervisor'],
		['supplement', supplementLoader, inSupplement, 'drafter', 'registrar'],
		['replace', replaceLoader, cleared, 'drafter', 'signer'],
		['propose', proposeLoader, cleared, 'head', 'drafter'],
		['withdraw', withdrawLoader, cleared, 'head', 'drafter'],
	] as const
	for (const [name, loader, matterId, owner, reader] of pages) {
		const statusFor = async (who: SampleActor) => {
			const browser = await as(who)
			return (await answerOf(() => (loader as typeof draftLoader)(browser.get('/p', { matterId })))).status
		}
		expect(await statusFor(owner), `${name} ${owner}`).toBe(200)
		expect(await statusFor(reader), `${name} ${reader}`).toBe(403)
		for (const stranger of [
			'otherDrafter',
			'otherHead',
			'secretary',
			'systemAdministrator',
			'auditAdministrator',
		] as const)
			expect(await statusFor(stranger), `${name} ${stranger}`).toBe(404)
	}
	const [head, odd] = [await as('head'), await as('drafter')]
	expect((await answerOf(() => draftLoader(head.get('/p', { matterId: drafted })))).status).toBe(200)
	expect((await answerOf(() => draftLoader(odd.get('/p', { matterId: 'nonsense' })))).status).toBe(404)
})
