import { ORGAN_KINDS, UNIT_KINDS } from '#app/domain/account/organisation-kinds.ts'
import { COMMENT_SOURCES } from '#app/domain/consultation/comment-source.ts'
import { COMMENTER_STANDINGS } from '#app/domain/consultation/comment.ts'
import { CONSULTATION_ENDS } from '#app/domain/consultation/consultation.ts'
import { ISSUERS } from '#app/domain/issuer/issuer.ts'
import { MATERIAL_KINDS } from '#app/domain/materials/checklist.ts'
import { STEP_ANSWERS, STEP_VERDICTS, STEPS } from '#app/domain/materials/step.ts'
import { FILE_ROLES } from '#app/domain/matter/content-hash.ts'
import { CHANGE_KINDS, DEADLINE_KINDS, PAUSE_CAUSES, STOP_CAUSES } from '#app/domain/matter/deadline.ts'
import { EMERGENCY_STEPS } from '#app/domain/matter/emergency-order.ts'
import { REQUEST_KINDS } from '#app/domain/matter/matter-request.ts'
import { ASSIGNMENT_ROLES } from '#app/domain/matter/assignment.ts'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { CAPACITIES } from '#app/domain/meeting/attendance.ts'
import { AGENDA_ITEM_KINDS, MEETING_KINDS } from '#app/domain/meeting/meeting-kind.ts'
import { CHECK_RESULTS } from '#app/domain/meeting/meeting-check.ts'
import { OUTCOMES } from '#app/domain/meeting/outcome.ts'
import { FOLLOW_UP_STEPS } from '#app/domain/follow-up/follow-up.ts'
import { VOICE_PARTS } from '#app/domain/minutes/discussion.ts'
import { STANCES } from '#app/domain/minutes/stance.ts'
import { CONCLUSIONS, COUNSEL_CONCLUSIONS, ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import { POINT_ANSWERS } from '#app/domain/opinion/opinion-body.ts'
import { RECHECK_KINDS } from '#app/domain/opinion/recheck-kind.ts'
import { RECHECK_DECISIONS, RECHECK_RESULTS } from '#app/domain/opinion/recheck.ts'
import { RECHECK_VERDICTS, REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import { PAPER_KINDS } from '#app/domain/paper/paper.ts'
import { RULING_BODIES, RULING_RESULTS } from '#app/domain/meeting/ruling.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import { WAIVER_DECISIONS } from '#app/domain/precheck/waiver.ts'
import { FILING_ORGANS } from '#app/domain/register/filing.ts'
import { ENDINGS } from '#app/domain/register/standing.ts'
import { TEXT_SOURCES } from '#app/domain/register/text-source.ts'
import { SEARCH_KINDS } from '#app/domain/search/search-kind.ts'
import {
	AGENDA_STATES,
	CLEARANCE_STATES,
	MEETING_STATES,
} from '#app/domain/review-workflow/life-cycle-states.ts'
import { CLEARANCE_KINDS } from '#app/domain/review-workflow/clearance-machine.ts'
import { SUPPLEMENT_ORIGINS } from '#app/domain/review-workflow/matter-facts.ts'

/**
 * The columns that hold codes, each with the one function that reads it: the text of a row becomes a code of the
 * domain, checked against the domain's list. What the list does not hold was not written by this program: the
 * reader throws, since going on with an unknown code would judge a matter by a rule that nobody wrote.
 */
function codeColumn<Code extends string>(column: string, codes: readonly Code[]) {
	const known = new Map<string, Code>(codes.map((code) => [code, code]))
	function read(stored: string): Code
	function read(stored: string | null | undefined): Code | null
	function read(stored: string | null | undefined): Code | null {
		if (stored === null || stored === undefined) return null
		const code = known.get(stored)
		if (code === undefined) throw new Error(`${column} holds a code that the domain does not know: ${stored}`)
		return code
	}
	return read
}

export const matterStateOf = codeColumn('matter.state', MATTER_STATES)
export const supplementOriginOf = codeColumn('matter.supplement_from', SUPPLEMENT_ORIGINS)
export const issuerOf = codeColumn('matter.issuer', ISSUERS)
export const trackOf = codeColumn('matter_track.track', TRACKS)
export const fileRoleOf = codeColumn('version_file.role', FILE_ROLES)
export const waiverDecisionOf = codeColumn('waiver_decision.decision', WAIVER_DECISIONS)
export const consultationEndOf = codeColumn('consultation_end.cause', CONSULTATION_ENDS)
export const commentSourceOf = codeColumn('public_comment.source', COMMENT_SOURCES)
export const commenterStandingOf = codeColumn('public_comment.standing', COMMENTER_STANDINGS)
export const materialKindOf = codeColumn('material.kind', MATERIAL_KINDS)
export const stepOf = codeColumn('step_answer.step', STEPS)
export const stepAnswerOf = codeColumn('step_answer.answer', STEP_ANSWERS)
export const stepVerdictOf = codeColumn('opinion_step.verdict', STEP_VERDICTS)
export const assignmentRoleOf = codeColumn('assignment.role', ASSIGNMENT_ROLES)
export const deadlineKindOf = codeColumn('deadline.kind', DEADLINE_KINDS)
export const rulingBodyOf = codeColumn('higher_ruling.body', RULING_BODIES)
export const rulingResultOf = codeColumn('higher_ruling.result', RULING_RESULTS)
export const filingOrganOf = codeColumn('text_filing.filed_with', FILING_ORGANS)
export const emergencyStepOf = codeColumn('emergency_step.step', EMERGENCY_STEPS)
export const requestKindOf = codeColumn('matter_request.kind', REQUEST_KINDS)
export const pauseCauseOf = codeColumn('matter_request.cause', PAUSE_CAUSES)
export const stopCauseOf = codeColumn('deadline_stop.cause', STOP_CAUSES)
export const changeKindOf = codeColumn('deadline_change.kind', CHANGE_KINDS)
export const conclusionOf = codeColumn('opinion.conclusion', CONCLUSIONS)
export const counselConclusionOf = codeColumn('counsel_opinion.conclusion', COUNSEL_CONCLUSIONS)
export const itemKindOf = codeColumn('opinion_item.kind', ITEM_KINDS)
export const pointAnswerOf = codeColumn('opinion_point.answer', POINT_ANSWERS)
export const replyAnswerOf = codeColumn('reply.answer', REPLY_ANSWERS)
export const recheckKindOf = codeColumn('recheck.kind', RECHECK_KINDS)
export const recheckResultOf = codeColumn('recheck.result', RECHECK_RESULTS)
export const checkResultOf = codeColumn('meeting_check.result', CHECK_RESULTS)
export const recheckDecisionOf = codeColumn('recheck.decision', RECHECK_DECISIONS)
export const recheckVerdictOf = codeColumn('recheck_item.verdict', RECHECK_VERDICTS)
export const clearanceKindOf = codeColumn('clearance.kind', CLEARANCE_KINDS)
export const clearanceStateOf = codeColumn('clearance_state.state', CLEARANCE_STATES)
export const meetingKindOf = codeColumn('meeting.kind', MEETING_KINDS)
export const meetingStateOf = codeColumn('meeting.state', MEETING_STATES)
export const agendaItemKindOf = codeColumn('agenda_item.kind', AGENDA_ITEM_KINDS)
export const agendaStateOf = codeColumn('agenda_item.state', AGENDA_STATES)
export const outcomeOf = codeColumn('agenda_outcome.outcome', OUTCOMES)
export const capacityOf = codeColumn('attendance.capacity', CAPACITIES)
export const voicePartOf = codeColumn('item_voice.part', VOICE_PARTS)
export const followUpStepOf = codeColumn('follow_up_step.step', FOLLOW_UP_STEPS)
export const stanceOf = codeColumn('item_voice.stance', STANCES)
export const roleOf = codeColumn('post.role', ROLES)
export const organKindOf = codeColumn('organ.kind', ORGAN_KINDS)
export const unitKindOf = codeColumn('unit.kind', UNIT_KINDS)
export const textSourceOf = codeColumn('published_document.source', TEXT_SOURCES)
export const endingOf = codeColumn('document_end.kind', ENDINGS)
export const searchKindOf = codeColumn('search_due.kind', SEARCH_KINDS)
export const paperKindOf = codeColumn('sealed_paper.kind', PAPER_KINDS)
