import type { SameShape } from '../same-shape.ts'
import type { worklist as source } from '../zh-cn/worklist.ts'

/** Whose turn it is, in English. */
export const worklist: SameShape<typeof source> = {
	title: 'My work',
	lead: {
		none: 'Nothing is waiting for you.',
		count: '{{count}} task{{count, s}} {{count, wait}} for you',
		colon: ': ',
		end: '. Please begin with the first.',
		late: '{{count}} overdue',
		today: '{{count}} due today at 17:30',
		comma: ', ',
	},
	tab: { label: 'Kinds of work', mine: 'My turn', waiting: 'Waiting for others', done: 'Done this month' },
	column: {
		what: 'What to do',
		why: 'Why it is your turn',
		whyOther: 'Waiting for',
		due: 'Due',
		when: 'When',
	},
	group: {
		overdue: 'Overdue · {{count}}',
		today: 'Due today · {{count}}',
		'this-week': 'Due this week · {{count}}',
		later: 'Later · {{count}}',
	},
	readsOnly: 'Your role reads everything and changes nothing.',
	seeWaiting: 'See what waits for others',
	waitingNone: 'Nothing is waiting for others.',
	doneNone: 'You have not worked on a matter this month.',
	round: 'round {{round}}',
	since: 'since {{time}}',
	due: {
		none: 'no due date',
		late: '{{days}} working day{{days, s}} overdue',
		today: 'today 17:30',
		left: '{{days}} working day{{days, s}} left',
		on: 'by {{day}} 17:30',
		sum: '{{days}} working day{{days, s}} after {{from}}',
		notConsent: 'an overdue review is no consent',
		provisional: 'holidays not published yet; the date is provisional',
	},
	notices: 'Notices',
	turnedAway: 'brought by {{by}}, marked {{level}}; the file was not kept',
	reminderDue: 'due {{day}}',
	overdueMatters: '{{count}} overdue matter{{count, s}}',
	noticesRead: 'I have read them',
	meeting: {
		fix: 'Fix the agenda',
		hold: 'Note that the meeting is held',
		record: 'Record outcomes',
		attend: 'Record the attendance',
		close: 'Close the meeting',
		why: '{{title}}, {{time}}',
	},
}
