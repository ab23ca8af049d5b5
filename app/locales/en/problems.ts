import type { SameShape } from '#app/locales/same-shape.ts'
import type { problems as zh } from '#app/locales/zh-cn/problems.ts'

/** What is wrong with a value of a form, in words. Part of `refusals`. */
export const problems: SameShape<typeof zh> = {
	'name-taken': 'There is one of that name already.',
	'code-taken': 'The staff code is taken.',
	'login-taken': 'The account name is taken; capitals make no difference.',
	'unknown-organ': 'There is no such organ.',
	'unit-of-other-organ': 'This unit belongs to another organ.',
	'unknown-person': 'No such person, or disabled.',
	'unknown-account': 'No such account, or disabled.',
	'already-reported': 'The result of this task was reported already and waits to be confirmed.',
	'not-reported': 'The unit has not reported a result yet.',
	'own-report': 'Somebody else confirms a result than reported it.',
	'no-outcome': 'This item has no outcome yet, so no task follows from it.',
	'not-of-this-kind':
		'A thematic meeting does not decide this: major decisions and normative documents go to the standing or the plenary meeting (Decree 713 art. 30, circular 37 of 2018 (7)).',
	'after-the-last-day':
		'This item was proposed after the last day for proposals: the chair has to approve it as urgent, with a reason.',
	'already-decided': 'This grant was decided already.',
	'already-ended': 'This grant has ended already.',
	'own-grant':
		'A grant that you asked for yourself, or that is for yourself, is another administrator’s to decide.',
	'own-account': 'Nobody disables their own account.',
	'needs-second-administrator':
		'This person signs, checks or confirms: one administrator alone issues no link. Ask for a new password, which a second administrator confirms.',
	'needs-no-second-administrator': 'This person signs, checks and confirms nothing: issue the link directly.',
	'recovery-waits': 'It was asked for already and waits for a second administrator.',
	'recovery-decided': 'No request waits here, or somebody has dealt with it.',
	'own-request':
		'What you asked for yourself, or what concerns your own account, somebody else has to deal with.',
	'no-hold': 'There is no hold, or it was lifted or has ended.',
	'last-administrator': 'This is the last administrator of this kind; grant the role to somebody else first.',
	'unit-needed': 'A drafter belongs to a unit; choose one.',
	'already-held': 'This person holds that post already, or it waits to be confirmed.',
	'not-plain': 'The name holds invisible characters; type it again.',
	'not-a-login':
		'An account’s name has 2 to 60 letters, digits and . _ @ -, and begins with a letter or digit.',
	'import-heading': 'The first line is no heading, or has no column “Organ”.',
	'import-heading-twice': 'The heading has the same column twice; rename or remove one of them.',
	'import-has-faults': 'Some rows do not fit; no row was imported.',
	'import-adds-nothing': 'All of this is there already; there is nothing to import.',
	'number-taken': 'This document number is registered already. Look it up in the register first.',
	'not-a-document-number':
		'The document number is not complete. It has an organ code, the year in brackets and a number, or, for orders and announcements, just a number.',
	'published-in-the-future':
		'The date of publication cannot be after today. Register the document once it is published.',
	'before-publication': 'A document cannot enter into force before it is published; the same day is fine.',
	'before-issue': 'A document cannot be published before it is issued; the same day is fine.',
	'not-to-be-filed': 'This document is not filed with this organ, or has been filed with it.',
	'filed-before-publication': 'A document cannot be filed before it is published; the same day is fine.',
	'ruled-before-meeting': 'The ruling cannot be earlier than the meeting; the same day is fine.',
	'not-an-organ-code':
		'An organ code is 2 to 10 Chinese characters, as in the numbers of its earlier documents.',
	'not-its-issuer': 'This matter is not issued in that name; choose one of the issuers on the list.',
	'issued-here':
		'This document was registered, numbered, issued and published here; its registration is not withdrawn. If it no longer holds, enter its repeal.',
	'code-of-other-issuer': 'This organ code stands for another issuer already.',
	'before-effect': 'The validity cannot end before the document enters into force.',
	'repealed-before-publication': 'A document cannot be repealed before it was published.',
	'repealed-after-lapse': 'By that day the document has lapsed of itself; there is nothing to repeal.',
	'not-published':
		'Tick the box: a normative document is published, and an internal paper cannot be registered.',
	'not-a-clean-text':
		'The file has tracked changes, hidden words or words that could not be placed. Upload the clean text as it was published.',
	'issues-nothing':
		'By its name this is a coordinating body or a part of an organ, which issues no normative documents. Please name the issuing organ.',
	'not-registrable':
		'No meeting has passed a text of this matter that could be registered, or it is registered already.',
	'out-of-bounds': 'Outside of what is allowed.',
	'not-days': 'Not days, not of this year, twice, or not all of the year’s.',
	'no-weekend': 'Work is made up on Saturdays and Sundays.',
	'nothing-changed': 'It is like that already.',
	'later-version': 'There is a version of that day or a later one.',
	outdated: 'Its day is past, or a newer version has come: decline it, to be proposed anew.',
	'with-a-release': 'Contents come with releases; here they are only checked.',
	'year-out-of-turn': 'Load the years in their order.',
	missing: 'This has to be filled in.',
	'too-long': 'This is too long.',
	'not-a-date': 'No such date; write it like 2026-11-23.',
	'in-the-future': 'What was done cannot lie after today.',
	'before-start': 'The end cannot lie before the beginning.',
	'before-consultation': 'This cannot lie before the consultation began.',
	'no-end': 'Name a day, a period or a condition at which it ends: “for the long term” is none.',
	'no-reason': 'Give the reason: the answer alone is none.',
	'personal-data': 'There is an identity or telephone number in this, which cannot be published.',
	'before-today': 'The beginning cannot lie before today.',
	'not-after-start': 'The last day must lie after the beginning.',
	'too-far-ahead':
		'That is too far away. Please check the year: it begins within a year and lasts no more than one.',
	'not-a-number': 'Enter a whole number.',
	'unknown-choice': 'Choose one of those listed.',
	unknown: 'There is no such entry; reload the page.',
	differs: 'What was typed is not the name of the matter; nothing was uploaded and the clearance stands.',
	'under-review': 'The review has begun; tracks and issuer can no longer be changed.',
	'none-open': 'No supplement list is open.',
	'none-in-force': 'No opinion is in force to re-check against; submit the text as a new round.',
	'order-stands':
		'An emergency order is in force: no new title before its review, and only decision tracks and the same issuer until it is revoked or concluded. To change them, its leader revokes it first.',
	'title-changed':
		'The title is another one than was reviewed, and the opinion does not speak of it. Change it back, or submit the text as a new round.',
	'already-proposed': 'It is proposed already.',
	'no-review-body': 'There is no review body yet; ask the system administrator.',
	'not-designated':
		'No organ is designated to review this yet: the issuing organ has no legal unit, or the review body drafts it itself. The system administrator names one on the page of organs, before drafting and submitting.',
	'cannot-review':
		'This organ cannot be designated: it is the issuing organ itself, or it has no legal unit.',
	'drafter-would-review':
		'The drafter holds a post in the reviewing body; nobody’s draft is reviewed where they work. Somebody else has to draft it.',
	'not-for-tracks':
		'This issuer does not go with the tracks: a government decision is the government’s; a department’s decision is its own, or needs the government’s approval.',
	'no-government-office': 'There is no government office yet; ask the system administrator.',
	'not-in-the-future': 'The meeting must lie in the future.',
	'kind-of-other-organ':
		'The government office prepares the meetings of the government, every other organ its own office meeting.',
	'names-a-draft':
		'This names a draft or a matter. A draft is listed by its clearance alone: choose it from the items that can be listed, or submit it for review first.',
	'other-organs-item': 'This item was proposed to another organ.',
	'before-another-meeting': 'This item still stands before another meeting. Record its outcome there first.',
	'no-further': 'It is already the first or the last.',
	'only-taken-off': 'An item whose conditions are not met can only be not reached, taken off or withdrawn.',
	'recorded-outcomes':
		'Whoever recorded the outcomes cannot close the meeting; a second person checks and closes it.',
	'members-unaccounted':
		'Each member is present or absent: those named as present and absent are fewer than the members. Add the missing names.',
	'attendance-short':
		'Some members are recorded neither as present nor as absent. Complete the attendance before you close the meeting.',
	'fewer-than-present': 'The meeting has fewer members than are present. Check the numbers.',
	'person-twice': 'One person has two lines. Make them one.',
	'not-present':
		'Somebody here is neither present, in attendance nor a presenter. Check the name, or correct the attendance first.',
	'no-stance':
		'After each member’s name write how they stand: agree, amend, disagree, postpone or none; then their opinion.',
	'words-owed': 'Whoever does not agree, or speaks without a vote, is recorded in their own words.',
	'member-missing':
		'A member who is present has no line. Each has one; for a member who said nothing write “none”.',
	'reason-owed':
		'The head decides otherwise than most members. Write the reason that they gave at the meeting (Decree 713 art. 30).',
	'attendance-first': 'Record the attendance first, then the discussion.',
	'not-discussed':
		'The discussion of this item is not recorded; no decision can be. Record who presented, who attended and what each member thought.',
	'no-quorum':
		'By the attendance no more than half of the members were present (to be confirmed); no decision can be recorded.',
	'against-the-head': 'This outcome is not what the head decided by the recorded discussion. Check both.',
	'against-the-outcome':
		'The head’s opinion here is not the recorded outcome, which cannot be changed. Check the opinion.',
	'was-not-discussed': 'The item is recorded as not reached or taken off; there is no discussion to record.',
	'spoke-there':
		'A member whose opinion is recorded cannot be left out of the attendance. Correct the discussion first.',
	'already-delegated':
		'On these days one of the two is in a delegation of this role already; nobody is in two at once, and none is handed on.',
	'already-approved': 'This item has been approved already.',
	nobody: 'Enter at least one person who was present.',
	'not-overdue': 'The supplement is not due yet; please wait for the drafting unit.',
	'no-round-left': 'Supplements were asked for twice already; no further list is possible.',
	'too-many': 'Too many entries; please put some together.',
	twice: 'One entry is there twice; please reload the page.',
	'not-in-role': 'Does not hold this post.',
	'too-late-to-object': 'The time to object has run out.',
	'has-interest': 'Declared an interest in this matter.',
	'of-drafting-unit': 'Belongs to the drafting unit.',
	'of-drafting-organ': 'Belongs to the drafting organ.',
	'already-assigned': 'Assigned already.',
	'already-signed': 'Your opinion on this version is signed already.',
	frozen: 'The opinion is out for check and signature and cannot be changed.',
	changed: 'The text has been replaced; look at the changes and save the opinion before sending it.',
	'not-as-frozen': 'The opinion is not as it was sent for signature; send it back to the reviewer.',
	'none-waiting': 'No re-check is waiting for a signature.',
	'does-not-fit': 'This kind of re-check does not fit the matter.',
	'no-law-cited':
		'Give the reasons and the article that they rest on (20 characters at least). “Not adopted” alone disposes of nothing.',
	'no-second-counsel':
		'No second counsel has given another opinion on this text, nor the same one on a changed text. Have the lead assign one.',
	'was-adopted': 'The drafting unit adopted it; a difference cannot be retained.',
	'not-word': 'Only a .docx file.',
	'no-tracked-changes': 'This file has no tracked changes. Choose the one that has them, or two files above.',
	'nothing-unsettled': 'Nothing is unsettled and no step is rejected.',
	'not-read': 'Please read the whole first, then tick the box.',
	'not-sure': 'This cannot be taken back. Please read what follows, then tick the box.',
	'not-the-same': 'The two passwords are not the same.',
	'day-not-ahead': 'The day must lie ahead.',
	'fewer-than-guaranteed': 'Fewer days than should generally be left; read it and tick the box.',
	'law-unchanged': 'No change of a cited law waits for a confirmation.',
	'no-period-runs': 'No period of a review runs now.',
	'pause-too-long': 'With the pauses before it, the clock would stand still for too long.',
	'extension-too-long': 'More than a period may be extended by.',
	'period-ran-out': 'The period has run out and can no longer be extended.',
	'not-urgent':
		"A normative document may be hurried only in an emergency or by an urgent order of a superior (Document 115 of 2018 of the State Council's office, part 5).",
	'not-shorter': 'It is no shorter than the period is now.',
	'no-time-left': 'That would leave no time for a review.',
	'wrong-password': 'The password is wrong.',
	'still-consulting': 'The consultation still runs: the result is published after its last day.',
	'comments-unanswered': 'A comment is unanswered: the result cannot be published.',
	'not-consulting': 'The consultation has not begun, or is over: no comment is taken.',
	'consulted-here': 'The public was consulted here: its days and its adoption table are those of that page.',
	'wrong-code': 'Not right, used already, or too old.',
}
