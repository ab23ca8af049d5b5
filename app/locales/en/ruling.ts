import type { SameShape } from '#app/locales/same-shape.ts'
import type { ruling as source } from '#app/locales/zh-cn/ruling.ts'

/** What a meeting has referred, and what those ruled who decide it. */
export const ruling: SameShape<typeof source> = {
	title: 'What was ruled above',
	rule: 'What a meeting does not decide itself is referred to the Party committee of its level, the government above or the People’s Congress, and goes on as they rule.',
	law: 'Decree 713, art. 8 and 31.',
	none: 'The meeting has not referred this matter.',
	decision: 'What it decided',
	dissent: 'Dissent',
	text: 'The text discussed',
	version: 'Version {{version}}',
	awaited:
		'The ruling is awaited. Until it is recorded, nothing is issued and nothing goes before a meeting.',
	expired:
		'The clearance expired on {{day}}. It was valid when the meeting discussed the text, and its end keeps no ruling from being recorded. Where the text is passed, ask the review body before it is issued whether the law behind it has changed.',
	body: {
		'party-committee': 'The Party committee',
		'upper-government': 'The government above',
		'peoples-congress': 'The People’s Congress or its standing committee',
	},
	result: {
		passed: 'Passed',
		'revise-and-resubmit': 'Sent back for revision',
		'not-passed': 'Not passed',
	},
	leads: '{{before}} → {{after}}',
	effect: {
		issue:
			'It goes on to be registered, numbered and issued: exactly version {{version}}, which the meeting discussed. The clearance is used up.',
		conclude:
			'It goes on to be signed or handed out inside: exactly version {{version}}, which the meeting discussed. The clearance is used up.',
		'revise-and-resubmit':
			'It goes back to the drafting unit for the next round. The clearance falls; the revised text is reviewed again and goes before a meeting again.',
		'not-passed': 'It goes no further; its records stay. The clearance is used up.',
	},
	form: {
		title: 'Record the ruling',
		body: 'Who ruled',
		result: 'Result',
		ruledOn: 'Day of the ruling',
		ruledOnHint: 'Not before the meeting, and not after today.',
		documentNumber: 'Document number',
		documentNumberHint: 'The number of the reply, the minutes or the resolution.',
		words: 'What was ruled',
		wordsHint: 'In the words of the reply, the minutes or the resolution.',
		note: 'Once recorded it cannot be changed. The drafting unit and the review body are told.',
		button: 'Record the ruling',
	},
	notYours: 'The secretary of the meeting records the ruling.',
	ruled: {
		title: 'The ruling',
		said: '{{body}}: {{result}}',
		state: 'The matter',
		recorded: 'Recorded',
		noNumber: 'No document number',
	},
	next: {
		issue: 'See how far registration, numbering and issue are',
		conclude: 'Enter that it was signed or handed out',
		'revise-and-resubmit': 'It went back to the drafting unit for the next round.',
		'not-passed': 'The matter has ended.',
	},
	ofMatter: 'What was ruled above',
}
