import type { SameShape } from '#app/locales/same-shape.ts'
import type { opening as zhCn } from '#app/locales/zh-cn/opening.ts'

/** Opening a matter. Part of `intake`. */
export const opening: SameShape<typeof zhCn> = {
	title: 'New matter',
	lead: 'Give it a name, choose the tracks and who issues it. Once saved you can come back at any time.',
	name: 'Name of the matter',
	nameHint: 'The same as the title of the draft.',
	tracks: 'Tracks (several allowed)',
	tracksHint: 'Choose every track that the draft belongs to; the stricter rule of them holds.',
	example: {
		'government-decision': 'For example a major plan, public works, a public policy.',
		'department-decision': "For example a department's major measure of the year.",
		'normative-document':
			'For example measures, rules or a notice that are published and applied again and again.',
		'other-document': 'For example a letter or plan that touches rights and duties.',
		'government-contract': 'For example an investment or franchise agreement.',
	},
	issuer: 'Issuer',
	issuerHint: 'In whose name it is issued and who decides. The review body and the meeting follow from it.',
	reviewedBy: 'Reviewed by: {{body}}; {{meeting}}',
	meeting: {
		government: 'goes to the executive or the plenary meeting of the government',
		'approved-by-government': 'goes to the executive or the plenary meeting of the government',
		'own-organ': 'goes to the own office meeting',
	},
	days: 'review normally takes {{days}} working day{{days, s}}',
	assumed: ' (default, to be confirmed)',
	submit: 'Open it and upload the text',
	saveHeading: 'Name, tracks and issuer',
	save: 'Save name, tracks and issuer',
}
