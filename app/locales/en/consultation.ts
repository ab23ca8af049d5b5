import type { SameShape } from '#app/locales/same-shape.ts'
import type { consultation as chinese } from '#app/locales/zh-cn/consultation.ts'

/** The pages of a public consultation. */
export const consultation = {
	title: 'Public consultation',
	lead: 'A public consultation lasts at least 30 calendar days as a rule, the first day not counted; a shorter one publishes its reason (Decree 713, art. 15). It stands for no legality review.',
	record: 'Public consultations',
	none: 'The public has not been consulted yet.',
	standing: {
		ahead: 'Not begun',
		running: 'Running',
		closed: 'Closed, awaiting the adoption table',
		settled: 'Adoption table published',
		cancelled: 'Taken back',
	},
	period: '{{from}} to {{to}}, {{days}} days (first day not counted)',
	shortened: 'Fewer than 30 days: {{days}}. Published reason: {{reason}}',
	version: 'version {{version}}',
	opened: 'opened by {{by}}, {{at}}',
	cancelledBy: 'Taken back by {{by}}, {{at}}. Reason: {{words}}',
	open: 'Open a public consultation',
	openLead:
		'The public reads the present version, as it was read and confirmed. A later version does not change what is public.',
	notYet: 'Not yet: {{missing}}',
	from: 'First day',
	to: 'Last day',
	toHint: 'Opened today, 30 days end on {{day}}. It closes by itself at 24:00 of the last day.',
	shorterReason: 'Reason for fewer than 30 days',
	shorterHint: 'Not needed for 30 days or more; it is published.',
	introduction: 'Drafting note',
	introductionHint: 'Need, basis and main content: the public reads it first.',
	contact: 'Other ways to comment',
	contactHint: 'Address, telephone, legislative contact points with place and hours; one a line.',
	isFitForPublic:
		'The head of the unit agrees, and the text was checked before publication: it holds no state or work secrets and no personal data.',
	submit: 'Consult the public',
	cancel: 'Take back',
	cancelLead:
		'For a wrong text, or a matter that is given up. The public page says that it was taken back, and why; what was received is kept.',
	words: 'Reason',
	toPage: 'To the public consultation',
	keptHere: 'The days are those of the consultation that was opened here.',
} as const satisfies SameShape<typeof chinese>
