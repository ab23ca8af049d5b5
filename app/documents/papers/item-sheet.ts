import { STEPS } from '#app/domain/materials/step.ts'
import { RULE_OF_STEP } from '#app/domain/legal-basis/paper-grounds.ts'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { ConsentRecord, ConsentStanding } from '#app/domain/meeting/leader-consent.ts'
import type { ProposalTerm } from '#app/domain/meeting/proposal-terms.ts'
import type { PaperNode, RowName, TableRow, Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay, formatPaperInstant } from '#app/locales/format-dates.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import { type Given, type Source, asSentence, fill, line, rowOf, say, shortHash, tableRow } from './say.ts'
import { isAudit } from '#app/domain/legal-basis/regime.ts'
import { riskLines } from './risk-lines.ts'
import { dayIn, plainDayIn } from './paper-source.ts'

/** What one item's sheet is written from: the gate's decision of the moment, and what was proposed. */
export type SheetFacts = {
	/** The place of the item on the agenda, from 0. */
	readonly at: number
	readonly agendaItemId: string
	readonly title: string
	readonly presenter: string
	readonly minutes: number | null
	readonly proposedAt: Date
	readonly meetingId: string
	readonly matter: Pick<GateRecord, 'id' | 'organId' | 'organ' | 'tracks' | 'opinions' | 'currentVersion'> & {
		readonly stepAnswers: readonly { readonly id: string; readonly step: string }[]
	}
	readonly clearance: {
		readonly id: string
		readonly kind: string
		readonly number: string
		readonly issuedAt: Date
	}
	readonly rules: readonly RuleDecision[]
	readonly terms: readonly ProposalTerm[]
	/** The chair's approval that it is taken up after the last day for proposals, or joins a fixed agenda. */
	readonly urgent: Urgent | null
	readonly verifiedAt: Date
}

/** 紧急列入: who approved it, on which day, and why. */
type Urgent = {
	readonly meetingId: string
	readonly matterId: string
	readonly approver: { readonly id: string; readonly name: string }
	readonly reason: string
	readonly approvedAt: Date
}

/** Grounds and facts are about as long as one another. */
const WIDTHS = [5, 14, 31, 38, 12]

/** 上会条件核验表 of one item: every rule with its ground, its fact and its result, as they were at that moment. */
export function itemSheet(facts: SheetFacts): PaperNode[] {
	const item = rowOf('agenda_item', facts.agendaItemId)
	const version = rowOf('draft_version', facts.matter.currentVersion?.id ?? '')
	const clearance = rowOf('clearance', facts.clearance.id)
	const { matter } = facts
	const tracks = tracksOf(matter)
		.map((track) => zhCn.words.track[track])
		.join('、')
	return [
		line('title', say('sheet.title', { numeral: item.computed(writeNumber(facts.at + 1)) })),
		line(
			'subject',
			say('sheet.subject', {
				title: item(facts.title),
				version: version(matter.currentVersion?.versionNo ?? 0),
			}),
		),
		line('fact', say('sheet.organ', { organ: rowOf('organ', matter.organId)(matter.organ.name) })),
		line('fact', say('sheet.presenter', { presenter: item(facts.presenter) })),
		...(facts.minutes === null ? [] : [line('fact', say('sheet.minutes', { minutes: item(facts.minutes) }))]),
		line('fact', say('sheet.tracks', { tracks: rowOf('matter', matter.id).computed(tracks) })),
		line(
			'fact',
			say(clearanceLabel(facts), {
				number: clearance(facts.clearance.number),
				day: dayIn(clearance, facts.clearance.issuedAt),
			}),
		),
		...riskBanner(facts),
		{
			kind: 'table',
			widths: WIDTHS,
			head: [
				say('sheet.column.number'),
				say('sheet.column.rule'),
				say('sheet.column.ground'),
				say('sheet.column.fact'),
				say('sheet.column.status'),
			],
			rows: [
				...facts.rules.map((rule, at) => ruleRow(facts, rule, at)),
				...facts.terms.map((term, at) => termRow(facts, term, facts.rules.length + at)),
			],
		},
		line('note', counts(facts, item)),
		line('note', say('sheet.marks')),
		line('note', say('sheet.hash', { hash: version(shortHash(matter.currentVersion?.contentSha256 ?? '')) })),
		line(
			'note',
			say('sheet.verified', {
				time: rowOf('meeting', facts.meetingId).computed(formatPaperInstant(facts.verifiedAt)),
			}),
		),
	]
}

