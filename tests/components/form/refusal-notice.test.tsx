import { expect, test } from 'vitest'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { RefusedAtGate } from '#app/components/meeting/refused-at-gate.tsx'
import { GATE_RULES } from '#app/domain/agenda-gate/gate-rules.ts'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { Refusal, RefusalCode } from '#app/domain/refusal.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const rules: RuleDecision[] = GATE_RULES.map(({ id, menders }, at) =>
	at < 2
		? { id, menders, grounds: [], status: 'unmet', fact: at === 0 ? 'no-clearance' : 'no-opinion' }
		: { id, menders, grounds: [], status: 'met', fact: 'cleared' },
)
const decision = { contentSha256: null, clearanceId: null, isOpen: false, rules }

/** One refusal of every kind; a new kind without one does not compile. */
const REFUSALS: { readonly [Code in RefusalCode]: Extract<Refusal, { code: Code }> } = {
	'not-found': { code: 'not-found' },
	'not-permitted': { code: 'not-permitted', act: 'matter.read' },
	'not-separate': { code: 'not-separate', hand: 'signing-officer', other: 'reviewer' },
	'stale-page': {
		code: 'stale-page',
		changes: [{ kind: 'matter.accepted', actorName: '郑某某', at: '2026-11-23T02:31:00.000Z' }],
	},
	'key-reused': { code: 'key-reused' },
	'code-needed': { code: 'code-needed' },
	'wrong-code': { code: 'wrong-code' },
	'held-after-recovery': { code: 'held-after-recovery', until: '2026-11-24T02:31:00.000Z' },
	'period-unknown': { code: 'period-unknown' },
	'record-altered': { code: 'record-altered', about: 'matter', parts: ['matter', 'opinion'] },
	'transition-refused': {
		code: 'transition-refused',
		state: 'reviewing',
		event: 'opinion.sent-for-signature',
		unmet: ['points-answered', 'counsel-heard'],
	},
	'agenda-transition-refused': {
		code: 'agenda-transition-refused',
		state: 'removed',
		event: 'agenda.listed',
	},
	'meeting-transition-refused': {
		code: 'meeting-transition-refused',
		state: 'held',
		event: 'meeting.closed',
		undecidedItems: 1,
		lacksAttendance: false,
		lacksApproval: false,
	},
	'clearance-ended': { code: 'clearance-ended', state: 'void', event: 'clearance.consumed' },
	'gate-blocked': { code: 'gate-blocked', decision },
	'agenda-not-sound': {
		code: 'agenda-not-sound',
		items: [{ title: '早夜市布局方案', decision, damagedFiles: ['方案.docx'] }],
	},
	'steps-rejected': { code: 'steps-rejected', steps: 1 },
	'changed-beyond-items': {
		code: 'changed-beyond-items',
		kind: 'revision',
		count: 2,
		places: [{ place: '第八条', nature: 'substance' }],
	},
	'settled-unchanged': { code: 'settled-unchanged', places: ['第三条'] },
	'same-content': { code: 'same-content', versionNo: 3 },
	'file-refused': { code: 'file-refused', cause: 'zip-bomb', fileName: '稿件.docx', figures: {} },
	classified: { code: 'classified', level: 'secret', line: 1 },
	unfitting: { code: 'unfitting', field: 'name', problem: 'name-taken' },
	'password-refused': { code: 'password-refused', unmet: ['at-least-10', 'used-before'] },
	'wrong-password': { code: 'wrong-password', triesLeft: 4 },
	'sign-in-refused': { code: 'sign-in-refused' },
	'too-many-tries': { code: 'too-many-tries', retryAfterMinutes: 15 },
	'not-writable': { code: 'not-writable', cause: 'full' },
	'link-spent': { code: 'link-spent' },
	'document-ended': { code: 'document-ended' },
	'duties-clash': { code: 'duties-clash', role: 'signing-officer', other: 'reviewer' },
}

/** The notice as pages of a meeting show it. */
const notice = (refusal: Refusal) => (
	<RefusalNotice refusal={refusal}>
		<RefusedAtGate refusal={refusal} />
	</RefusalNotice>
)

/** A key that found no sentence, or a figure that nobody filled in. */
const UNWORDED = /(?:refusals|gate|words|events|shell)\.[a-z]|\{\{/

for (const language of ['zh-CN', 'en'] as const)
	test.each(Object.values(REFUSALS))(`$code is said in words (${language})`, async (refusal) => {
		const page = await renderPage(notice(refusal), { language })
		const words = wordsOf(page)
		expect(words).not.toMatch(UNWORDED)
		expect(words.length).toBeGreaterThan(20)
		expect(page).toContain('role="alert"')
	})

test('a blocked listing names every unmet rule, who can mend it, and how the others stand', async () => {
	const words = wordsOf(await renderPage(notice(REFUSALS['gate-blocked'])))
	expect(words).toContain('没有列入：有 2 项准入条件未满足')
	expect(words).toContain('本稿已通过合法性审查')
	expect(words).toContain('没有未处理的必须修改意见')
	expect(words).not.toContain('公平竞争审查')
	expect(words).toContain('由起草单位、承办审查人或者签发人处理')
	expect(words).toContain('其余 12 项：已满足 12')
})

test('a blocked listing that an earlier release kept, without what its rules rest on, is shown all the same', async () => {
	const { grounds: _, ...kept } = rules[0] as RuleDecision
	const earlier = { code: 'gate-blocked', decision: { ...decision, rules: [kept as RuleDecision] } } as const
	expect(wordsOf(await renderPage(notice(earlier)))).toContain('本稿已通过合法性审查')
})

test('a step that lacks something lists all that it lacks', async () => {
	const words = wordsOf(await renderPage(<RefusalNotice refusal={REFUSALS['transition-refused']} />))
	expect(words).toContain('审查要点没有答完')
	expect(words).toContain('还没有法律顾问或者公职律师对现在这一稿的书面意见')
})

test('a stale page says who did what since it was opened', async () => {
	const words = wordsOf(await renderPage(<RefusalNotice refusal={REFUSALS['stale-page']} />))
	expect(words).toContain('2026-11-23 10:31 郑某某 受理')
})

test('without a refusal there is no notice', async () => {
	expect(await renderPage(<RefusalNotice refusal={null} />)).not.toContain('alert')
})

/** What a reader of the page reads. */
function wordsOf(page: string): string {
	const body = page.slice(page.indexOf('<body>'), page.indexOf('</body>'))
	return body
		.replace(/<script[\s\S]*?<\/script>/g, '')
		.replace(/<!--.*?-->/g, '')
		.replace(/<[^>]+>/g, '')
}
