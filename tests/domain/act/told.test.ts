import { expect, test } from 'vitest'
import { type Act, ACTS, KINDS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition, RecordDefinition } from '#app/domain/act/definition.ts'
import type { Told } from '#app/domain/act/told.ts'
import { personsTold, postsTold } from '#app/domain/matter-record/told-of-matter.ts'
import { clearanceRecord, matterRecord } from '#tests/support/sample-records.ts'

const HOLDERS = ['reviewer', 'checker', 'signer', 'clearance-signer', 'head', 'agenda-secretaries']

/** Who must hear of what, written a second time by hand; of whatever is not here nobody is told. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
	'waiver.requested': ['registrars'],
	'waiver.granted': ['drafter', 'named'],
	'waiver.declined': ['drafter', 'named'],
	'consultation.opened': ['drafting-heads'],
	'consultation.cancelled': ['drafter', 'drafting-heads'],
	'adoption.closed': ['drafter', 'drafting-heads'],
	'submission.prepared': ['drafting-heads'],
	'submission.declined': ['drafter'],
	'matter.submitted': ['registrars'],
	'matter.accepted': ['review-leads', 'drafter', 'head'],
	'supplement.requested': ['drafter', 'head'],
	'supplement.submitted': ['named'],
	'matter.returned': ['drafter', 'head', 'reviewer'],
	'scope.excluded': ['drafter', 'head'],
	'reviewer.assigned': ['reviewer', 'named'],
	'counsel.assigned': ['named'],
	'counsel.released': ['reviewer', 'named'],
	'pause.requested': ['review-leads'],
	'pause.decided': ['drafter', 'head', 'named'],
	'clock.resumed': ['drafter', 'head', 'review-leads'],
	'period.extended': ['drafter', 'head', 'reviewer', 'agenda-secretaries'],
	'urgency.requested': ['review-leads'],
	'urgency.decided': ['drafter', 'reviewer', 'review-leads', 'named'],
	'law.confirmed': ['reviewer', 'drafter', 'head', 'agenda-secretaries'],
	'recusal.requested': ['review-leads'],
	'recusal.decided': ['named'],
	'objection.filed': ['signing-officers', 'review-leads'],
	'objection.answered': ['drafter', 'head', 'reviewer', 'named'],
	'ending.requested': ['review-leads'],
	'matter.terminated': ['drafter', 'head', 'reviewer', 'named'],
	'matter.merged': ['drafter', 'head', 'reviewer', 'named'],
	'ending.declined': ['head', 'named'],
	'off-system.recorded': ['named'],
	'record.corrected': ['named'],
	'follow-up.set': ['named'],
	'follow-up.reported': ['named'],
	'follow-up.confirmed': ['named'],
	'follow-up.returned': ['named'],
	'follow-up.withdrawn': ['named'],
	'counsel.declared': ['named'],
	'counsel-opinion.signed': ['reviewer', 'named'],
	'counsel-hold.disposed': ['reviewer', 'named'],
	'opinion.sent-for-signature': ['checkers'],
	'opinion.checked': ['signing-officers'],
	'opinion.sent-back': ['reviewer'],
	'opinion.signed': ['drafter', 'head', 'reviewer', 'checker'],
	'opinion.revoked': [...HOLDERS, 'drafter'],
	'revision.submitted': ['reviewer'],
	'recheck.proposed': ['signing-officers'],
	'recheck.failed': ['drafter', 'head'],
	'round.opened': ['drafter', 'head'],
	'recheck.signed': [...HOLDERS, 'drafter'],
	'recheck.refused': ['drafter', 'head', 'reviewer'],
	'text.registered': ['drafter', 'head'],
	'text.numbered': ['drafter'],
	'text.issued': ['drafter', 'head'],
	'text.published': ['drafter', 'head', 'reviewer'],
	'text.filed': ['drafter', 'head'],
	'matter.concluded': ['head', 'reviewer'],
	'document.import-confirmed': ['named'],
	'document.import-declined': ['named'],
	'meeting-text.submitted': ['reviewer', 'review-leads'],
	'meeting-text.checked': ['signing-officers'],
	'meeting-text.sent-back': ['drafter', 'head'],
	'meeting-text.reopened': ['drafter', 'head', 'signing-officers'],
	'meeting-text.confirmed': ['drafter', 'head', 'reviewer'],
	'meeting-text.refused': ['drafter', 'head', 'reviewer'],
	'ruling.recorded': ['drafter', 'head', 'reviewer', 'signer'],
	'clearance.reissued': [...HOLDERS, 'drafter'],
	'clearance.voided': HOLDERS,
	'clearance.expired': [...HOLDERS, 'drafter'],
	'period.recounted': ['drafter', 'head', 'reviewer'],
	'matter.withdrawn': [...HOLDERS, 'drafter'],
	'agenda.proposed': ['named'],
	'consent.asked': ['named'],
	'consent.filed': ['agenda-secretaries'],
	'consent.given': ['head', 'agenda-secretaries'],
	'consent.declined': ['head', 'agenda-secretaries'],
	'emergency.asked': ['named'],
	'emergency.ordered': ['drafter', 'head', 'review-leads'],
	'emergency.declined': ['drafter', 'head'],
	'emergency.amended': ['drafter', 'head', 'reviewer'],
	'emergency.revoked': ['drafter', 'head', 'reviewer', 'review-leads'],
	'emergency.filed': ['head'],
	'emergency.concluded': ['drafter', 'reviewer'],
	'agenda.listed': ['drafter', 'head', 'reviewer'],
	'agenda.delisted': ['named'],
	'approval.asked': ['named'],
	'agenda.approved': ['named'],
	'agenda.sent-back': ['named'],
	'agenda.notified': ['drafter', 'head'],
	'meeting.urgent-approved': ['agenda-secretaries'],
	'outcome.recorded': ['drafter', 'head', 'reviewer', 'signer'],
	'account.disabled': ['named'],
	'account.link-issued': ['named'],
	'account.recovery-requested': ['named'],
	'account.recovery-confirmed': ['named'],
	'review-body.designated': ['named'],
	'designation.confirmed': ['named'],
	'designation.declined': ['named'],
	'delegation.requested': ['named'],
	'delegation.confirmed': ['named'],
	'delegation.declined': ['named'],
	'delegation.withdrawn': ['named'],
	'account.recovery-declined': ['named'],
	'account.hold-lifted': ['named'],
	'password.set': ['named'],
	'second-factor.set': ['named'],
	'reference.proposed': ['named'],
	'reference.confirmed': ['named'],
	'reference.declined': ['named'],
	'grant.requested': ['named'],
	'grant.ended': ['named'],
	'grant.confirmed': ['named'],
	'grants.confirmed': ['named'],
	'grants.declined': ['named'],
	'grant.declined': ['named'],
}

test.each(namesOf(KINDS))('%s tells those who must hear of it, and nobody else', (kind) => {
	const { told = [] }: ActDefinition | RecordDefinition = KINDS[kind]
	expect([...told].sort()).toEqual([...(TOLD[kind] ?? [])].sort())
})

/** Acts that end a turn of a role in the same house as whoever did them: the work list says it, nobody is told. */
const BY_THE_LIST_ALONE: readonly Act[] = ['meeting.fixed', 'outcome.noted', 'agenda.listing-requested']