/** What the meeting must hear before it discusses an item that was cleared with a flagged risk. */
function riskBanner({ matter, clearance }: SheetFacts): PaperNode[] {
	const opinion = opinionInForce(matter)
	if (clearance.kind !== 'risk-flagged' || !opinion?.risk) return []
	return [line('strong', say('sheet.flagged')), ...riskLines(opinion.risk, rowOf('opinion_risk', opinion.id))]
}

function clearanceLabel({ matter, clearance }: SheetFacts) {
	if (clearance.kind !== 'reviewed') return 'sheet.clearance.other'
	return isAudit(tracksOf(matter)) ? 'sheet.clearance.audit' : 'sheet.clearance'
}

function ruleRow(facts: SheetFacts, rule: RuleDecision, at: number): TableRow {
	const row = rowOfRule(facts, rule)
	return tableRow(
		[
			say('agenda.numeral', { numeral: row.computed(at + 1) }),
			say('sheet.rule', { words: row.computed(zhCn.gate.rule[rule.id]) }),
			rule.grounds.map(({ words, mark }) =>
				say('sheet.rule', { words: row.computed(`${words}〔${zhCn.gate.ground[mark]}〕`) }),
			),
			factOf(facts, rule, row),
			say(`status.${rule.mark ?? rule.status}`),
		],
		{
			isStrong: rule.status === 'signed-fact' || rule.mark === 'shortened',
			isUntested: rule.mark === 'not-tested' || rule.status === 'unverified',
		},
	)
}

/** The gate's own sentence of the fact, its figures from the rule's row and the number of the opinion from its own. */
function factOf({ matter }: SheetFacts, { fact, figures = {} }: RuleDecision, row: Source): Words {
	const opinion = opinionInForce(matter)
	// A fact without a sentence is named as it is below.
	const template = zhCn.gate.fact[fact as keyof typeof zhCn.gate.fact]
	const filling = Object.entries(figures).map(([name, value]): [string, Given] => {
		if (name === 'opinion' && opinion) return [name, rowOf('opinion', opinion.id)(value)]
		const isDay = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
		return [name, row.computed(isDay ? formatPaperDay(`${value}T00:00:00+08:00`) : value)]
	})
	return fill(`gate.fact.${fact}`, tighten(template), Object.fromEntries(filling))
}

/** On a screen figures stand between blanks, on paper they do not. */
function tighten(template: string): string {
	return template.replaceAll(/ ?(\{\{\w+\}\}) ?/g, '$1')
}

function rowOfRule(facts: SheetFacts, { id }: RuleDecision): Source {
	const row = rowNameOf(facts, id)
	const [table = '', key = ''] = row.split('/')
	return rowOf(table, key)
}

function rowNameOf({ matter, clearance, agendaItemId }: SheetFacts, id: RuleDecision['id']): RowName {
	const step = STEPS.find((each) => RULE_OF_STEP[each] === id)
	const answer = step && matter.stepAnswers.findLast((each) => each.step === step)
	if (answer) return `step_answer/${answer.id}`
	const opinion = opinionInForce(matter)
	if (opinion && (id === 'H2' || id === 'H3' || id === 'H10')) return `opinion/${opinion.id}`
	if (id === 'H16') return `agenda_item/${agendaItemId}`
	if (id === 'H12') return `draft_version/${matter.currentVersion?.id ?? ''}`
	return `clearance/${clearance.id}`
}

