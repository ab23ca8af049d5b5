import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import type { PaperNode } from '#app/domain/paper/paper.ts'
import { formatPaperDay, formatPaperInstant } from '#app/locales/format-dates.ts'
import type { SheetFacts } from './item-sheet.ts'
import { signature } from './paper-source.ts'
import { line, rowOf, say, shortHash } from './say.ts'

/** What the notice of a meeting is written from: the meeting, who chairs, each item, and the day of the notice. */
export type NoticeFacts = {
	readonly meeting: MeetingRecord
	readonly chair: string | null
	readonly sheets: readonly SheetFacts[]
	readonly sentAt: Date
}

/** 会议通知: when and where a meeting is, what stands on its agenda, who is to come, and what is asked of them. */
export function meetingNotice(facts: NoticeFacts): PaperNode[] {
	const { meeting, sheets, sentAt } = facts
	const row = rowOf('meeting', meeting.id)
	const organ = rowOf('organ', meeting.organId)
	return [
		line('title', say('convening.title', { meeting: row(meeting.title) })),
		line('addressee', say('convening.addressee')),
		line('paragraph', opening(facts)),
		line('heading', say('convening.items')),
		...slots(meeting),
		...sheets.flatMap(itemLines),
		line('heading', say('convening.persons')),
		line('paragraph', say(`convening.${meeting.kind}`)),
		...attending(facts),
		line('heading', say('convening.asks')),
		line('paragraph', say('convening.same-text')),
		line('paragraph', say('convening.leave', { organ: organ(meeting.organ.name) })),
		line('paragraph', say('convening.papers')),
		...signature(organ(meeting.organ.name), row.computed(formatPaperDay(sentAt))),
	]
}

function opening({ meeting, chair }: NoticeFacts) {
	const row = rowOf('meeting', meeting.id)
	const given = {
		meeting: row(meeting.title),
		time: row(formatPaperInstant(meeting.startsAt)),
		place: row(meeting.place),
	}
	if (chair === null) return say('convening.opening.no-chair', given)
	return say('convening.opening', { ...given, chair: rowOf('person', meeting.chairId ?? '')(chair) })
}

function slots({ items }: MeetingRecord): PaperNode[] {
	return items.flatMap(({ id, kind, title, state }) => {
		if (kind === 'decision' || state === 'removed') return []
		return [line('paragraph', say(`convening.${kind}`, { title: rowOf('agenda_item', id)(title) }))]
	})
}

/** One item: its title, who presents it and for how long, and which text the meeting will have before it. */
function itemLines({ at, agendaItemId, title, presenter, minutes, matter }: SheetFacts): PaperNode[] {
	const item = rowOf('agenda_item', agendaItemId)
	const version = rowOf('draft_version', matter.currentVersion?.id ?? '')
	const { versionNo = 0, contentSha256 = '' } = matter.currentVersion ?? {}
	return [
		line(
			'subheading',
			say('convening.item', { numeral: item.computed(writeNumber(at + 1)), title: item(title) }),
		),
		line(
			'paragraph',
			say('convening.presenter', {
				organ: rowOf('organ', matter.organId)(matter.organ.name),
				presenter: item(presenter),
			}),
			...(minutes === null ? [] : [say('convening.minutes', { minutes: item(minutes) })]),
			say('convening.text', { version: version(versionNo), hash: version(shortHash(contentSha256)) }),
		),
	]
}

/** Whoever drafted an item and whoever reviewed it attend (审查机构列席). */
function attending({ meeting, sheets }: NoticeFacts): PaperNode[] {
	const reviewers = meeting.items.flatMap(({ id, reviewOrgan }) =>
		reviewOrgan && sheets.some(({ agendaItemId }) => agendaItemId === id) ? [reviewOrgan.name] : [],
	)
	const names = [...new Set([...sheets.map(({ matter }) => matter.organ.name), ...reviewers])]
	if (names.length === 0) return []
	const organs = rowOf('meeting', meeting.id).computed(names.join('、'))
	return [line('paragraph', say('convening.attending', { organs }))]
}
