import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import type { Capacity } from '#app/domain/meeting/attendance.ts'
import type { ApprovalRecord } from '#app/domain/meeting/agenda-approval.ts'
import type { PaperNode, TableRow, Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay, formatPaperInstant } from '#app/locales/format-dates.ts'
import { asSentence, line, rowOf, say, tableRow } from './say.ts'
import { type SheetFacts, reviewWords } from './item-sheet.ts'
import { type ActedFor, delegatedWords } from './delegated-words.ts'
import { plainDayIn } from './paper-source.ts'

/** What the agenda is written from: the meeting, who chairs, the chair's approval, and each item's facts. */
export type AgendaFacts = {
	readonly meeting: MeetingRecord
	readonly chair: string | null
	/** Null while the agenda is prepared. */
	readonly approval: { readonly row: ApprovalRecord; readonly on: string } | null
	readonly sheets: readonly SheetFacts[]
}

/** 会议议程, as it was fixed. */
export function agendaPaper({ meeting, chair, approval, sheets }: AgendaFacts): PaperNode[] {
	const row = rowOf('meeting', meeting.id)
	return [
		line('title', say('agenda.title', { meeting: row(meeting.title) })),
		line('fact', say('agenda.time', { time: row(formatPaperInstant(meeting.startsAt)) })),
		line('fact', say('agenda.place', { place: row(meeting.place) })),
		...(chair === null
			? []
			: [line('fact', say('agenda.chair', { chair: rowOf('person', meeting.chairId ?? '')(chair) }))]),
		...slots(meeting),
		line('heading', say('agenda.items')),
		{
			kind: 'table',
			widths: [6, 36, 16, 16, 26],
			head: [
				say('agenda.column.number'),
				say('agenda.column.title'),
				say('agenda.column.organ'),
				say('agenda.column.presenter'),
				say('agenda.column.review'),
			],
			rows: sheets.map(agendaRow),
		},
		...(approval === null ? [] : [line('note', approvalWords(approval))]),
	]
}

/** Who approved the agenda, when, and how: signed in the system, or on a paper that is attached (附签批件). */
function approvalWords({ row, on }: NonNullable<AgendaFacts['approval']>): Words {
	const of = rowOf('agenda_approval', row.id)
	const [name, day] = [of(row.approverName), plainDayIn(of, on)]
	return row.fileName === null
		? say('agenda.approved', { name, day })
		: say('agenda.approved.filed', { name, day, file: of(row.fileName) })
}

function slots({ items }: MeetingRecord): PaperNode[] {
	return items.flatMap(({ id, kind, title, state }) => {
		if (kind === 'decision' || state === 'removed') return []
		return [line('fact', say(`agenda.${kind}`, { title: rowOf('agenda_item', id)(title) }))]
	})
}

function agendaRow(facts: SheetFacts): TableRow {
	const item = rowOf('agenda_item', facts.agendaItemId)
	const review = reviewWords(facts)
	return tableRow(
		[
			say('agenda.numeral', { numeral: item.computed(writeNumber(facts.at + 1)) }),
			say('plain', { words: item(facts.title) }),
			say('plain', { words: rowOf('organ', facts.matter.organId)(facts.matter.organ.name) }),
			facts.minutes === null
				? say('plain', { words: item(facts.presenter) })
				: say('agenda.presenter', { presenter: item(facts.presenter), minutes: item(facts.minutes) }),
			review.words,
		],
		{ isStrong: review.isStrong },
	)
}

/** What the record of a closed meeting is written from. `sheetCode` is the verification code of an item's sealed sheet. */
export type OutcomeFacts = {
	readonly meeting: MeetingRecord
	readonly heldOn: Date
	readonly nameOf: (personId: string) => string
	readonly closedBy: string
	/** Outcomes that a substitute entered: who, and in whose place. */
	readonly recordedFor: readonly {
		readonly recorder: { id: string; name: string }
		readonly actedFor: ActedFor
	}[]
	/** Whether the trail holds of an item that its flagged risk was read out. */
	readonly isRiskRead: (agendaItemId: string) => boolean
	readonly sheetOf: (agendaItemId: string) => { readonly id: string; readonly code: string } | null
}

