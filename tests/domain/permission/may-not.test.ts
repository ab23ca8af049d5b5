import { expect, test } from 'vitest'
import { type Act, ACTS as TABLE } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor, Subject } from '#app/domain/permission/relation.ts'
import { type Role, ADMINISTRATOR_ROLES, ROLES } from '#app/domain/permission/role.ts'

const ACTS = namesOf(TABLE)

const READ_ACTS: readonly Act[] = [
	'matter.read',
	'review-notes.read',
	'meeting.read',
	'follow-up.read',
	'packet.read',
	'trail.read',
	'evidence.read',
	'register.read',
]
const MEETING_ACTS: readonly Act[] = [
	'meeting.created',
	'agenda.edited',
	'agenda.listing-requested',
	'agenda.delisted',
	'meeting.fixed',
	'meeting.urgent-approved',
	'meeting.held',
	'outcome.noted',
	'attendance.recorded',
	'off-system.recorded',
	'discussion.recorded',
	'record.corrected',
	'follow-up.set',
	'follow-up.confirmed',
	'follow-up.returned',
	'follow-up.withdrawn',
	'meeting.closed',
	'meeting.cancelled',
]
const REGISTER_ACTS: readonly Act[] = [
	'document.import-proposed',
	'document.import-confirmed',
	'document.import-declined',
	'document.repealed',
	'document.registration-withdrawn',
]
const ADMINISTRATION_ACTS: readonly Act[] = [
	'organisation.edited',
	'account.created',
	'account.disabled',
	'account.link-issued',
	'account.first-links-issued',
	'account.recovery-requested',
	'account.recovery-confirmed',
	'account.recovery-declined',
	'organisation.imported',
	'review-body.designated',
	'designation.confirmed',
	'designation.declined',
	'grant.requested',
	'grant.confirmed',
	'grants.confirmed',
	'grants.declined',
	'grant.declined',
	'grant.ended',
	'reference.proposed',
	'reference.confirmed',
	'reference.declined',
	'account.read',
	'audit.verified',
]
const TOOL_ACTS: readonly Act[] = ['texts.compared', 'text.prechecked']

/** What may be done with a role by whoever has every tie that there is: the most that the role could ever do. */
function mostOf(role: Role): Act[] {
	return ACTS.filter((act) => isPermitted(actorWith(role), act, EVERY_TIE))
}

const EVERY_TIE: Subject = {
	jurisdictionId: 'here',
	organId: 'organ',
	unitId: 'unit',
	reviewOrganId: 'organ',
	reviewUnitId: 'unit',
	wasSubmitted: true,
	isWaiverAsked: true,
	reviewerId: 'person',
	counselIds: ['person'],
	askedCounselIds: ['person'],
	agendaOrganIds: ['organ'],
	askedLeaderIds: ['person'],
	orderLeaderIds: ['person'],
	meetingOrganId: 'organ',
	meetingChairId: 'person',
	taskOrganIds: ['organ'],
	holderOrganIds: ['organ'],
	holderRoles: ['system-administrator'],
}

function actorWith(role: Role, jurisdictionId = 'here'): Actor {
	const post = { id: 'post', role, organId: 'organ', unitId: 'unit' }
	return { jurisdictionId, accountId: 'account', personId: 'person', name: '某某', posts: [post] }
}

