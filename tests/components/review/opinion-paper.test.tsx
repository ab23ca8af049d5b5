import { expect, test } from 'vitest'
import { OpinionPaper } from '#app/components/review/opinion-paper.tsx'
import type { OpinionPaperFacts } from '#app/services/opinion/compose-opinion-paper.server.ts'
import { renderPage } from '#tests/support/render-page.tsx'

const SIGNED: OpinionPaperFacts = {
	reviewOrgan: '青禾区司法局',
	draftingOrgan: '青禾区农业农村局',
	isNormative: true,
	number: '青司审〔2026〕12号',
	title: '青禾区高素质农民认定管理办法（试行）',
	round: 1,
	submittedAt: '2026-11-09T01:00:00.000Z',
	versionNo: 3,
	contentSha256: 'ab12cd34ef56ab78'.padEnd(64, '0'),
	materials: ['起草说明', '送审函（送审请示）'],
	points: [{ name: '制定主体是否合法', answer: 'in-order', note: '' }],
	steps: [
		{ step: 'public-consultation', answer: 'done', reason: null, verdict: 'confirmed', note: '' },
		{
			step: 'risk-assessment',
			answer: 'not-applicable',
			reason: '不涉及',
			verdict: 'rejected',
			note: '涉及群体利益。',
		},
	],
	items: [
		{
			kind: 'must',
			place: '第十二条',
			quote: '处二百元以下罚款',
			problem: '规范性文件不得设定行政处罚。',
			ground: '行政处罚法第十六条',
			suggestion: '',
		},
	],
	counsel: [{ name: '顾言', conclusion: 'unlawful', disposition: '已改由撤销认定。' }],
	conclusion: 'amend',
	summary: '第十二条应当修改。',
	reviewer: '周明远',
	checker: '许严',
	signer: '林秉公',
	isTwoPerson: false,
	signedAt: '2026-11-23T09:00:00.000Z',
	revokedReason: null,
}

test('the paper of a normative document is an 审核意见书, that of a decision an 审查意见书', async () => {
	const normative = await renderPage(<OpinionPaper paper={SIGNED} />)
	expect(normative).toContain('青禾区司法局合法性审核意见书')
	expect(normative).not.toContain('合法性审查意见书')
	const decision = await renderPage(<OpinionPaper paper={{ ...SIGNED, isNormative: false }} />)
	expect(decision).toContain('青禾区司法局合法性审查意见书')
})

test('it names number, version, hash, every finding and every hand, and is Chinese in English too', async () => {
	const page = await renderPage(<OpinionPaper paper={SIGNED} />, { language: 'en' })
	for (const words of [
		'青司审〔2026〕12号',
		'2026年11月9日',
		'第3稿',
		'ab12cd34ef56ab78',
		'起草说明、送审函（送审请示）等材料2件',
		'制定主体是否合法：未发现问题。',
		'公开征求意见：送审单位称已履行，予以确认。',
		'风险评估：送审单位称不适用（不涉及），不予确认。涉及群体利益。',
		'（一）必须修改：第十二条',
		'依据：行政处罚法第十六条。',
		'顾言出具书面意见，认为：不合法。',
		'已改由撤销认定。',
		'应当予以修改。',
		'仅对所附版本',
		'承办人：周明远',
		'复核人：许严',
		'签发人：林秉公',
		'2026年11月23日',
	])
		expect(page).toContain(words)
})

test('a paper in the making has no number, no date and no signature, and a revoked one says so', async () => {
	const draft = { ...SIGNED, number: null, checker: null, signer: null, signedAt: null }
	const page = await renderPage(<OpinionPaper paper={draft} />)
	expect(page).toContain('（文号签发时取得）')
	expect(page).toContain('签发人：（待签）')
	expect(await renderPage(<OpinionPaper paper={{ ...SIGNED, revokedReason: '引用有误' }} />)).toContain(
		'本意见已撤销',
	)
})
