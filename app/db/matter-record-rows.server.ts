import { filedSecrecy } from '#app/domain/materials/secrecy.ts'
import { STEP_FACTS } from '#app/domain/materials/step-facts.ts'
import { UNSEEN_CHARACTERS } from '#app/domain/precheck/invisible-characters.ts'
import * as codes from './code-columns.server.ts'

/**
 * Rows as the domain's records say them: codes are read and checked, JSON is taken apart, and nothing is judged. Each
 * function leaves the other columns as they were loaded.
 */

export function readMatter<Row extends { readonly state: string; readonly issuer: string }>(row: Row) {
	return { ...row, state: codes.matterStateOf(row.state), issuer: codes.issuerOf(row.issuer) }
}

export function readTrack<Row extends { readonly track: string }>(row: Row) {
	return { ...row, track: codes.trackOf(row.track) }
}

function readFile<Row extends { readonly role: string; readonly secrecy: string }>(row: Row) {
	return { ...row, role: codes.fileRoleOf(row.role), secrecy: filedSecrecy(row.secrecy) }
}

export function readVersion<
	File extends { readonly role: string; readonly secrecy: string },
	Row extends { readonly invisibleCharacters: string },
>(row: Row & { readonly files: readonly File[] }) {
	return {
		...row,
		invisibleCharacters: UNSEEN_CHARACTERS.read(row.invisibleCharacters),
		files: row.files.map(readFile),
	}
}

export function readMaterial<Row extends { readonly kind: string; readonly secrecy: string | null }>(
	row: Row,
) {
	const secrecy = row.secrecy === null ? null : filedSecrecy(row.secrecy)
	return { ...row, kind: codes.materialKindOf(row.kind), secrecy }
}

export function readStepAnswer<
	Finding extends { readonly verdict: string },
	Recheck extends { readonly verdict: string },
	Row extends { readonly step: string; readonly answer: string; readonly facts: string },
>(row: Row & { readonly findings: readonly Finding[]; readonly recheckSteps: readonly Recheck[] }) {
	return {
		...row,
		step: codes.stepOf(row.step),
		answer: codes.stepAnswerOf(row.answer),
		facts: STEP_FACTS.read(row.facts),
		findings: row.findings.map(readStepVerdict),
		recheckSteps: row.recheckSteps.map(readStepVerdict),
	}
}

function readStepVerdict<Row extends { readonly verdict: string }>(row: Row) {
	return { ...row, verdict: codes.stepVerdictOf(row.verdict) }
}

export function readConsultation<End extends { readonly cause: string }, Row>(
	row: Row & { readonly end: End | null },
) {
	const { end } = row
	return { ...row, end: end && { ...end, cause: codes.consultationEndOf(end.cause) } }
}

export function readWaiver<Decision extends { readonly decision: string }, Row>(
	row: Row & { readonly decision: Decision | null },
) {
	const { decision } = row
	return {
		...row,
		decision: decision && { ...decision, decision: codes.waiverDecisionOf(decision.decision) },
	}
}

export function readDeadline<
	Stop extends { readonly cause: string },
	Change extends { readonly kind: string },
	Row extends { readonly kind: string },
>(row: Row & { readonly stops: readonly Stop[]; readonly changes: readonly Change[] }) {
	return {
		...row,
		kind: codes.deadlineKindOf(row.kind),
		stops: row.stops.map((stop) => ({ ...stop, cause: codes.stopCauseOf(stop.cause) })),
		changes: row.changes.map((change) => ({ ...change, kind: codes.changeKindOf(change.kind) })),
	}
}

export function readAssignment<Row extends { readonly role: string }>(row: Row) {
	return { ...row, role: codes.assignmentRoleOf(row.role) }
}

export function readRecusal<Row extends { readonly decision: { readonly isGranted: boolean } | null }>(
	row: Row,
) {
	const { decision, ...request } = row
	return {
		...request,
		decision: decision && (decision.isGranted ? ('granted' as const) : ('declined' as const)),
	}
}