/** What each role may change, by hand and by the rules of the house; whatever is not here is not theirs. */
const MAY_CHANGE: Readonly<Record<Role, readonly Act[]>> = {
	drafter: [
		'matter.opened',
		'matter.edited',
		'version.uploaded',
		'reading.confirmed',
		'waiver.requested',
		'consultation.opened',
		'consultation.cancelled',
		'comment.entered',
		'comment.judged',
		'adoption.closed',
		'submission.prepared',
		'supplement.submitted',
		'reply.saved',
		'revision.submitted',
		'meeting-text.submitted',
		'matter.concluded',
		'emergency.filed',
	],
	'department-head': [
		'delegation.requested',
		'delegation.confirmed',
		'delegation.declined',
		'delegation.withdrawn',
		'agenda.approved',
		'agenda.sent-back',
		'follow-up.reported',
		'consultation.cancelled',
		'submission.declined',
		'matter.submitted',
		'agenda.proposed',
		'consent.asked',
		'consent.filed',
		'emergency.asked',
		'emergency.concluded',
		'matter.withdrawn',
		'urgency.requested',
		'objection.filed',
		'ending.requested',
		'account.hold-lifted',
	],
	'legal-unit': [],
	registrar: [
		'changes.seen',
		'supplement.requested',
		'matter.returned',
		'matter.accepted',
		'waiver.granted',
		'waiver.declined',
		'document.import-proposed',
		'document.import-confirmed',
		'document.import-declined',
		'text.registered',
		'text.numbered',
		'text.issued',
		'text.published',
		'text.filed',
		'document.repealed',
		'document.registration-withdrawn',
	],
	'review-lead': [
		'delegation.requested',
		'delegation.confirmed',
		'delegation.declined',
		'delegation.withdrawn',
		'changes.seen',
		'reviewer.assigned',
		'counsel.assigned',
		'counsel.released',
		'recusal.decided',
		'matter.terminated',
		'matter.merged',
		'ending.declined',
		'pause.decided',
		'urgency.decided',
		'account.hold-lifted',
	],
	reviewer: [
		'changes.seen',
		'supplement.requested',
		'opinion.saved',
		'opinion.sent-for-signature',
		'match.corrected',
		'recheck.proposed',
		'recheck.failed',
		'round.opened',
		'recusal.requested',
		'meeting-text.checked',
		'meeting-text.sent-back',
		'meeting-text.reopened',
		'pause.requested',
		'clock.resumed',
	],
	checker: [
		'changes.seen',
		'opinion.checked',
		'opinion.sent-back',
		'delegation.requested',
		'delegation.withdrawn',
	],
	'signing-officer': [
		'delegation.requested',
		'delegation.withdrawn',
		'changes.seen',
		'matter.returned',
		'scope.excluded',
		'period.extended',
		'objection.answered',
		'law.confirmed',
		'counsel-hold.disposed',
		'opinion.sent-back',
		'opinion.signed',
		'opinion.revoked',
		'clearance.reissued',
		'recheck.signed',
		'recheck.refused',
		'meeting-text.confirmed',
		'meeting-text.refused',
	],
	counsel: ['changes.seen', 'counsel.declared', 'counsel-opinion.signed'],
	'public-lawyer': ['changes.seen', 'counsel.declared', 'counsel-opinion.signed'],
	secretary: [
		'delegation.requested',
		'delegation.withdrawn',
		'outcome.recorded',
		'meeting.created',
		'agenda.edited',
		'agenda.listing-requested',
		'agenda.delisted',
		'approval.asked',
		'approval.filed',
		'meeting.fixed',
		'meeting.held',
		'outcome.noted',
		'attendance.recorded',
		'off-system.recorded',
		'discussion.recorded',
		'record.corrected',
		'follow-up.set',
		'follow-up.confirmed',
		'follow-up.returned',
		'follow-up.withdrawn',
		'meeting.closed',
		'meeting.cancelled',
		'document.import-proposed',
		'document.import-confirmed',
		'document.import-declined',
		'ruling.recorded',
		'text.registered',
		'text.numbered',
		'text.issued',
		'text.published',
		'text.filed',
		'document.repealed',
		'document.registration-withdrawn',
	],
	leader: [
		'delegation.confirmed',
		'delegation.declined',
		'delegation.withdrawn',
		'agenda.approved',
		'agenda.sent-back',
		'consent.given',
		'consent.declined',
		'emergency.ordered',
		'emergency.declined',
		'emergency.amended',
		'emergency.revoked',
		'urgency.decided',
		'meeting.urgent-approved',
		'meeting.closed',
		'account.hold-lifted',
	],
	supervisor: [],
	'system-administrator': [
		'organisation.edited',
		'organisation.imported',
		'review-body.designated',
		'account.created',
		'account.disabled',
		'account.link-issued',
		'account.recovery-requested',
		'reference.proposed',
		'grant.confirmed',
		'grant.declined',
	],
	'security-administrator': [
		'designation.confirmed',
		'designation.declined',
		'reference.confirmed',
		'reference.declined',
		'account.first-links-issued',
		'grant.requested',
		'grants.confirmed',
		'grants.declined',
		'grant.ended',
		'account.recovery-requested',
		'account.recovery-confirmed',
		'account.recovery-declined',
	],
	'audit-administrator': ['audit.verified', 'account.recovery-confirmed', 'account.recovery-declined'],
}

