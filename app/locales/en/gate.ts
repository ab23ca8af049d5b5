import type { SameShape } from '#app/locales/same-shape.ts'
import type { gate as zh } from '#app/locales/zh-cn/gate.ts'

/** What happened to a part of the record, what it means, and what to do. */
const altered = (part: string): string =>
	`The record is not as the trail left it (${part}): somebody changed it past the system. It does not count, and cannot go to a meeting. The audit administrator verifies the trail, finds the cause, and has the record put back.`

export const gate: SameShape<typeof zh> = {
	title: 'Conditions for the agenda',
	rule: {
		H1: 'This text has passed legality review',
		H2: 'No mandatory item is open',
		H3: 'Counsel’s objections are disposed of',
		H5: 'Fair-competition review',
		H6: 'Risk assessment',
		H7: 'Public consultation',
		H8: 'Expert argumentation',
		H9: 'Departments agree, or their disagreement is stated',
		H10: 'Reviewer, checker, signing officer and counsel are different persons',
		H11: 'The opinion stands and is in time; whether the law has changed',
		H12: 'The uploader declares that nothing is classified',
		H16: 'The meeting is one that may decide it',
		H17: 'The record answers to the trail',
		H18: 'Hearing',
	},
	fact: {
		'no-clearance': 'This text has not passed review yet.',
		'clearance-not-genuine':
			'The clearance’s signature or its entry in the trail does not hold; it does not count.',
		'other-text-cleared': 'Version {{cleared}} was cleared; the present text is version {{current}}.',
		'clearance-void': 'The clearance is void.',
		'clearance-consumed': 'The clearance was used.',
		'clearance-expired': 'The clearance is past the day until which it was good.',
		cleared: '{{number}}, on version {{version}}.',
		'risk-stated':
			'{{opinion}} flags a legal risk; it says why no rule speaks of it, the risks and the measures.',
		'risk-flagged': 'Signed by {{signer}}: for discussion with flagged legal risk, to be read out.',
		'out-of-scope': 'Signed by {{signer}}: an internal paper, no review needed.',
		emergency: 'Signed by {{signer}}: emergency order.',
		'kind-not-for-track': 'This kind of signed fact is not for this track; it cannot stand for its review.',
		'no-opinion': 'There is no opinion yet.',
		'found-unlawful': 'The review found it unlawful.',
		'problems-unbound':
			'{{points}} review points have a problem that no mandatory item cites, and the conclusion is not unlawful.',
		'mandatory-items-open': '{{items}} mandatory item{{items, s}} {{items, are}} open.',
		'found-lawful': '{{opinion}}: lawful.',
		amended: '{{opinion}}: to be amended; the re-check found it amended.',
		'difference-retained':
			'{{opinion}}: to be amended, not adopted in full. Difference retained: “{{explanation}}”',
		'counsel-hold':
			'Counsel found it unlawful; {{holds}} objection{{holds, s}} {{holds, are}} not disposed of.',
		'counsel-hold-disposed': '{{signer}} has disposed of counsel’s objection in writing.',
		'counsel-heard': '{{opinions}} written opinion{{opinions, s}} of counsel {{opinions, were}} heard.',
		'counsel-not-heard': 'There is no written opinion of counsel yet.',
		'counsel-not-required': 'This track asks for no counsel opinion.',
		'step-unanswered': 'The drafting unit has not answered.',
		'step-unconfirmed': 'The review body has not confirmed it yet.',
		'step-rejected': 'The review body rejected it.',
		'step-not-applicable':
			'The drafting unit says not applicable: “{{reason}}” Confirmed by the review body ({{opinion}}).',
		'fair-competition-complies':
			'Reviewed by the drafting organ ({{reviewedBy}}) on {{reviewedOn}}, which heard “{{heard}}”. Conclusion: complies with the fair-competition standards. Confirmed by the review body ({{opinion}}).',
		'fair-competition-complies-by-regulator':
			'First view of the drafting organ: “{{firstView}}” Reviewed by the market regulator ({{reviewedBy}}) with it on {{reviewedOn}}, heard: “{{heard}}”. Conclusion: complies with the fair-competition standards. Confirmed by the review body ({{opinion}}).',
		'fair-competition-exception':
			'Reviewed by the drafting organ ({{reviewedBy}}) on {{reviewedOn}}, which heard “{{heard}}”. Conclusion: falls under the exception of article 12, item {{exceptionItem}}; nothing less restrictive serves: “{{exceptionWhy}}”; period or end condition: “{{exceptionPeriod}}”. Confirmed by the review body ({{opinion}}).',
		'fair-competition-exception-by-regulator':
			'First view of the drafting organ: “{{firstView}}” Reviewed by the market regulator ({{reviewedBy}}) with it on {{reviewedOn}}, heard: “{{heard}}”. Conclusion: falls under the exception of article 12, item {{exceptionItem}}; nothing less restrictive serves: “{{exceptionWhy}}”; period or end condition: “{{exceptionPeriod}}”. Confirmed by the review body ({{opinion}}).',
		'risk-low':
			'Assessed by “{{assessedBy}}” on {{assessedOn}}: the risk is controllable, level low; measures: “{{measures}}”. Confirmed by the review body ({{opinion}}).',
		'risk-medium':
			'Assessed by “{{assessedBy}}” on {{assessedOn}}: the risk is controllable, level medium; measures: “{{measures}}”. Confirmed by the review body ({{opinion}}).',
		'risk-high':
			'Assessed by “{{assessedBy}}” on {{assessedOn}}: the risk is controllable by the measures, level high; measures: “{{measures}}”. Confirmed by the review body ({{opinion}}).',
		'consultation-held':
			'Public consultation from {{from}} to {{to}} ({{days}} days, the first not counted), adoption report made. Confirmed by the review body ({{opinion}}).',
		'consultation-shortened':
			'Public consultation from {{from}} to {{to}} ({{days}} days, the first not counted; shortened, published reason: “{{shorterReason}}”), adoption report made. Confirmed by the review body ({{opinion}}).',
		'consultation-held-settled':
			'Public consultation from {{from}} to {{to}} ({{days}} days, the first not counted). {{received}} received: {{adopted}} adopted, {{partly}} in part, {{notAdopted}} not; {{late}} late ({{table}}). Confirmed by the review body ({{opinion}}).',
		'consultation-shortened-settled':
			'Public consultation from {{from}} to {{to}} ({{days}} days, the first not counted; shortened, published reason: “{{shorterReason}}”). {{received}} received: {{adopted}} adopted, {{partly}} in part, {{notAdopted}} not; {{late}} late ({{table}}). Confirmed by the review body ({{opinion}}).',
		'hearing-held':
			'Time, place and content published on {{noticedOn}} in “{{noticedAt}}” ({{noticeDays}} days before, first not counted), those taking part published on {{participantsOn}} in “{{participantsAt}}”, papers delivered on {{papersOn}} ({{papersDays}} days before); held on {{hearingOn}}, chaired by “{{presidedBy}}”, {{participants}} taking part; record confirmed, handling of the opinions explained. Confirmed by the review body ({{opinion}}).',
		'hearing-held-on-notice':
			'Time, place and content published on {{noticedOn}} in “{{noticedAt}}” ({{noticeDays}} days before, first not counted); held on {{hearingOn}}, chaired by “{{presidedBy}}”, {{participants}} taking part; record confirmed, handling of the opinions explained. Confirmed by the review body ({{opinion}}).',
		'experts-heard':
			'Held on {{heldOn}} with {{experts}} expert{{experts, s}}: {{names}}; each declared no direct interest and gave an opinion in writing; conclusion: “{{conclusion}}”; adoption report made. Confirmed by the review body ({{opinion}}).',
		'departments-agree':
			'“{{organs}}” consulted, no disagreement. Confirmed by the review body ({{opinion}}).',
		'departments-differ':
			'“{{organs}}” consulted; they disagree, and it is stated. Confirmed by the review body ({{opinion}}).',
		'violates-fair-competition': 'The fair-competition review found a violation.',
		'fair-competition-not-by-regulator':
			'What the government issues is reviewed by the market regulator with the drafting organ; this was not, or it is not said who reviewed.',
		'fair-competition-not-by-drafter':
			'What a department issues is reviewed by the drafting organ; this was not, or it is not said who reviewed.',
		'first-view-missing': 'The first view of the drafting organ is not stated.',
		'nobody-heard': 'It is not stated which operators, associations or members of the public were heard.',
		'exception-without-case': 'An exception is claimed, but not which case of article 12 it is.',
		'exception-without-why': 'An exception is claimed, but not why nothing less restrictive would serve.',
		'exception-without-period':
			'An exception is claimed without a definite period or end condition; “for the long term” is none.',
		'risk-uncontrollable': 'The risk assessment says uncontrollable.',
		'risk-bare-level': 'Only a level is stated, not whether the risk can be controlled.',
		'risk-without-measures': 'The measures against the risk are not stated.',
		'experts-not-named': 'It is not stated one by one which experts were asked.',
		'expert-has-interest': 'An expert has a direct interest in the decision: {{names}}.',
		'expert-opinion-not-written': 'An expert gave no opinion of their own in writing: {{names}}.',
		'hearing-not-held': 'The hearing has not been held.',
		'hearing-unannounced':
			'It is not stated when and where time, place and content of the hearing were published.',
		'hearing-notice-short':
			'Published on {{noticedOn}} for {{hearingOn}}, the hearing had {{noticeDays}} days of notice (first not counted): 30 are owed before generally binding decisions and orders (Regulations on the Procedure for Rules, art. 16 and 36), and notice ahead before everything else.',
		'hearing-participants-unpublished':
			'It is not stated when and where, before the hearing, those taking part were published (Decree 713 art. 16; other documents by the local rule, a default to be confirmed).',
		'hearing-papers-late':
			'It is not stated that the papers were delivered 7 days before the hearing of {{hearingOn}}, the first not counted (Decree 713 art. 16; other documents by the local rule, a default to be confirmed).',
		'hearing-record-missing': 'It is not stated that a record was made and confirmed by those taking part.',
		'hearing-handling-missing': 'It is not stated what was done with the opinions of the hearing, and why.',
		'consultation-running': 'The consultation runs until {{to}}.',
		'consultation-too-short':
			'{{from}} to {{to}}: only {{days}} day{{days, s}} of consultation (the first not counted), without a published reason.',
		'adoption-report-missing': 'The report on adopted opinions is missing.',
		'disagreement-not-disclosed': 'The disagreement of departments is not stated.',
		'hands-not-separate': 'Two posts on this matter are held by one person.',
		'recusal-open': '{{recusals}} recusal request{{recusals, s}} {{recusals, are}} undecided.',
		'hands-separate':
			'Reviewer {{reviewer}}, checker {{checker}}, signing officer {{signer}}; counsel: {{counsel}}. Requests for recusal on record: {{recusals}}.',
		'opinion-revoked': 'The opinion was revoked.',
		'law-changed':
			'Cited laws ended or were revised after the review: {{laws}} (table of statutes to {{reaches}}).',
		'law-not-verified': 'Whether the law behind it has changed is not verified, nor confirmed by who signed.',
		'law-confirmed':
			'Whether the law behind it has changed is not verified; {{signer}} confirmed on {{day}} that it has not.',
		'materials-changed':
			'{{materials}} material{{materials, s}} {{materials, were}} replaced after the opinion and not confirmed.',
		'opinion-stands':
			'The opinion stands; by the table of statutes to {{reaches}}, no cited law has changed since the review.',
		'classified-file': '{{files}} files are not declared public or internal.',
		'nothing-classified':
			'{{files}} file{{files, s}}, each declared public or internal by who uploaded it; the content was not tested.',
		'record-not-compared': 'The record was not compared with the trail yet.',
		'record-answers': 'Every row of the record is as the trail left it.',
		'altered-matter': altered('the matter'),
		'altered-text': altered('the text'),
		'altered-materials': altered('materials and steps'),
		'altered-hands': altered('hands and recusals'),
		'altered-periods': altered('periods'),
		'altered-opinion': altered('the opinion'),
		'altered-recheck': altered('the re-check'),
		'altered-clearance': altered('the clearance'),
		'altered-agenda': altered('the agenda item'),
		'altered-meeting': altered('the meeting'),
		'altered-papers': altered('papers'),
		'not-proposed': 'It is not proposed yet.',
		'own-meeting': 'Issued by the own organ; before its own meeting.',
		'government-meeting': 'Issued or approved by the government; before a meeting of the government.',
		'not-own-meeting':
			'What the own organ issues goes to its own meeting; this was proposed to another organ’s. Take it off and propose it anew.',
		'not-government-meeting':
			'What the government issues or approves goes to a meeting of the government; this was proposed to another organ’s. Take it off and propose it anew.',
	},
	mark: { shortened: 'Shortened', declared: 'By declaration', 'not-tested': 'Not verified' },
	ground: {
		verified: 'checked',
		'to-be-confirmed': 'to be confirmed',
		'product-rule': 'rule of the product',
	},
	groundWords: 'Ground: {{words}} ({{mark}})',
	mender: {
		drafter: 'the drafting unit',
		reviewer: 'the reviewer',
		'signing-officer': 'the signing officer',
		'review-lead': 'the lead of the review body',
		'audit-administrator': 'the audit administrator',
	},
	mendedBy: 'To be mended by {{who}}.',
	or: ', ',
	lastOr: ' or ',
	count: '{{count}} {{status}}',
	comma: ', ',
	others: 'The other {{count}}: ',
}
