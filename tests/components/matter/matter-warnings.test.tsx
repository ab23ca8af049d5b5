import { expect, test } from 'vitest'
import { MissingPapers } from '#app/components/materials/missing-list.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import type { WarnedMatter } from '#app/components/matter/matter-warnings.tsx'
import { renderPage } from '#tests/support/render-page.tsx'

const SOUND: WarnedMatter = { matterId: 'm1', altered: [], order: null, isRiskFlagged: false }
const ORDER = {
	state: 'ordered',
	leaderName: '张区长',
	signedAt: '2026-03-02T02:00:00.000Z',
	contentSha256: 'a'.repeat(64),
	reviewBy: '2026-03-16',
	fileBy: null,
	isFiled: false,
} as const
const FACTS = {
	title: '青禾区养老服务补贴办法',
	tracks: ['normative-document'],
	state: 'reviewing',
	caseNumber: null,
	round: 1,
	mayReadTrail: true,
} as const

/** Both heads that a page of a matter may have. */
async function headsOf(warned: WarnedMatter): Promise<readonly string[]> {
	const due = { dueOn: null, group: 'later', daysLeft: null } as const
	const matter = {
		...FACTS,
		...warned,
		issuer: 'government',
		isVoid: false,
		mayTakeEvidence: true,
		counts: { versions: 1, materials: 1, items: 0 },
	} as const
	return [
		await renderPage(<MatterHead heading={matter} tab="overview" />),
		await renderPage(<DeskHead heading={{ ...FACTS, ...warned, due }} title="要件材料" />),
	]
}

test.each([
	['rows changed past the product', { ...SOUND, altered: ['text'] }, '有人在系统之外改动过'],
	['an emergency order', { ...SOUND, order: ORDER }, '由张区长应急签发，先行实施'],
	['a flagged legal risk', { ...SOUND, isRiskFlagged: true }, '明示法律风险提请讨论'],
] satisfies [string, WarnedMatter, string][])(
	'every page of a matter warns of %s',
	async (_what, warned, words) => {
		for (const head of await headsOf(warned)) expect(head).toContain(words)
		for (const head of await headsOf(SOUND)) expect(head).not.toContain(words)
	},
)

test('a missing paper is named in the language of the page', async () => {
	const missing = [
		{ kind: 'paper', code: 'note', name: { zh: '起草说明', en: 'Drafting note' }, ground: '713/12' },
	] as never
	const page = <MissingPapers missing={missing} />
	expect(await renderPage(page)).toContain('起草说明')
	const english = await renderPage(page, { language: 'en' })
	expect(english).toContain('Drafting note')
	expect(english).not.toContain('起草说明')
})
