/** The page on which the drafting head objects, and the signing officer answers. */
export const objection = {
	title: 'Objection',
	lead: 'Who disagrees with an opinion, an exclusion or a return objects within {{days}} working day{{days, s}} and names the legal basis; the review body answers within {{days}} working day{{days, s}}. Until then the opinion stands.',
	record: 'Objections and answers',
	none: 'Nobody has objected.',
	filed: '{{by}} objected {{at}}. Legal basis: {{basis}}; {{words}}',
	answerDue: 'Waits for the review body, which answers by {{day}}',
	granted: '{{by}} granted it {{at}}: {{reason}}',
	maintained: '{{by}} maintained the opinion {{at}}; the leaders of the district were told: {{reason}}',
	file: 'Object',
	until: 'You may object until {{day}}.',
	tooLate: 'The time to object ran out on {{day}}.',
	basis: 'Legal basis',
	basisHint: 'The title of the law, regulation or rule, and the article.',
	words: 'What you object to, and why',
	answerLead:
		'If you grant it, revoke or correct the opinion next. If you do not, the opinion stands and the leaders of the district are told; only a new signed opinion of the review body clears the text.',
	reason: 'Reason of the answer',
	grant: 'Grant the objection',
	maintain: 'Maintain the opinion',
} as const

/** The page on which the drafting head asks to end a matter, and the lead of the review body decides. */
export const ending = {
	title: 'Terminate or merge',
	lead: 'Until a meeting has decided, the head of the drafting unit may ask to terminate a matter, or to merge it into another one of the unit’s; the lead of the review body decides. What stands on an agenda is taken off by its secretary first.',
	record: 'Requests and decisions',
	none: 'Nobody has asked.',
	asked: {
		termination: '{{by}} asked to terminate {{at}}: {{words}}',
		merger: '{{by}} asked to merge into “{{into}}” {{at}}: {{words}}',
	},
	open: 'Waits for the lead of the review body',
	granted: '{{by}} agreed {{at}}: {{reason}}',
	declined: '{{by}} declined {{at}}: {{reason}}',
	terminate: 'Ask to terminate',
	merge: 'Ask to merge',
	into: 'The matter to merge into',
	choose: 'Please choose',
	words: 'Reason',
	decideLead:
		'If you agree, the matter ends at once, its clearance falls, no period runs any more, and all records stay.',
	reason: 'Reason of the decision',
	grantTermination: 'Agree to terminate',
	grantMerger: 'Agree to merge',
	decline: 'Decline',
} as const
