import type { SameShape } from '#app/locales/same-shape.ts'
import type { issuing as source } from '#app/locales/zh-cn/issuing.ts'

/** The page of a decided text on its way to the library. */
export const issuing: SameShape<typeof source> = {
	title: 'Register, number, issue, publish, file',
	steps: 'How far it is',
	rule: "Registered, numbered and issued in one place (Document 37 of 2018 of the State Council's office, part 8); once published it stands in the library",
	version: 'Version {{version}}',
	restsOn: {
		passed: 'The text that the meeting passed: version {{version}}',
		'passed-from-above': 'The text that the meeting referred and that was passed above: version {{version}}',
		'checked-after-the-meeting':
			'The text that the meeting passed in principle, checked and signed afterwards: version {{version}}',
	},
	noText:
		'There is no text to issue: the meeting has not passed it, what it referred is not passed above, or the check after the meeting is not signed.',
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
	filing: {
		title: 'Filing for record',
		rule: "Documents of the government are filed with the government above and the People’s Congress standing committee, those of a department with its own government (Document 37 of 2018 of the State Council's office, part 10). A document is in force without being filed",
		assumed: 'How many days there are from the publication on is local practice, a default to be confirmed. ',
		stillOwed: 'What is late is still to be filed.',
		due: '{{days}} day{{days, s}} after publication, days of rest included, due {{due}}',
		overdue: 'Overdue: it was to be filed by {{due}}',
		filedInTime: 'Filed in time (due {{due}})',
		filedLate: 'Filed late (due {{due}})',
		filed: '{{reportNumber}}, {{day}}, receipt: {{receipt}}',
		filedWith: 'Filed with',
		filedWithHint:
			'Where it goes to several, enter each. What is filed is the report, the official text and the explanation.',
		organ: {
			'upper-government': 'the government above',
			'peoples-congress': 'the People’s Congress standing committee',
			'own-government': 'the own government',
		},
		reportNumber: 'Number of the filing report',
		reportNumberHint: 'As it stands on the report.',
		filedOn: 'Day of the filing',
		filedOnHint: 'Not after today, and not before the publication.',
		receipt: 'Receipt',
		receiptHint: 'The number of the receipt; where it has none, who took it in and when.',
		button: 'Enter the filing',
	},
}