/** What changes nothing: reading, and tools that touch no matter. */
const reads: readonly Act[] = [
	...READ_ACTS,
	'heading.read',
	...TOOL_ACTS,
	'account.read',
	'recovery.read',
	'reference.read',
]

test.each(ROLES)('what a %s may change is what the rules say, whatever ties they have', (role) => {
	const may = mostOf(role).filter((act) => !reads.includes(act))
	expect(may.sort()).toEqual([...MAY_CHANGE[role]].sort())
})

/** §8.7 of the rules: what each role may not. */
const MAY_NOT: readonly (readonly [sentence: string, roles: readonly Role[], acts: readonly Act[]])[] = [
	[
		'the drafting side never sees the working papers of the review',
		['drafter', 'department-head', 'legal-unit'],
		['review-notes.read'],
	],
	['a department head signs no opinion', ['department-head'], ['opinion.signed', 'opinion.checked']],
	[
		'whoever registers changes no conclusion',
		['registrar'],
		['opinion.saved', 'opinion.signed', 'opinion.revoked', 'scope.excluded', 'clearance.reissued'],
	],
	[
		'whoever reviews signs nothing',
		['reviewer', 'review-lead'],
		['opinion.checked', 'opinion.signed', 'scope.excluded', 'recheck.signed', 'clearance.reissued'],
	],
	[
		'counsel clear nothing, read no working papers and see no meeting',
		['counsel', 'public-lawyer'],
		[
			'opinion.signed',
			'clearance.reissued',
			'review-notes.read',
			'meeting.read',
			'packet.read',
			'trail.read',
			'evidence.read',
		],
	],
	['whoever signs writes no opinion', ['signing-officer', 'checker'], ['opinion.saved', 'reviewer.assigned']],
	[
		'the secretary touches no opinion and no clearance',
		['secretary'],
		['opinion.saved', 'opinion.signed', 'opinion.revoked', 'clearance.reissued', 'scope.excluded'],
	],
	['a leader lists nothing', ['leader'], ['agenda.listing-requested', 'agenda.edited', 'outcome.noted']],
	[
		'no administrator reads a matter or a meeting',
		ADMINISTRATOR_ROLES,
		['matter.read', 'review-notes.read', 'evidence.read', 'meeting.read', 'packet.read', 'register.read'],
	],
	[
		'whoever drafts, reviews, signs or leads enters nothing in the register',
		['drafter', 'department-head', 'legal-unit', 'reviewer', 'checker', 'signing-officer', 'leader'],
		[...REGISTER_ACTS],
	],
]

test.each(MAY_NOT)('%s', (_sentence, roles, acts) => {
	for (const role of roles) expect(mostOf(role).filter((act) => acts.includes(act))).toEqual([])
})

test('a supervisor reads everything and changes nothing', () => {
	expect(mostOf('supervisor').sort()).toEqual([...READ_ACTS, ...TOOL_ACTS].sort())
	const unrelated: Subject = { jurisdictionId: 'here', organId: 'another', unitId: 'other' }
	for (const act of READ_ACTS) expect(isPermitted(actorWith('supervisor'), act, unrelated), act).toBe(true)
})

