import type { SameShape } from '../same-shape.ts'
import type { followUp as chinese } from '../zh-cn/follow-up.ts'

/** The tasks that a meeting gave, on their page and in the work list. */
export const followUp = {
	title: 'Tasks',
	lead: 'What follows from what the meeting decided: what is to be done, by which unit, and by when. The unit reports the result, and the secretary confirms it.',
	none: 'No tasks were given.',
	due: 'Due',
	unit: 'Unit',
	item: 'Item',
	set: 'Give a task',
	setLead:
		'The task stands on the minutes. One that is given after the record was confirmed makes new minutes; the earlier ones are kept.',
	noOutcome: 'Nothing was decided yet. A task can be given once an outcome is recorded.',
	choose: 'Choose',
	what: 'Task',
	whatHint: 'What is to be done, and how far, in a sentence or two.',
	standing: {
		open: 'In progress',
		reported: 'Reported, to be confirmed',
		confirmed: 'Closed',
		withdrawn: 'Taken back',
	},
	late: 'Overdue',
	step: {
		reported: 'Result',
		confirmed: 'Confirmed',
		returned: 'Sent back',
		withdrawn: 'Why it was taken back',
	},
	result: 'Result',
	report: 'Report the result',
	answer: 'Answer',
	confirm: 'Confirm and close',
	back: 'Send back',
	withdraw: 'Take the task back',
	why: 'Why it is taken back (nobody works on it any more; where the record is confirmed, new minutes are made)',
	task: { report: 'Report the result', answer: 'Confirm the result' },
	taskWhy: '{{organ}}: {{what}} Due {{due}}',
} as const satisfies SameShape<typeof chinese>
