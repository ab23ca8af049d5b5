import { FILE_REFUSALS } from './file-refusals.ts'
import { problems } from './problems.ts'

import type { SameShape } from '#app/locales/same-shape.ts'
import type { refusals as zh } from '#app/locales/zh-cn/refusals.ts'

export const refusals: SameShape<typeof zh> = {
	title: 'Not done',
	recorded: 'This attempt is in the trail. What you typed is still here.',
	notRecorded: 'This is not in the trail. What you typed is still here; put it right and send it again.',
	onlyWords: 'What you typed is still here.',
	stillHere: 'Nothing was done. What you typed is still here and can be sent again later.',
	code: {
		'not-found': 'No such matter, or it is outside what you may see.',
		'not-permitted': 'Your post does not do this step.',
		'not-separate':
			'On one matter, {{hand}} and {{other}} may not be the same person; someone else has to do this.',
		'stale-page':
			'Someone acted after you opened this page. What you wrote is still below; look at the changes, then send it.',
		'key-reused': 'This form was sent before with other contents. Reload the page and start again.',
		'transition-refused': 'The matter is “{{state}}” now; this step cannot be taken.',
		'agenda-transition-refused': 'The item is “{{state}}” now; this step cannot be taken.',
		'meeting-transition-refused': 'The meeting is “{{state}}” now; this step cannot be taken.',
		'meeting-agenda-empty': 'There is no item on the agenda yet; it cannot be fixed.',
		'meeting-agenda-not-empty':
			'There are items on the agenda. Take them off first, then cancel the meeting.',
		'meeting-not-approved':
			'The chair has not approved the agenda as it is now. Lay it before the chair, or attach the signed paper.',
		'meeting-undecided':
			'The meeting cannot be closed: {{count}} item{{count, s}} {{count, have}} no outcome.',
		'meeting-unattended':
			'The meeting cannot be closed: nobody’s attendance is recorded. Record it on the page “Record outcomes” first.',
		'clearance-ended': 'The clearance has ended and cannot come back; the same text needs a new one.',
		'gate-blocked': 'Not listed: {{count}} condition{{count, s}} {{count, are}} not met.',
		'agenda-not-sound': 'The agenda was not fixed: {{titles}} failed the check; nothing else was changed.',
		'steps-rejected':
			'{{steps}} statutory steps are not confirmed; the text cannot be sent for signature. Give it back.',
		'settled-unchanged':
			'The items at {{places}} are marked as met, but nothing was changed there. Change the verdict, or send the text back.',
		'same-content': 'This is exactly the text of version {{version}}; no new version was made.',
		'file-refused': '“{{file}}” was not taken: {{cause}}',
		classified:
			'Not taken: the file is marked “{{level}}”. State secrets must not be handled here; the file was not kept.',
		unfitting: '{{problem}}',
		'wrong-password': 'The password is wrong; {{tries}} tr{{tries, ies}} left. Everything you wrote is kept.',
		'sign-in-refused': 'Account or password is wrong.',
		'too-many-tries': 'Too many tries; try again in {{minutes}} minute{{minutes, s}}.',
		'link-spent': 'This link was used or has run out. Ask the system administrator for a new one.',
		'held-after-recovery':
			'Your password was reset by administrators; until {{time}} you cannot sign, check or confirm. The head of your organ may lift this after seeing you in person.',
		'code-needed':
			'Before you sign, check or confirm, a one-time code is asked for once more. Type the six digits that your telephone shows now, then send again.',
		'wrong-code':
			'The one-time code is not right, was used already, or is too old. Wait for the next one on your telephone and type that.',
		'period-unknown':
			'The reference data has no period for this kind of matter, and none is guessed. Nothing was done. The system administrator compares the reference data with "npm run verify" and puts it back first.',
		'record-altered':
			'The record is not as the trail left it ({{parts}}): somebody changed it past the system. Nothing was done. Ask the audit administrator to verify the trail and to find the cause; the record has to be put back first.',
		'password-refused': 'The password does not keep the rules; see below.',
		'document-ended':
			'This document was repealed already, or its registration was withdrawn. Nothing can follow.',
		'duties-clash': 'One person cannot be both {{role}} and {{other}}.',
	},
	part: {
		matter: 'the matter',
		text: 'the text',
		materials: 'materials and steps',
		hands: 'hands and recusals',
		periods: 'periods',
		opinion: 'the opinion',
		recheck: 'the re-check',
		clearance: 'the clearance',
		agenda: 'the agenda item',
		meeting: 'the meeting',
		papers: 'papers',
	},
	partComma: ', ',
	hand: {
		reviewer: 'reviewer',
		checker: 'checker',
		'signing-officer': 'signing officer',
		counsel: 'counsel',
		secretary: 'secretary who lists it',
		drafter: 'drafter',
		head: 'signer of the submission',
	},
	file: FILE_REFUSALS,
	/** Parts of a Word file, as a reader sees them. */
	filePart: {
		document: 'text',
		header: 'header',
		footer: 'footer',
		footnotes: 'footnotes',
		endnotes: 'endnotes',
		comments: 'comments',
		styles: 'styles',
		numbering: 'numbering',
		settings: 'settings',
		theme: 'theme',
		data: 'diagram',
		chart: 'chart',
	},
	gateBlockedOf: 'Not listed: “{{title}}” has {{count}} condition{{count, s}} that {{count, are}} not met.',
	atField: 'One field is not right, it is marked below: {{problem}}',
	beyond: {
		revision:
			'{{count}} change{{count, s}} answer no item ({{places}}) and cannot pass a re-check. Open a new round, or give the text back to have the old words restored.',
		correction:
			'{{count}} change{{count, s}} of wording or substance ({{places}}): this is no textual correction, which covers punctuation, numbers and references that follow. Open a new round, or give the text back.',
		place: '{{place}}: {{nature}}',
	},
	thisFile: 'the file chosen',
	level: { 'top-secret': 'top secret', secret: 'secret', confidential: 'confidential' },
	problem: problems,
	damagedFile: 'The file “{{name}}” is not the one that was cleared, or it is damaged.',
	storage: {
		'read-only':
			'Not done: the system can read but not write just now. Please tell the system administrator.',
		locked:
			'Not done: another program keeps the system’s database busy. Please send it again in a few minutes.',
		full: 'Not done: the system’s disk is full. Please tell the system administrator.',
		unreachable:
			'Not known yet whether it was done: the system has lost its database. Please tell the system administrator.',
		damaged: 'Not done: the system’s database is damaged. Please tell the system administrator at once.',
	},
	changes: 'What changed since you opened the page',
	unmet: 'Missing:',
}
