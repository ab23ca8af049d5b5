import type { SameShape } from '#app/locales/same-shape.ts'
import type { afterMeeting as source } from '#app/locales/zh-cn/after-meeting.ts'

/** The page on which a text is changed and checked after a meeting has passed it in principle. */
export const afterMeeting: SameShape<typeof source> = {
	title: 'Revision and check after the meeting',
	decided: 'What the meeting said: {{meeting}}',
	dissent: 'Dissent: {{words}}',
	unchanged:
		'The text is still version {{version}}, which lay before the meeting; it is not revised as the meeting said yet.',
	passedText: 'Before the meeting (version {{version}})',
	newText: 'After the meeting (version {{version}})',
	version: 'Version {{version}}',
	handedIn: 'Handed in and checked',
	said: {
		submitted: 'Handed in',
		open: 'Waits for the reviewer’s check',
		'as-decided': 'Checked: as the meeting decided',
		'sent-back': 'Checked: sent back to be mended',
		'new-round': 'Checked: beyond what the meeting said, reviewed anew',
		signed: 'Check signed',
		refused: 'Check refused, sent back to be mended',
	},
	rule: {
		title: 'What follows after the meeting',
		words:
			'What a meeting passes in principle is revised by the drafting unit as the meeting said and handed in. Within {{days}} working days{{assumed}} the review body checks it against the text before the meeting. Only once the check is signed can the text be registered, numbered and issued. A change beyond what the meeting said is reviewed anew and comes before a meeting again.',
		onlyOn: 'Only on this version',
	},
	withReviewer: 'The revised text has been handed in; the reviewer is checking it.',
	withSigner: 'The reviewer has checked it; it waits for the signature.',
	submit: {
		title: 'Hand in the revised text',
		toDraft: 'Upload the revised text',
		words: 'How the meeting’s words were taken up',
		hint: 'Point by point: what the meeting said, and which article was changed for it.',
		button: 'Hand in for the check',
	},
	check: {
		title: 'Check the revised text',
		result: 'Finding',
		choice: {
			'as-decided': 'As the meeting decided; to be signed',
			'sent-back': 'Not done fully; back to the drafting unit',
			'new-round': 'Beyond what the meeting said; a new round of review and another meeting',
		},
		words: 'Note',
		hint: 'How the changes answer what the meeting said; when it is sent back, what is missing.',
		button: 'Submit the finding',
	},
	sign: {
		read: 'I have read every change against what the meeting said; this version may be issued',
		button: 'Sign the check',
		note: 'Once it is signed, only this version can be issued.',
	},
	refuse: { title: 'Refuse, and send it back', words: 'Reason for sending it back' },
}
