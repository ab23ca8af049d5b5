import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { STEPS } from '#app/domain/materials/step.ts'
import { DEADLINE_KINDS } from '#app/domain/matter/deadline.ts'
import { ASSIGNMENT_ROLES } from '#app/domain/matter/assignment.ts'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import { OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { FOLLOW_UP_STEPS } from '#app/domain/follow-up/follow-up.ts'
import { VOICE_PARTS } from '#app/domain/minutes/discussion.ts'
import { STANCES } from '#app/domain/minutes/stance.ts'
import { CONCLUSIONS, ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import { POINT_ANSWERS } from '#app/domain/opinion/opinion-body.ts'
import { RECHECK_KINDS } from '#app/domain/opinion/recheck-kind.ts'
import { RECHECK_DECISIONS, RECHECK_RESULTS } from '#app/domain/opinion/recheck.ts'
import { RECHECK_VERDICTS } from '#app/domain/opinion/reply.ts'
import { RULING_BODIES, RULING_RESULTS } from '#app/domain/meeting/ruling.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import { REFERENCE_KINDS, REFERENCE_MARKS } from '#app/domain/reference/reference-kind.ts'
import { FILING_ORGANS } from '#app/domain/register/filing.ts'
import {
	AGENDA_STATES,
	CLEARANCE_STATES,
	MEETING_STATES,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import { CLEARANCE_KINDS } from '#app/domain/review-workflow/clearance-machine.ts'

/**
 * The tables of codes, each with the list of the domain that fills it. A new code is a word in its list: the next start
 * adds the row. A code that the domain has no more keeps its row, for the sake of what was written under it.
 */
export const CODE_TABLES: Readonly<Record<string, readonly string[]>> = {
	matter_state_code: MATTER_STATES,
	track_code: TRACKS,
	step_code: STEPS,
	deadline_kind_code: DEADLINE_KINDS,
	assignment_role_code: ASSIGNMENT_ROLES,
	conclusion_code: CONCLUSIONS,
	item_kind_code: ITEM_KINDS,
	point_answer_code: POINT_ANSWERS,
	recheck_kind_code: RECHECK_KINDS,
	recheck_result_code: RECHECK_RESULTS,
	recheck_decision_code: RECHECK_DECISIONS,
	recheck_verdict_code: RECHECK_VERDICTS,
	clearance_kind_code: CLEARANCE_KINDS,
	clearance_state_code: CLEARANCE_STATES,
	meeting_state_code: MEETING_STATES,
	agenda_state_code: AGENDA_STATES,
	outcome_code: OUTCOMES,
	capacity_code: CAPACITIES,
	voice_part_code: VOICE_PARTS,
	stance_code: STANCES,
	follow_up_step_code: FOLLOW_UP_STEPS,
	filing_organ_code: FILING_ORGANS,
	ruling_body_code: RULING_BODIES,
	ruling_result_code: RULING_RESULTS,
	organ_kind_code: ORGAN_KINDS,
	unit_kind_code: UNIT_KINDS,
	reference_kind_code: REFERENCE_KINDS,
	reference_mark_code: REFERENCE_MARKS,
	role_code: ROLES,
}