/** 议定结果: what the meeting made of each item, who was there, who recorded and who closed. */
export function outcomesPaper(facts: OutcomeFacts): PaperNode[] {
	const { meeting, nameOf } = facts
	const row = rowOf('meeting', meeting.id)
	const decided = meeting.items.filter((item) => item.matterId !== null && item.outcome !== null)
	const recorders = [...new Set(decided.map(({ outcome }) => nameOf(outcome?.recordedBy ?? '')))]
	return [
		line('title', say('outcomes.title', { meeting: row(meeting.title) })),
		line('fact', say('outcomes.held', { day: row(formatPaperDay(facts.heldOn)) })),
		...attendance(meeting, 'member', 'outcomes.present'),
		...attendance(meeting, 'attending', 'outcomes.attending'),
		...attendance(meeting, 'absent', 'outcomes.absent'),
		{
			kind: 'table',
			widths: [6, 30, 14, 32, 18],
			head: [
				say('outcomes.column.number'),
				say('outcomes.column.title'),
				say('outcomes.column.outcome'),
				say('outcomes.column.words'),
				say('outcomes.column.sheet'),
			],
			rows: decided.map((item, at) => outcomeRow(facts, item, at)),
		},
		...offSystem(meeting),
		line(
			'hands',
			say('outcomes.recorded', {
				recorder: row.computed(recorders.join('、')),
				closer: rowOf('person', facts.closedBy)(nameOf(facts.closedBy)),
			}),
		),
		...facts.recordedFor.map(({ recorder, actedFor }) =>
			line('note', delegatedWords('delegated.recorder', recorder, actedFor)),
		),
	]
}

function attendance(
	{ id, attendances }: MeetingRecord,
	capacity: Capacity,
	code: 'outcomes.present' | 'outcomes.attending' | 'outcomes.absent',
): PaperNode[] {
	const names = attendances.filter((each) => each.capacity === capacity).map(({ name }) => name)
	return names.length === 0
		? []
		: [line('fact', say(code, { names: rowOf('meeting', id).computed(names.join('、')) }))]
}

/** H15: what was taken up outside the system, each from its row; where nothing was recorded nothing is said. */
function offSystem({ id, offSystem: items }: MeetingRecord): PaperNode[] {
	if (items.length === 0) return []
	return [
		line('fact', say('outcomes.off-system', { count: rowOf('meeting', id).computed(String(items.length)) })),
		...items.map((item) => {
			const row = rowOf('off_system_item', item.id)
			const { title, organ, decisionText, reason } = item
			return line(
				'fact',
				say('outcomes.off-system.item', {
					title: row(title),
					organ: row(organ),
					decision: row(decisionText),
					reason: row(reason),
				}),
			)
		}),
	]
}

function outcomeRow(
	{ sheetOf, isRiskRead }: OutcomeFacts,
	{ id, title, outcome }: MeetingRecord['items'][number],
	at: number,
): TableRow {
	const item = rowOf('agenda_item', id)
	const row = rowOf('agenda_outcome', id)
	const sheet = sheetOf(id)
	const words = [
		...(isRiskRead(id) ? [say('outcome.flagged')] : []),
		...(outcome?.decisionText
			? [say('outcome.words', { words: row(asSentence(outcome.decisionText)) })]
			: []),
		...(outcome?.dissent ? [say('outcome.dissent', { words: row(asSentence(outcome.dissent)) })] : []),
	]
	return tableRow([
		say('agenda.numeral', { numeral: item.computed(writeNumber(at + 1)) }),
		say('plain', { words: item(title) }),
		say(`outcome.${outcome?.outcome ?? 'other'}`),
		words.length > 0 ? words : say('outcome.no-words'),
		sheet
			? say('outcome.sheet', { code: rowOf('sealed_paper', sheet.id)(sheet.code) })
			: say('outcome.no-sheet'),
	])
}