export function readRequest<Row extends { readonly kind: string }>(row: Row) {
	return { ...row, kind: codes.requestKindOf(row.kind) }
}

export function readEmergencyStep<Row extends { readonly step: string }>(row: Row) {
	return { ...row, step: codes.emergencyStepOf(row.step) }
}

export function readFiling<Row extends { readonly filedWith: string }>(row: Row) {
	return { ...row, filedWith: codes.filingOrganOf(row.filedWith) }
}

export function readConclusion<Row extends { readonly conclusion: string }>(row: Row) {
	return { ...row, conclusion: codes.conclusionOf(row.conclusion) }
}

export function readCounselConclusion<Row extends { readonly conclusion: string }>(row: Row) {
	return { ...row, conclusion: codes.counselConclusionOf(row.conclusion) }
}

export function readPoint<Row extends { readonly answer: string }>(row: Row) {
	return { ...row, answer: codes.pointAnswerOf(row.answer) }
}

export function readItem<Verdict extends { readonly verdict: string }, Row extends { readonly kind: string }>(
	row: Row & {
		readonly points: readonly { readonly point: string }[]
		readonly recheckItems: readonly Verdict[]
	},
) {
	return {
		...row,
		kind: codes.itemKindOf(row.kind),
		points: row.points.map(({ point }) => point),
		recheckItems: row.recheckItems.map((item) => ({
			...item,
			verdict: codes.recheckVerdictOf(item.verdict),
		})),
	}
}

export function readReply<Row extends { readonly answer: string }>(row: Row) {
	return { ...row, answer: codes.replyAnswerOf(row.answer) }
}

export function readRecheck<
	Row extends { readonly kind: string; readonly result: string; readonly decision: string | null },
>(row: Row) {
	return {
		...row,
		decision: codes.recheckDecisionOf(row.decision),
		kind: codes.recheckKindOf(row.kind),
		result: codes.recheckResultOf(row.result),
	}
}

export function readClearance<
	Standing extends { readonly state: string },
	Row extends { readonly kind: string },
>(
	row: Row & {
		readonly standing: Standing | null
		readonly lawConfirmations: readonly { readonly laws: string }[]
	},
) {
	const standing = row.standing && { ...row.standing, state: codes.clearanceStateOf(row.standing.state) }
	const lawConfirmations = row.lawConfirmations.map(({ laws }) => ({ laws: laws.split('\n') }))
	return { ...row, kind: codes.clearanceKindOf(row.kind), standing, lawConfirmations }
}

export function readItemState<Row extends { readonly state: string }>(row: Row) {
	return { ...row, state: codes.agendaStateOf(row.state) }
}

export function readAgendaItem<Row extends { readonly state: string; readonly kind: string }>(row: Row) {
	return { ...readItemState(row), kind: codes.agendaItemKindOf(row.kind) }
}

export function readMeeting<Row extends { readonly state: string }>(row: Row) {
	return { ...row, state: codes.meetingStateOf(row.state) }
}

export function readOutcome<Row extends { readonly outcome: string }>(row: Row) {
	return { ...row, outcome: codes.outcomeOf(row.outcome) }
}

export function readRuling<Row extends { readonly body: string; readonly result: string }>(row: Row) {
	return { ...row, body: codes.rulingBodyOf(row.body), result: codes.rulingResultOf(row.result) }
}

/** An outcome with what was ruled above, where it was referred. */
export function readRuledOutcome<
	Row extends {
		readonly outcome: string
		readonly ruling: { readonly body: string; readonly result: string } | null
	},
>(row: Row) {
	return { ...readOutcome(row), ruling: row.ruling && readRuling<NonNullable<Row['ruling']>>(row.ruling) }
}

export function readVoice<Row extends { readonly part: string; readonly stance: string | null }>(row: Row) {
	return { ...row, part: codes.voicePartOf(row.part), stance: codes.stanceOf(row.stance) }
}
