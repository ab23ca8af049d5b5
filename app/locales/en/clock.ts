import type { ClockRequestKind, UrgencyCause } from '#app/domain/matter/matter-request.ts'

/** The page of the clock of a review: pauses, extension, urgency. */
export const clock = {
	title: 'Clock of the review',
	lead: 'The period is counted by the district’s working days, from the day after acceptance, and ends at 17:30 on the due day. Of a pause neither the first nor the last day counts. Running out is no consent.',
	record: 'Requests for a pause or for urgency, and their answers',
	none: 'Nobody has asked.',
	semicolon: '; ',
	asked: {
		pause: '{{by}} asked on {{at}} to stop the clock: ',
		urgency: '{{by}} asked on {{at}} to hurry: ',
	} satisfies Record<ClockRequestKind, string>,
	until: '{{cause}}, expected until {{day}}',
	open: 'waits for a decision',
	granted: '{{by}} granted it on {{at}}: {{reason}}',
	declined: '{{by}} declined it on {{at}}: {{reason}}',
	urgencyCause: {
		emergency: 'an emergency has to be met',
		'superior-order': 'an urgent order of a superior has to be carried out',
		other: 'another urgent case',
	} satisfies Record<UrgencyCause, string>,
	cause: 'Cause',
	choose: 'Choose',
	reason: 'Reason',
	pauseLead:
		'While others are awaited, the clock may be stopped; the lead of the review body decides. After the expected day it goes on by itself; all pauses together come to {{days}} working days at most.',
	untilLabel: 'Expected until',
	untilHint: 'For instance 2026-12-08. Let it go on earlier when the answer comes earlier.',
	pauseWords: 'Who is asked what, and why it has to be awaited',
	askPause: 'Ask to stop the clock',
	decidePauseLead: 'Granted, the clock stops today, and today does not count; declined, it runs on.',
	grantPause: 'Stop the clock',
	declinePause: 'Decline',
	resumeLead:
		'When the answer is there, the clock goes on from the next working day. Until then nothing is sent for signature.',
	resumeWords: 'What came in',
	resume: 'Let the clock go on',
	extendLead: 'Once, by {{days}} working days at most, before it has run out; the drafting unit is told.',
	extendDays: 'Working days more',
	extend: 'Extend the review',
	urgencyLead:
		'A leader or the lead of the review body decides. Urgency shortens the review; it spares nobody the review.',
	urgencyLeadNormative:
		"A normative document may be hurried only in an emergency or by an urgent order of a superior (Document 115 of 2018 of the State Council's office, part 5). Urgency shortens the review; it spares nobody the review.",
	askUrgency: 'Ask to hurry',
	decideUrgencyLead:
		'The review has {{net}} working days in all. If you grant it, state how many it shall have; at least {{urgent}} must be left from today.',
	urgencyDays: 'Working days in all',
	saysFewer:
		'I know that these are fewer than the {{days}} working days that should generally be left, and that the page will say so.',
	grantUrgency: 'Hurry',
	declineUrgency: 'Decline urgency',
	declineUrgencyLead: 'Declined, the review keeps its period.',
	law: {
		title: 'Change of law',
		lead: 'By the table of statutes as it reaches to {{reaches}}. Where a cited law ended or was revised after the review, the signing officer confirms that the conclusion stands, or revokes the opinion; until then it goes to no meeting.',
		noTable: 'There is no table of statutes; whether the law changed is not verified.',
		changes: 'What changed in the cited laws since the review',
		none: 'No change was found.',
		open: 'not confirmed by the signing officer yet',
		confirmed: 'the signing officer confirmed that the conclusion stands',
		confirm: 'Confirm that the conclusion stands',
		confirmLead:
			'Read the whole text beside the new law. If it matters, revoke the opinion and review again.',
		words: 'Why it makes no difference',
		read: 'I have read the whole text beside the new law',
		submit: 'Sign the confirmation',
	},
} as const