function termRow(facts: SheetFacts, term: ProposalTerm, at: number): TableRow {
	const item = rowOf('agenda_item', facts.agendaItemId)
	return tableRow(
		[
			say('agenda.numeral', { numeral: item.computed(at + 1) }),
			say(term.id === 'lead-time' ? 'sheet.lead-time' : 'sheet.consent'),
			say('sheet.ground.local'),
			[termWords(facts, term, item), ...urgentWords(facts, term)],
			say(`status.${term.status}`),
		],
		{ isStrong: term.status === 'unmet' },
	)
}

function termWords(facts: SheetFacts, term: ProposalTerm, item: Source): Words {
	if (term.id === 'leader-consent') return consentWords(term.consent)
	const proposed = dayIn(item, facts.proposedAt)
	return term.status === 'met'
		? say('sheet.lead-time.met', { proposed, days: item.computed(term.days) })
		: say('sheet.lead-time.unmet', {
				proposed,
				days: item.computed(term.days),
				lead: item.computed(term.lead),
			})
}

function urgentWords({ urgent }: SheetFacts, { id }: ProposalTerm): Words[] {
	if (urgent === null || id !== 'lead-time') return []
	const { meetingId, matterId, approver, reason, approvedAt } = urgent
	const row = rowOf('urgent_approval', `${meetingId}:${matterId}`)
	const name = rowOf('person', approver.id)(approver.name)
	return [say('sheet.urgent', { name, day: dayIn(row, approvedAt), reason: row(asSentence(reason)) })]
}

/** Who consented, when, and how: signed in the system, or on a paper that is attached (附签批件). */
function consentWords(consent: ConsentStanding<ConsentRecord>): Words {
	if (consent.state === 'not-needed') return say('sheet.consent.own')
	if (consent.state === 'none') return say('sheet.consent.none')
	const row = rowOf('leader_consent', consent.row.id)
	const name = row(consent.row.leaderName)
	if (consent.state === 'returned')
		return say('sheet.consent.returned', { name, words: row(consent.row.words) })
	if (consent.state !== 'given') return say(`sheet.consent.${consent.state}`, { name })
	const day = plainDayIn(row, consent.on)
	return consent.way === 'signed'
		? say('sheet.consent.signed', { name, day })
		: say('sheet.consent.filed', { name, day, file: row(consent.row.fileName ?? '') })
}

function counts({ rules, terms }: SheetFacts, item: Source): Words {
	const judged = [...rules, ...terms]
	const count = (status: string) => judged.filter((each) => each.status === status).length
	const marked = (mark: string) => rules.filter((rule) => rule.mark === mark).length
	return say('sheet.counts', {
		all: item.computed(judged.length),
		met: item.computed(count('met')),
		shortened: item.computed(marked('shortened')),
		notApplicable: item.computed(count('not-applicable')),
		signed: item.computed(count('signed-fact') - marked('not-tested')),
		untested: item.computed(count('unverified') + marked('not-tested')),
		unmet: item.computed(count('unmet')),
	})
}

/** The words of the review column of an agenda: the opinion's own conclusion with its number, or the signed fact. */
export function reviewWords({
	matter,
	clearance,
	rules,
}: Pick<SheetFacts, 'matter' | 'clearance' | 'rules'>): {
	readonly words: Words
	readonly isStrong: boolean
} {
	const number = rowOf('clearance', clearance.id)(clearance.number)
	if (
		clearance.kind === 'risk-flagged' ||
		clearance.kind === 'out-of-scope' ||
		clearance.kind === 'emergency'
	)
		return { words: say(`agenda.${clearance.kind}`, { number }), isStrong: true }
	const found = opinionInForce(matter)
	const opinion = rowOf('opinion', found?.id ?? '')(found?.number ?? '')
	const fact = rules.find(({ id }) => id === 'H2')?.fact
	if (fact === 'difference-retained') return { words: say('agenda.retained', { opinion }), isStrong: true }
	return {
		words: say(fact === 'found-lawful' ? 'agenda.lawful' : 'agenda.amended', { opinion }),
		isStrong: false,
	}
}
