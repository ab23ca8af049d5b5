/** What contradicts what in an opinion, in words. */
export const contradiction = {
	title: '{{count}} contradiction{{count, s}}',
	lead: 'They have to be mended before the opinion can be sent, checked or signed. Both sides are named; which one to change is yours to judge.',
	wouldBe: 'Chosen, it would contradict: {{why}}',
	none: 'Points, items, steps and conclusion agree with each other.',
	against: 'does not agree with',
	newItem: 'Add a mandatory item',
	noItem: 'no mandatory item cites it',
	clean: 'is not answered as a problem',
	allClean: 'no point has a problem',
	rejected: 'not confirmed',
	otherTrack: 'not every track is a major decision',
	conclusion: 'Conclusion: {{conclusion}}',
	item: 'Item {{number}} ({{kind}}, {{place}})',
	counsel: 'Opinion of {{name}}: unlawful',
	subject: {
		penalty: 'penalties',
		licence: 'licences',
		compulsion: 'compulsion',
		fee: 'fees and levies',
		'local-protection': 'local protection and fair competition',
	},
	'problem-without-item': 'The point has a problem, and no item is about it',
	'item-against-point': 'An item says that there is a problem, the point says none',
	'subject-against-point': 'The ground of an item is on {{subject}}, and the point has no problem',
	'step-against-point': 'A step is not confirmed, and the point on procedure has no problem',
	'lawful-with-problem': 'The conclusion is lawful, and a point has a problem',
	'lawful-with-must-item': 'The conclusion is lawful, and an item is mandatory',
	'lawful-with-rejected-step': 'The conclusion is lawful, and a step is not confirmed',
	'lawful-against-counsel':
		'Counsel finds the text unlawful, nobody has disposed of it, and the conclusion is lawful',
	'risk-flagged-with-problem':
		'The conclusion is a flagged risk, and a point has a problem; what a law, regulation or rule forbids is no risk',
	'risk-flagged-with-must-item': 'The conclusion is a flagged risk, and an item is mandatory',
	'risk-flagged-with-rejected-step': 'The conclusion is a flagged risk, and a step is not confirmed',
	'risk-flagged-against-counsel':
		'Counsel finds the text unlawful, nobody has disposed of it, and the conclusion is a flagged risk',
	'risk-flagged-on-other-track':
		'Only a major decision may be cleared with a flagged risk; normative documents, contracts and others may not',
	'unlawful-without-problem': 'The conclusion is unlawful, and no point has a problem',
	'amend-without-must-item': 'The conclusion is to be revised, and no item is mandatory',
	'amend-without-problem': 'The conclusion is to be revised, and no point has a problem',
} as const

/** What a revised text changes that no item asked for. */
export const beyond = {
	title: '{{count}} change{{count, s}} that no item asked for',
	split: '{{substance}} of substance, {{wording}} of wording; numbers and paragraphs alone are left out',
	waiting: 'Changes that no item asked for',
	none: 'No change of wording or substance outside the items. Numbers, references that follow and punctuation do not count.',
	rule: 'These are changes of wording or substance that answer no item; a re-check cannot pass them. Open a new round, or give the text back to have the old words restored.',
} as const