test('who has done what somebody waited for tells somebody', () => {
	const silent = namesOf(ACTS).filter((act) => {
		const { turn, told = [] }: ActDefinition = ACTS[act]
		return turn !== undefined && told.length === 0
	})
	expect(silent.sort()).toEqual([...BY_THE_LIST_ALONE].sort())
})

const MATTER = matterRecord({
	organId: 'agriculture',
	drafterId: 'wang',
	headId: 'wu',
	reviewOrganId: 'justice',
	reviewUnitId: 'second-unit',
	reviewerId: 'zhou',
	checkerId: 'xu',
	signerId: 'lin',
	clearances: [clearanceRecord({ signedBy: 'former-lin' }), clearanceRecord({ signedBy: 'lin' })],
})

test('a hand on the matter is who has it there, and nobody is named twice', () => {
	expect(
		personsTold(MATTER, ['drafter', 'head', 'reviewer', 'checker', 'signer', 'clearance-signer']),
	).toEqual(['wang', 'wu', 'zhou', 'xu', 'lin'])
	expect(personsTold({ ...MATTER, signerId: null }, ['signer', 'clearance-signer'])).toEqual(['lin'])
	expect(personsTold({ ...MATTER, headId: null, clearances: [] }, ['head', 'clearance-signer'])).toEqual([])
})

test('a post is told in the organ that the matter is with: the drafting organ, the review body and its unit', () => {
	expect(postsTold(MATTER, ['drafting-heads', 'registrars', 'drafter', 'named'])).toEqual([
		{ role: 'department-head', organId: 'agriculture', unitId: null },
		{ role: 'registrar', organId: 'justice', unitId: 'second-unit' },
	])
	expect(
		postsTold(MATTER, ['review-leads', 'checkers', 'signing-officers']).map((post) => post.role),
	).toEqual(['review-lead', 'checker', 'signing-officer'])
})

test('while no review body is known, no post of one is told: not everybody who holds it anywhere', () => {
	const told: readonly Told[] = ['registrars', 'review-leads', 'checkers', 'signing-officers']
	expect(postsTold({ ...MATTER, reviewOrganId: null, reviewUnitId: null }, told)).toEqual([])
})

test('the secretaries of each agenda on which it waits or stands are told once, of a closed one no longer', () => {
	const agendaItems = (
		[
			['government', 'listed'],
			['government', 'proposed'],
			['agriculture', 'blocked'],
			['health', 'discussed'],
		] as const
	).map(([organId, state]) => ({ organId, state }))
	expect(postsTold({ ...MATTER, agendaItems }, ['agenda-secretaries'])).toEqual([
		{ role: 'secretary', organId: 'government', unitId: null },
		{ role: 'secretary', organId: 'agriculture', unitId: null },
	])
})