test('administrators administer and do nothing else; nobody else administers', () => {
	const administration = [...ADMINISTRATION_ACTS, 'trail.read', 'recovery.read', 'reference.read']
	for (const role of ROLES) {
		const most = mostOf(role)
		if ((ADMINISTRATOR_ROLES as readonly Role[]).includes(role))
			expect(most.filter((act) => !administration.includes(act))).toEqual([])
		else expect(most.filter((act) => ADMINISTRATION_ACTS.includes(act))).toEqual([])
	}
})

/** What two of the three may: read the accounts and the law as data; and recover one of themselves, each in the place of the person concerned. */
const SHARED: readonly Act[] = [
	'account.read',
	'recovery.read',
	'reference.read',
	'account.recovery-requested',
	'account.recovery-confirmed',
	'account.recovery-declined',
]

test('no two of the three administrators may do the same, but read the accounts and the law as data, and recover one of themselves', () => {
	for (const one of ADMINISTRATOR_ROLES)
		for (const other of ADMINISTRATOR_ROLES.filter((each) => each !== one))
			expect(mostOf(one).filter((act) => mostOf(other).includes(act) && !SHARED.includes(act))).toEqual([])
})

test('T49 of somebody else than an administrator one asks and another confirms, always the same two', () => {
	const about: Subject = { ...EVERY_TIE, holderRoles: ['signing-officer'] }
	const whoMay = (act: Act) => ROLES.filter((role) => isPermitted(actorWith(role), act, about))
	expect(whoMay('account.recovery-requested')).toEqual(['system-administrator'])
	expect(whoMay('account.recovery-confirmed')).toEqual(['security-administrator'])
	expect(whoMay('account.hold-lifted')).toEqual(['department-head', 'review-lead', 'leader'])
})

test('the law as data is read by the three administrators and by whoever leads the review', () => {
	expect(ROLES.filter((role) => mostOf(role).includes('reference.read')).sort()).toEqual(
		[...ADMINISTRATOR_ROLES, 'review-lead'].sort(),
	)
})

test('who proposes a change of the law as data confirms none, and nobody else than these two answers for it', () => {
	const may = (act: Act) => ROLES.filter((role) => mostOf(role).includes(act))
	expect(may('reference.proposed')).toEqual(['system-administrator'])
	expect(may('reference.confirmed')).toEqual(['security-administrator'])
	expect(may('reference.declined')).toEqual(['security-administrator'])
})

test('who asks for a grant confirms none', () => {
	const asks = ROLES.filter((role) => mostOf(role).includes('grant.requested'))
	const confirms = ROLES.filter((role) => mostOf(role).includes('grant.confirmed'))
	expect(asks).toEqual(['security-administrator'])
	expect(confirms).toEqual(['system-administrator'])
})

test('nobody of another jurisdiction may do anything, whatever ties they would have', () => {
	for (const role of ROLES)
		expect(ACTS.filter((act) => isPermitted(actorWith(role, 'next door'), act, EVERY_TIE))).toEqual([])
})

test('only the secretary, a leader in need, and nobody who reviews or drafts moves a meeting', () => {
	const movers = ROLES.filter((role) => mostOf(role).some((act) => MEETING_ACTS.includes(act)))
	expect(movers).toEqual(['secretary', 'leader'])
})

test('counsel see a matter by being assigned to it, and by nothing else', () => {
	for (const role of ['counsel', 'public-lawyer'] as const) {
		const { counselIds: _, askedCounselIds: __, ...rest } = EVERY_TIE
		expect(ACTS.filter((act) => isPermitted(actorWith(role), act, rest))).toEqual([
			'register.read',
			...TOOL_ACTS,
		])
	}
})

test('counsel who have not said whether they have an interest see what it is about, and may say so, and nothing else', () => {
	for (const role of ['counsel', 'public-lawyer'] as const) {
		const { counselIds: _, ...rest } = EVERY_TIE
		expect(ACTS.filter((act) => isPermitted(actorWith(role), act, rest))).toEqual([
			'heading.read',
			'register.read',
			'counsel.declared',
			...TOOL_ACTS,
		])
	}
})
