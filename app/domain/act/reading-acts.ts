import type { ActDefinition, Grant } from './definition.ts'
import {
	ASKED_COUNSEL,
	AUDIT_ADMINISTRATOR,
	CHAIR,
	COUNSEL,
	EVERY_HEAD,
	EVERY_BUSINESS_ROLE,
	LEADER,
	LEADER_ASKED_FOR_ORDER,
	OWN_HEAD,
	OWN_UNIT,
	REVIEW_BODY,
	SECRETARY,
	SECURITY_ADMINISTRATOR,
	SUPERVISOR,
	SYSTEM_ADMINISTRATOR,
	TASK_HOLDER,
} from './who.ts'

const MEETING_READERS: readonly Grant[] = [
	...SECRETARY,
	...LEADER,
	...SUPERVISOR,
	{ role: 'review-lead', where: 'jurisdiction' },
	{ role: 'reviewer', where: 'jurisdiction' },
	{ role: 'checker', where: 'jurisdiction' },
	{ role: 'signing-officer', where: 'jurisdiction' },
	...CHAIR,
]

/** Acts that only read. They move nothing; what is taken away leaves a record of another kind. */
export const READING_ACTS = {
	'matter.read': {
		who: [
			...OWN_UNIT,
			...OWN_HEAD,
			{ role: 'legal-unit', where: 'drafting-organ' },
			...REVIEW_BODY,
			{ role: 'registrar', where: 'review-body-once-asked' },
			...COUNSEL,
			{ role: 'secretary', where: 'on-own-agenda' },
			{ role: 'leader', where: 'jurisdiction-once-submitted' },
			...LEADER_ASKED_FOR_ORDER,
			...SUPERVISOR,
		],
		page: '/matters/:matterId',
	},
	// Title, organ and unit, and nothing else: what counsel must know to say whether they have an interest.
	'heading.read': { who: ASKED_COUNSEL, page: null },
	// 审查机构内部可见: the review body's working papers never reach the drafter's page.
	'review-notes.read': { who: [...REVIEW_BODY, ...SUPERVISOR], page: null },
	'trail.read': {
		who: [
			...OWN_UNIT,
			...OWN_HEAD,
			...REVIEW_BODY,
			{ role: 'secretary', where: 'on-own-agenda' },
			...SUPERVISOR,
			...AUDIT_ADMINISTRATOR,
		],
		page: '/matters/:matterId/trail',
	},
	// The exact words of a trail hold the working papers of the review body: who may not read those may not take them away.
	'evidence.read': { who: [...REVIEW_BODY, ...SUPERVISOR], page: '/matters/:matterId/evidence' },
	'meeting.read': {
		who: MEETING_READERS,
		page: '/meetings/:meetingId',
	},
	'packet.read': {
		who: [...SECRETARY, ...CHAIR, ...LEADER, ...SUPERVISOR],
		page: '/meetings/:meetingId/packet',
	},
	// A unit sees its own tasks, and of the meeting nothing else.
	'follow-up.read': {
		who: [...MEETING_READERS, ...TASK_HOLDER],
		page: '/meetings/:meetingId/follow-ups',
	},
	// What was published is public; administrators have no business with it.
	'register.read': { who: EVERY_BUSINESS_ROLE, page: '/register' },
	'account.read': { who: [...SYSTEM_ADMINISTRATOR, ...SECURITY_ADMINISTRATOR], page: '/admin/people' },
	// The review works by it: its lead reads what holds, and changes nothing.
	'reference.read': {
		who: [
			...SYSTEM_ADMINISTRATOR,
			...SECURITY_ADMINISTRATOR,
			...AUDIT_ADMINISTRATOR,
			{ role: 'review-lead', where: 'jurisdiction' },
		],
		page: '/admin/reference',
	},
	'recovery.read': {
		who: [...SYSTEM_ADMINISTRATOR, ...SECURITY_ADMINISTRATOR, ...AUDIT_ADMINISTRATOR, ...EVERY_HEAD],
		page: '/recoveries',
	},
} as const satisfies Record<string, ActDefinition>
