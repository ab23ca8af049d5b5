import { ATTENDANCE_LIMIT } from '#app/domain/meeting/attendance.ts'
import { MEETING_KINDS, SLOT_KINDS } from '#app/domain/meeting/meeting-kind.ts'
import { OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { OPINIONS_LIMIT, PERSONS_LIMIT } from '#app/domain/minutes/discussion.ts'
import { NAME_LIMIT, TITLE_LIMIT } from '#app/domain/matter/written-words.ts'
import { day, oneOf, password, rowId, rowIdOrNone, ticked, tickedOrNot, words, wordsOrNone } from './field.ts'
import { form, forms } from './form.ts'

export const PROPOSAL = form({
	presenter: words(TITLE_LIMIT),
	minutes: words(10),
	leaderId: wordsOrNone(100),
})

export const NEW_MEETING = form({
	kind: oneOf(MEETING_KINDS),
	title: words(TITLE_LIMIT),
	day: day(),
	time: words(5),
	place: words(TITLE_LIMIT),
	chairId: wordsOrNone(100),
})

const ITEM = { item: rowId() }
/** What cannot be taken back is done by nobody who has not said that they know what follows. */
const FINAL = { sure: ticked('not-sure') }
const ATTENDANCE = wordsOrNone(ATTENDANCE_LIMIT)

export const MEETING = forms({
	list: ITEM,
	delist: { ...ITEM, reason: words() },
	'move-up': ITEM,
	'move-down': ITEM,
	'add-slot': { slotKind: oneOf(SLOT_KINDS), slotTitle: words(TITLE_LIMIT) },
	'drop-slot': ITEM,
	fix: FINAL,
	hold: FINAL,
	cancel: { reason: words() },
	close: FINAL,
	'approve-urgent': { ...ITEM, reason: words(), password: password() },
	'record-outcome': {
		...ITEM,
		outcome: oneOf(OUTCOMES),
		decisionText: wordsOrNone(),
		dissent: wordsOrNone(),
		riskRead: tickedOrNot(),
	},
	'record-off-system': {
		title: words(TITLE_LIMIT),
		organ: words(TITLE_LIMIT),
		decisionText: words(),
		reason: words(),
	},
	'record-attendance': { total: words(5), member: ATTENDANCE, attending: ATTENDANCE, absent: ATTENDANCE },
	'record-discussion': {
		...ITEM,
		presenters: words(PERSONS_LIMIT),
		attending: wordsOrNone(PERSONS_LIMIT),
		opinions: words(OPINIONS_LIMIT),
		head: words(NAME_LIMIT),
		headReason: wordsOrNone(),
	},
	'correct-record': { item: rowIdOrNone(), words: words(), reason: words() },
})
