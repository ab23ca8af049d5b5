import type { SameShape } from '#app/locales/same-shape.ts'
import type { issuing as source } from '#app/locales/zh-cn/issuing.ts'

/** The page of a decided text on its way to the library. */
export const issuing: SameShape<typeof source> = {
	title: 'Register, number, issue, publish',
	steps: 'How far it is',
	rule: "Registered, numbered and issued in one place (Document 37 of 2018 of the State Council's office, part 8); once published it stands in the library",
	version: 'Version {{version}}',
	restsOn: {
		passed: 'The text that the meeting passed: version {{version}}',
		'checked-after-the-meeting':
			'The text that the meeting passed in principle, checked and signed afterwards: version {{version}}',
	},
	noText:
		'There is no text to issue: the meeting has not passed it, or the check after the meeting is not signed.',
	step: {
		register: 'Register',
		number: 'Number',
		issue: 'Issue',
		publish: 'Publish and enter into the library',
	},
	button: {
		register: 'Register',
		number: 'Take the number',
		issue: 'Enter the issue',
		publish: 'Publish and enter into the library',
	},
	published: 'Published {{day}}, in force {{effective}}',
	inLibrary: 'See it in the library',
	notNow: 'No step is yours now.',
	issuerHint:
		'In whose name the document is issued. Coordinating bodies and parts of an organ issue nothing.',
	organCode: 'Organ code',
	organCodeHint:
		'As in the numbers of earlier documents. Numbers run on under one code in a year, and the system takes the next.',
	bytes:
		'What is issued must be exactly the version above. The version in the system is the one that counts.',
	issuedOn: 'Day of issue',
	publishedOnHint: 'Not after today, and not before the day of issue.',
}
