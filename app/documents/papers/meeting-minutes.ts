import { followUpStanding } from '#app/domain/follow-up/follow-up.ts'
import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { Capacity } from '#app/domain/meeting/attendance.ts'
import type { MeetingItem, MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import type { DiscussionRecord, Voice } from '#app/domain/minutes/discussion.ts'
import { dissenting } from '#app/domain/minutes/head-decides.ts'
import { quorumOf } from '#app/domain/minutes/quorum.ts'
import { discussionOf } from '#app/domain/minutes/recorded-item.ts'
import { STANCE_WORDS } from '#app/domain/minutes/stance.ts'
import type { PaperNode, Words } from '#app/domain/paper/paper.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import type { OutcomeFacts } from './meeting-papers.ts'
import { plainDayIn } from './paper-source.ts'
import { delegatedWords } from './delegated-words.ts'
import { asSentence, line, rowOf, say } from './say.ts'

/** What the minutes are written from: the record of the meeting, who chaired it, and what they replace. */
export type MinutesFacts = Omit<OutcomeFacts, 'sheetOf'> & {
	readonly chair: string | null
	readonly sealedAt: Date
	/** The minutes that a correction replaces; null of the first ones. */
	readonly earlier: { readonly id: string; readonly number: string } | null
}

/**
 * 会议纪要: what the meeting decided of each item, other opinions as they were given (重大行政决策程序暂行条例 art. 30), and
 * who was there, in the places of GB/T 9704-2012 10.3.
 */
export function minutesPaper(facts: MinutesFacts): PaperNode[] {
	const { meeting, sealedAt } = facts
	const row = rowOf('meeting', meeting.id)
	const taken = meeting.items.filter(({ matterId, outcome }) => matterId !== null && outcome !== null)
	return [
		line('title', say('minutes.title', { meeting: row(meeting.title) })),
		...corrections(facts),
		line('paragraph', opening(facts), ...quorumWords(meeting), ...counted(meeting, taken.length)),
		...slots(meeting),
		...taken.flatMap((item, at) => itemLines(facts, item, at)),
		...offSystemLines(meeting),
		...present(meeting, 'member', 'outcomes.present'),
		...present(meeting, 'absent', 'outcomes.absent'),
		...present(meeting, 'attending', 'outcomes.attending'),
		hands(facts, taken),
		...facts.recordedFor.map(({ recorder, actedFor }) =>
			line('note', delegatedWords('delegated.recorder', recorder, actedFor)),
		),
		line(
			'note',
			say('minutes.issued', {
				organ: rowOf('organ', meeting.organId)(meeting.organ.name),
				day: row.computed(formatPaperDay(sealedAt)),
			}),
		),
	]
}

/** What a corrected paper says first: which it replaces, and each correction with its reason. */
function corrections({ meeting, earlier }: MinutesFacts): PaperNode[] {
	const titles = new Map(meeting.items.map(({ id, title }) => [id, title]))
	const replaced = earlier && rowOf('sealed_paper', earlier.id)(earlier.number)
	return [
		...(replaced ? [line('strong', say('minutes.replaces', { number: replaced }))] : []),
		...meeting.corrections.map(({ id, agendaItemId, ...said }) => {
			const of = rowOf('record_correction', id)
			const given = { words: of(asSentence(said.words)), reason: of(asSentence(said.reason)) }
			if (agendaItemId === null) return line('paragraph', say('minutes.corrected.whole', given))
			const title = rowOf('agenda_item', agendaItemId)(titles.get(agendaItemId) ?? '')
			return line('paragraph', say('minutes.corrected.item', { ...given, title }))
		}),
	]
}

function opening({ meeting, heldOn, chair }: MinutesFacts): Words {
	const row = rowOf('meeting', meeting.id)
	const given = { day: row(formatPaperDay(heldOn)), meeting: row(meeting.title) }
	if (chair === null) return say('minutes.opening.no-chair', given)
	return say('minutes.opening', { ...given, chair: rowOf('person', meeting.chairId ?? '')(chair) })
}

function quorumWords(meeting: MeetingRecord): Words[] {
	const row = rowOf('meeting', meeting.id)
	const { members, present: came } = quorumOf(meeting)
	if (members === null) return []
	return [say('minutes.quorum', { members: row(members), present: row.computed(came) })]
}

function counted({ id }: MeetingRecord, count: number): Words[] {
	return count === 0 ? [] : [say('minutes.count', { count: rowOf('meeting', id).computed(count) })]
}

function slots({ items }: MeetingRecord): PaperNode[] {
	return items.flatMap(({ id, kind, title, state }) => {
		if (kind === 'decision' || state === 'removed') return []
		return [line('paragraph', say(`convening.${kind}`, { title: rowOf('agenda_item', id)(title) }))]
	})
}

/** One item: who presented it, what was decided in whose words, and who saw it otherwise. */
function itemLines({ meeting, isRiskRead }: MinutesFacts, item: MeetingItem, at: number): PaperNode[] {
	const row = rowOf('agenda_item', item.id)
	const outcome = rowOf('agenda_outcome', item.id)
	const discussion = discussionOf(meeting, item.id)
	const { decisionText = '', dissent = '' } = item.outcome ?? {}
	return [
		line(
			'heading',
			say('minutes.item', { numeral: row.computed(writeNumber(at + 1)), title: row(item.title) }),
		),
		...(isRiskRead(item.id) ? [line('strong', say('outcome.flagged'))] : []),
		...(discussion ? heard(discussion) : []),
		line(
			'paragraph',
			say(`minutes.${item.outcome?.outcome ?? 'other'}`),
			...(decisionText === '' ? [] : [say('outcome.words', { words: outcome(asSentence(decisionText)) })]),
		),
		...followUps(meeting, item),
		...(discussion ? otherViews(discussion) : []),
		...(dissent === ''
			? []
			: [line('paragraph', say('outcome.dissent', { words: outcome(asSentence(dissent)) }))]),
	]
}

/** 督办: who is to do what, and by when. */
function followUps({ followUps: tasks }: MeetingRecord, { id }: MeetingItem): PaperNode[] {
	return tasks
		.filter((task) => task.agendaItemId === id && followUpStanding(task) !== 'withdrawn')
		.map((task) => {
			const row = rowOf('follow_up_task', task.id)
			const organ = rowOf('organ', task.organId)(task.organ.name)
			const given = { organ, what: row(asSentence(task.what)), due: plainDayIn(row, task.dueOn) }
			return line('paragraph', say('minutes.follow-up', given))
		})
}

function heard(discussion: DiscussionRecord): PaperNode[] {
	const row = rowOf('item_discussion', discussion.id)
	const of = (part: Voice['part']) =>
		discussion.voices.filter((voice) => voice.part === part).map(({ name, organ }) => `${organ}${name}`)
	const attended = of('attending')
	return [
		line(
			'paragraph',
			say('minutes.heard', { presenters: row.computed(of('presenter').join('、')) }),
			...(attended.length === 0
				? []
				: [say('minutes.attended', { names: row.computed(attended.join('、')) })]),
		),
	]
}

/** Members whose opinion is another than the head's, in their own words, and why the head decided against most of them. */
function otherViews(discussion: DiscussionRecord): PaperNode[] {
	const row = rowOf('item_discussion', discussion.id)
	const { head, headReason, voices } = discussion
	const views = dissenting(discussion).map((voice) => {
		const of = rowOf('item_voice', `${discussion.id}:${voices.indexOf(voice) + 1}`)
		const stance = of.computed(STANCE_WORDS[voice.stance ?? 'none'][0] ?? '')
		const given = { name: of(voice.name), stance }
		const words =
			voice.words === ''
				? say('minutes.other-view.bare', given)
				: say('minutes.other-view', { ...given, words: of(asSentence(voice.words)) })
		return line('paragraph', words)
	})
	if (headReason === '') return views
	const reason = { head: row(head), words: row(asSentence(headReason)) }
	return [...views, line('paragraph', say('minutes.head-reason', reason))]
}

/** H15: what was taken up outside the system stands on the minutes too, as what it is. */
function offSystemLines({ id, offSystem }: MeetingRecord): PaperNode[] {
	if (offSystem.length === 0) return []
	const count = rowOf('meeting', id).computed(offSystem.length)
	return [
		line('paragraph', say('outcomes.off-system', { count })),
		...offSystem.map(({ id: itemId, title, organ, decisionText, reason }) => {
			const row = rowOf('off_system_item', itemId)
			const [decision, why] = [row(asSentence(decisionText)), row(asSentence(reason))]
			const given = { title: row(title), organ: row(organ), decision, reason: why }
			return line('paragraph', say('outcomes.off-system.item', given))
		}),
	]
}

function present(
	{ id, attendances }: MeetingRecord,
	capacity: Capacity,
	code: 'outcomes.present' | 'outcomes.attending' | 'outcomes.absent',
): PaperNode[] {
	const names = attendances
		.filter((each) => each.capacity === capacity)
		.map(({ name, organ }) => (organ === '' ? name : `${name}（${organ}）`))
	if (names.length === 0) return []
	return [line('roll', say(code, { names: rowOf('meeting', id).computed(names.join('、')) }))]
}

/** Who wrote the record down, and the second person who confirmed it. */
function hands({ meeting, nameOf, closedBy }: MinutesFacts, taken: readonly MeetingItem[]): PaperNode {
	const recorders = new Set(taken.flatMap(({ outcome }) => (outcome ? [nameOf(outcome.recordedBy)] : [])))
	return line(
		'hands',
		say('outcomes.recorded', {
			recorder: rowOf('meeting', meeting.id).computed([...recorders].join('、')),
			closer: rowOf('person', closedBy)(nameOf(closedBy)),
		}),
	)
}
