import type { SameShape } from '#app/locales/same-shape.ts'
import type { delegation as zh } from '#app/locales/zh-cn/delegation.ts'

export const delegation: SameShape<typeof zh> = {
	title: 'Delegation of posts',
	lead: 'For days on which you are away, a colleague of the same organ who holds the same role may stand in for you. It counts once a third person has confirmed it, and ends by itself with its last day; whatever the substitute does, and every paper of it, says that it was by delegation.',
	ask: 'Name a substitute',
	askLead:
		'The substitute may do what your post may do, and nothing beyond it. Drafting, review, check, signature and listing are done by different people; the two of you count as one.',
	substitute: 'Post and substitute',
	choose: 'Choose',
	choice: '{{role}} → {{name}} ({{unit}})',
	choiceNoUnit: '{{role}} → {{name}}',
	startsOn: 'First day',
	endsOn: 'Last day',
	endsOnHint: 'Included; it ends by itself with this day.',
	words: 'Reason',
	submit: 'Ask for confirmation',
	noPost:
		'You hold no post that can be delegated. These can be: department head, review lead, checker, signing officer, secretary.',
	alone: 'Nobody else in your organ is “{{role}}”: it cannot be delegated for now.',
	none: 'No delegation concerns you.',
	card: '{{delegator}} → {{substitute}}',
	days: 'Days',
	daysValue: '{{from}} to {{to}}, both included',
	reason: 'Reason',
	state: 'State',
	decided: 'Answer',
	withdrawn: 'Withdrawn',
	standing: {
		waiting: 'Waits for confirmation, does not count yet',
		declined: 'Not agreed',
		lapsed: 'Nobody confirmed it in time: it never counted',
		coming: 'Confirmed, not begun',
		running: 'Running',
		over: 'Over: it ended by itself',
		withdrawn: 'Withdrawn',
	},
	confirmYes: '{{substitute}} may stand in for {{delegator}} on these days',
	confirm: 'Confirm the delegation',
	decline: 'Do not agree',
	withdrawYes: 'Withdraw this delegation; it ends at once',
	withdraw: 'Withdraw',
	task: {
		confirm: 'Confirm a delegation',
		'standing-in': 'You stand in for a colleague',
	},
	taskWhy: '{{delegator}} → {{substitute}}: {{role}}, until {{to}}',
	look: 'Look',
	actedFor: '{{name}} (for {{delegator}})',
}

/** What the trail says was done of a delegation. */
export const delegationDone = {
	'delegation.requested': 'asked a colleague to stand in',
	'delegation.confirmed': 'confirmed a delegation',
	'delegation.declined': 'did not agree to a delegation',
	'delegation.withdrawn': 'withdrew a delegation',
} as const
