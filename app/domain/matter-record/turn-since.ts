import type { TurnReason } from '#app/domain/act/act.ts'
import type { RequestKind } from '#app/domain/matter/matter-request.ts'
import { type EmergencyRecord, newestOrder, openRequestForOrder } from '#app/domain/matter/emergency-order.ts'
import { consentStanding } from '#app/domain/meeting/leader-consent.ts'
import type { Turn } from '#app/domain/review-workflow/turn.ts'
import { openItem } from './agenda-records.ts'
import { openWaiver } from './current-text.ts'
import type { MatterRow, RequestRecord, WaiverRecord } from './matter-record.ts'
import type { TurnRecord } from './turn-facts.ts'
import { askedCounsel, declaredCounsel } from './review-standing.ts'

/** A matter with the instants from which its turns are told. */
export type DatedMatter = Omit<TurnRecord, 'requests' | 'waiverRequests' | 'emergency'> &
	Pick<MatterRow, 'stateSince'> & {
		readonly requests: readonly Pick<RequestRecord, 'kind' | 'requestedAt' | 'decision'>[]
		readonly waiverRequests: readonly (Pick<WaiverRecord, 'versionId' | 'requestedAt'> & {
			readonly decision: Pick<NonNullable<WaiverRecord['decision']>, 'decision'> | null
		})[]
		readonly emergency: readonly Pick<
			EmergencyRecord,
			'step' | 'contentSha256' | 'title' | 'leaderId' | 'recordedAt'
		>[]
	}

/**
 * Since when it is somebody's turn: what was asked of them came on its own day, however long the matter has been in its
 * state. Null where the lines of a list do not hold the moment; nothing is better there than another moment.
 */
export function turnSince({ reason }: Pick<Turn, 'reason'>, matter: DatedMatter): Date | null {
	return SINCE[reason](matter)
}

type Moment = (matter: DatedMatter) => Date | null

const withState: Moment = ({ stateSince }) => stateSince
const notHeld: Moment = () => null

/** What waits for a state as well as for an event: the later of both. */
function notBeforeState(event: (matter: DatedMatter) => Date | null | undefined): Moment {
	return (matter) => {
		const at = event(matter)
		return at && at > matter.stateSince ? at : matter.stateSince
	}
}

function asked(kind: RequestKind): Moment {
	return ({ requests }) =>
		requests.findLast((each) => each.kind === kind && each.decision === null)?.requestedAt ?? null
}

/** The last word on the consent, or the proposal where there is none. */
const consentTurn = notBeforeState((matter) => {
	const item = openItem(matter)
	if (!item) return null
	const standing = consentStanding(item, matter)
	return 'row' in standing ? standing.row.recordedAt : item.proposedAt
})

const ordered: Moment = ({ emergency }) => newestOrder(emergency)?.recordedAt ?? null

const SINCE: Readonly<Record<TurnReason, Moment>> = {
	'not-submitted-yet': withState,
	returned: withState,
	'found-unlawful': withState,
	'scope-changed': withState,
	'awaits-head': notHeld,
	'supplement-asked': withState,
	'must-revise': withState,
	'text-changed': withState,
	cleared: withState,
	'waiver-asked': (matter) => openWaiver(matter)?.requestedAt ?? null,
	'came-in': withState,
	accepted: withState,
	'counsel-hold': notHeld,
	'counsel-missing': withState,
	'counsel-stepped-back': ({ interests }) =>
		interests.findLast(({ hasInterest }) => hasInterest)?.declaredAt ?? null,
	'interest-undeclared': notBeforeState((matter) => {
		const counsel = askedCounsel(matter)
		return matter.assignments.find(({ personId }) => counsel.includes(personId))?.assignedAt
	}),
	'counsel-asked': notBeforeState((matter) => {
		const counsel = declaredCounsel(matter)
		return matter.interests.find(({ personId }) => counsel.includes(personId))?.declaredAt
	}),
	'in-review': notBeforeState(
		({ assignments, reviewerId }) =>
			assignments.findLast(({ personId }) => personId === reviewerId)?.assignedAt,
	),
	'awaits-check': withState,
	'awaits-signature': notBeforeState(
		({ opinionDrafts, round }) => opinionDrafts.find((draft) => draft.round === round)?.checkedAt,
	),
	'text-restored': notHeld,
	'revision-came-in': withState,
	'recheck-awaits-signature': notHeld,
	'in-the-pool': notBeforeState((matter) => openItem(matter)?.proposedAt),
	'on-the-agenda': notHeld,
	'before-the-meeting': notHeld,
	'reviewer-stepped-back': notHeld,
	'recusal-asked': notHeld,
	'passed-in-principle': withState,
	'meeting-text-came-in': withState,
	'post-check-awaits-signature': notHeld,
	'nobody-checks': withState,
	'ruling-awaited': withState,
	'to-be-registered': withState,
	'to-be-numbered': withState,
	'to-be-issued': withState,
	'to-be-published': withState,
	'to-be-filed': withState,
	'to-be-concluded': withState,
	'pause-asked': asked('pause'),
	'clock-stopped': notHeld,
	'urgency-asked': asked('urgency'),
	'consent-missing': consentTurn,
	'consent-asked': consentTurn,
	'objection-filed': asked('objection'),
	'termination-asked': asked('termination'),
	'merger-asked': asked('merger'),
	'after-review-owed': ordered,
	'order-asked': ({ emergency }) => openRequestForOrder(emergency)?.recordedAt ?? null,
	'order-to-be-amended': withState,
	'order-to-be-revoked': withState,
	'order-to-be-filed': ordered,
	'order-to-be-concluded': notBeforeState(
		({ emergency }) => emergency.findLast(({ step }) => step === 'filed')?.recordedAt,
	),
}
