import type { Issuer } from '#app/domain/issuer/issuer.ts'
import { isAudit, regimesOf } from '#app/domain/legal-basis/regime.ts'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { StepStanding } from '#app/domain/materials/step.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { counselTogether } from '#app/domain/opinion/counsel-together.ts'
import type { Conclusion, CounselConclusion, ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { PointBody } from '#app/domain/opinion/opinion-body.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { type Source, asSentence, line, rowOf, say, shortHash } from './say.ts'
import { type StatedRisk, riskLines } from './risk-lines.ts'
import { type ActedFor, delegatedWords } from './delegated-words.ts'
import { dayIn, signature } from './paper-source.ts'
import { stepSentence } from './step-sentences.ts'

type Named = { readonly id: string; readonly name: string }

/** Everything that the printed opinion says, in the making or signed, each part with the id of its row. */
export type OpinionPaperFacts = {
	/** The row that the opinion itself stands in. */
	readonly row: { readonly table: 'opinion' | 'opinion_draft'; readonly key: string }
	readonly matterId: string
	readonly tracks: readonly Track[]
	readonly issuer: Issuer
	readonly reviewOrgan: Named
	readonly draftingOrgan: Named
	readonly number: string | null
	readonly title: string
	readonly round: number
	readonly submittedAt: Date | null
	/** The emergency order that put this text into effect before its review; null where there is none. */
	readonly order: { readonly id: string; readonly leaderName: string; readonly signedAt: Date } | null
	readonly version: { readonly id: string; readonly versionNo: number; readonly contentSha256: string }
	readonly materials: readonly Named[]
	readonly points: readonly {
		readonly code: string
		readonly name: string
		readonly answer: PointBody['answer']
		readonly note: string
	}[]
	readonly steps: readonly (StepStanding & { readonly id: string; readonly note: string })[]
	readonly items: readonly {
		readonly id: string
		readonly kind: ItemKind
		readonly place: string
		readonly quote: string
		readonly problem: string
		readonly ground: string
		readonly suggestion: string
	}[]
	readonly counsel: readonly {
		readonly id: string
		readonly person: Named
		readonly conclusion: CounselConclusion
		readonly signedAt: Date
		readonly disposition: string | null
		/** They declared an interest after they had written: what they wrote is not counted. */
		readonly steppedBack: boolean
		/** They wrote on a text of this round that was changed since: what they wrote is told, and not counted for this one. */
		readonly isOnEarlierText: boolean
	}[]
	/** Counsel whom the lead let go in this round. */
	readonly released: readonly { readonly id: string; readonly person: Named; readonly reason: string }[]
	readonly conclusion: Conclusion | null
	readonly summary: string
	readonly risk: StatedRisk | null
	readonly reviewer: Named
	readonly checker: Named | null
	/** In whose place the checker checked, where it was by delegation. */
	readonly checkedFor: ActedFor | null
	readonly signer: Named | null
	readonly isTwoPerson: boolean
	readonly signedAt: Date | null
}

/** 合法性审查意见书 (审核 for a normative document), as its nodes. */
export function opinionPaper(facts: OpinionPaperFacts): PaperNode[] {
	const row = rowOf(facts.row.table, facts.row.key)
	const matter = rowOf('matter', facts.matterId)
	const tone = isAudit(facts.tracks) ? 'audit' : 'review'
	const title = matter(facts.title)
	return [
		line(
			'title',
			say(`opinion.title.${tone}`, { organ: rowOf('organ', facts.reviewOrgan.id)(facts.reviewOrgan.name) }),
		),
		line(
			'number',
			facts.number === null ? say('number.pending') : say('number', { number: row(facts.number) }),
		),
		line('subject', say(`opinion.subject.${tone}`, { title })),
		line(
			'addressee',
			say('addressee', { organ: rowOf('organ', facts.draftingOrgan.id)(facts.draftingOrgan.name) }),
		),
		line('paragraph', opening(facts, tone, matter)),
		...orderLines(facts),
		line('heading', say(`opinion.part.basis.${tone}`)),
		...regimesOf(facts).map((regime) => line('paragraph', say(`basis.${regime}`))),
		line('paragraph', materialsOf(facts)),
		line('heading', say('opinion.part.points')),
		...facts.points.map((point) => line('paragraph', pointWords(point, facts))),
		line('heading', say('opinion.part.procedure')),
		...facts.steps.flatMap(stepLines),
		line('heading', say('opinion.part.content')),
		...itemLines(facts),
		line('heading', say('opinion.part.counsel')),
		...counselLines(facts),
		line('heading', say('opinion.part.conclusion')),
		line('strong', say(`conclusion.${facts.conclusion ?? 'none'}`)),
		...(facts.risk && facts.conclusion === 'risk-flagged' ? riskLines(facts.risk, riskRow(facts)) : []),
		...(facts.summary === ''
			? []
			: [line('paragraph', say('plain', { words: row(asSentence(facts.summary)) }))]),
		line('heading', say('opinion.part.notice')),
		line('paragraph', say(`notice.${tone}`)),
		...signatures(facts, row),
	]
}

/** Signed, what is said of the risk has a row of its own; before that it stands in the working paper. */
function riskRow({ row: { table, key } }: OpinionPaperFacts): Source {
	return table === 'opinion' ? rowOf('opinion_risk', key) : rowOf(table, key)
}

function opening(facts: OpinionPaperFacts, tone: 'audit' | 'review', matter: Source): Words {
	const { id, versionNo, contentSha256 } = facts.version
	const version = rowOf('draft_version', id)
	return say(`opinion.opening.${tone}`, {
		day: matter(facts.submittedAt === null ? '' : formatPaperDay(facts.submittedAt)),
		title: matter(facts.title),
		version: version(versionNo),
		hash: version(shortHash(contentSha256)),
	})
}

/** 补审: what took effect before its review is told as such, whatever the review finds. */
function orderLines({ order }: OpinionPaperFacts): PaperNode[] {
	if (!order) return []
	const row = rowOf('emergency_step', order.id)
	const said = { day: dayIn(row, order.signedAt), leader: row(order.leaderName) }
	return [line('strong', say('opinion.after-order', said))]
}

function materialsOf({ materials, row }: OpinionPaperFacts): Words {
	if (materials.length === 0) return say('opinion.materials.none')
	const of = rowOf(row.table, row.key)
	return say('opinion.materials', {
		materials: of.computed(materials.map(({ name }) => name).join('、')),
		count: of.computed(materials.length),
	})
}

function pointWords(
	{ code, name, answer, note }: OpinionPaperFacts['points'][number],
	facts: OpinionPaperFacts,
): Words {
	const given = { name: rowOf('reference_entry', `review-point:${code}`)(name) }
	if (note === '') return say(`point.${answer}`, given)
	const row =
		facts.row.table === 'opinion'
			? rowOf('opinion_point', `${facts.row.key}:${code}`)
			: rowOf(facts.row.table, facts.row.key)
	return say(`point.${answer}.note`, { ...given, note: row(asSentence(note)) })
}

function stepLines(step: OpinionPaperFacts['steps'][number]): PaperNode[] {
	const verdict = step.verdict ?? 'none'
	const row = rowOf('step_answer', step.id)
	return [
		line(
			'paragraph',
			stepSentence(step, row),
			verdict === 'none' || step.note === ''
				? say(`step.verdict.${verdict}`)
				: say(`step.verdict.${verdict}.note`, { note: row.computed(asSentence(step.note)) }),
		),
	]
}

function itemLines({ items, row: { table, key } }: OpinionPaperFacts): PaperNode[] {
	if (items.length === 0) return [line('paragraph', say('item.none'))]
	return items.flatMap((item, at) => {
		const row = table === 'opinion' ? rowOf('opinion_item', item.id) : rowOf(table, key)
		const { kind, place, quote, problem, ground, suggestion } = item
		return [
			line(
				'subheading',
				say(`item.${kind}`, { numeral: row.computed(writeNumber(at + 1)), place: row(place) }),
			),
			...(quote === '' ? [] : [line('paragraph', say('item.quote', { quote: row(quote) }))]),
			line('paragraph', say('item.problem', { problem: row(asSentence(problem)) })),
			...(ground === '' ? [] : [line('paragraph', say('item.ground', { ground: row(asSentence(ground)) }))]),
			...(suggestion === ''
				? []
				: [line('paragraph', say('item.suggestion', { suggestion: row(asSentence(suggestion)) }))]),
		]
	})
}

/** Each opinion of counsel, what they come to together, and who was let go; where nobody wrote, it says so. */
function counselLines(facts: OpinionPaperFacts): PaperNode[] {
	const released = facts.released.map(({ id, person, reason }) =>
		line(
			'paragraph',
			say('counsel.released', {
				name: rowOf('person', person.id)(person.name),
				reason: rowOf('counsel_release', id)(asSentence(reason)),
			}),
		),
	)
	if (facts.counsel.length === 0) return [line('paragraph', say('counsel.none')), ...released]
	return [...eachCounsel(facts), ...together(facts), ...released]
}

/** The consolidated opinion (综合意见): whether counsel agree, who says what, and who differs from the review. */
function together(facts: OpinionPaperFacts): PaperNode[] {
	const { conclusion, matterId } = facts
	const counsel = facts.counsel.filter((each) => !each.steppedBack && !each.isOnEarlierText)
	const of = rowOf('matter', matterId)
	const said = counsel.map((each) => ({ name: each.person.name, conclusion: each.conclusion }))
	const { groups, apart } = counselTogether(said, conclusion)
	const words = groups.map(
		(group) => `${group.names.join('、')}认为${say(`conclusion.${group.conclusion}`).text.replace('。', '')}`,
	)
	return [
		...(counsel.length < 2
			? []
			: [
					line(
						'strong',
						groups.length === 1
							? say('counsel.agree', { count: of.computed(counsel.length) })
							: say('counsel.differ', { groups: of.computed(words.join('；')) }),
					),
				]),
		...(apart.length === 0
			? []
			: [line('strong', say('counsel.apart', { names: of.computed(apart.join('、')) }))]),
	]
}

function eachCounsel({ counsel }: OpinionPaperFacts): PaperNode[] {
	return counsel.flatMap(({ id, person, conclusion, signedAt, disposition, ...each }) => {
		const name = rowOf('person', person.id)(person.name)
		return [
			line(
				'paragraph',
				say(`counsel.${conclusion}`, { name, day: dayIn(rowOf('counsel_opinion', id), signedAt) }),
			),
			...(each.isOnEarlierText ? [line('strong', say('counsel.earlier-text', { name }))] : []),
			...(each.steppedBack ? [line('strong', say('counsel.stepped-back', { name }))] : []),
			...(disposition === null
				? []
				: [
						line(
							'strong',
							say('counsel.disposition', {
								name,
								words: rowOf('counsel_disposition', id)(asSentence(disposition)),
							}),
						),
					]),
		]
	})
}

function signatures(facts: OpinionPaperFacts, row: Source): PaperNode[] {
	const person = ({ id, name }: Named) => rowOf('person', id)(name)
	const { reviewer, checker, signer, signedAt, reviewOrgan, isTwoPerson } = facts
	const checked =
		checker && facts.checkedFor
			? [line('note', delegatedWords('delegated.checker', checker, facts.checkedFor))]
			: []
	if (!signer || !checker || !signedAt)
		return [
			line(
				'hands',
				checker
					? say('hands.checked', { reviewer: person(reviewer), checker: person(checker) })
					: say('hands.pending', { reviewer: person(reviewer) }),
			),
			...checked,
		]
	return [
		line(
			'hands',
			say('hands', { reviewer: person(reviewer), checker: person(checker), signer: person(signer) }),
		),
		...checked,
		...(isTwoPerson ? [line('note', say('hands.two-person'))] : []),
		...signature(rowOf('organ', reviewOrgan.id)(reviewOrgan.name), dayIn(row, signedAt)),
	]
}
