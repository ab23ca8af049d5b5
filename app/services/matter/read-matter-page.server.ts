import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { RulingBody, RulingResult } from '#app/domain/meeting/ruling.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { Conclusion, ItemKind } from '#app/domain/opinion/conclusion.ts'
import { rulesDay } from '#app/domain/matter-record/rules-day.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { itemKindOf, matterStateOf, recheckVerdictOf, replyAnswerOf } from '#app/db/code-columns.server.ts'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { type Reference, loadReference } from '#app/db/load-reference.server.ts'
import { ACTS } from '#app/domain/act/act.ts'
import { type ButtonAct, actPath, isButton } from '#app/domain/act/act-path.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { openItem } from '#app/domain/matter-record/agenda-records.ts'
import { turnFactsOf } from '#app/domain/matter-record/turn-facts.ts'
import { factsOf } from '#app/domain/matter-record/workflow-facts.ts'
import { isTurnOf, subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { type RuleDecision, evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { CLEARED_STATES } from '#app/domain/matter/matter-state.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import {
	type ShownStep,
	type StepDates,
	type StepLine,
	shownStep,
	stepLines,
} from '#app/domain/review-workflow/steps.ts'
import { actsIn } from '#app/domain/review-workflow/transition-matter.ts'
import { turnsOf } from '#app/domain/review-workflow/turn.ts'
import { type DeadlineLine, explainDeadlines } from './explain-deadlines.server.ts'
import { type MatterHeading, openMatterPage } from './open-matter-page.server.ts'
import {
	type DueDay,
	type NamedTurn,
	dueDayOf,
	meetingsOf,
	nameTurn,
} from '#app/services/worklist/read-worklist.server.ts'
import { type Registration, registrationOf } from '#app/services/register/registration-of-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type VersionLine, loadVersions, versionLine } from './version-lines.server.ts'

/** An act that the state knows and the actor's posts allow, with what it still lacks. */
export type OpenAct = {
	readonly act: ButtonAct
	readonly path: string
	readonly unmet: readonly Requirement[]
}

/** An opinion item as everybody who may see the matter sees it. */
export type ItemLine = {
	readonly position: number
	readonly kind: ItemKind
	readonly place: string
	readonly problem: string
	readonly reply: { readonly answer: ReplyAnswer; readonly text: string } | null
	readonly verdict: RecheckVerdict | null
}

export type MatterPage = {
	readonly heading: MatterHeading
	readonly turns: readonly (NamedTurn & { readonly isMine: boolean })[]
	readonly due: DueDay
	readonly meetingId: string | null
	readonly steps: readonly StepLine[]
	readonly opinion: {
		readonly number: string
		readonly conclusion: Conclusion
		readonly versionNo: number
		readonly signedAt: string
	} | null
	readonly items: readonly ItemLine[]
	readonly versions: readonly VersionLine[]
	readonly deadlines: readonly DeadlineLine[]
	readonly rules: readonly RuleDecision[]
	readonly hands: readonly {
		readonly hand: 'drafter' | 'head' | 'reviewer' | 'checker' | 'signing-officer' | 'counsel'
		readonly names: string
	}[]
	readonly acts: readonly OpenAct[]
	readonly agenda: readonly {
		readonly id: string
		readonly meetingId: string | null
		readonly isLinked: boolean
		readonly meeting: string
		readonly state: AgendaState
		readonly outcome: Outcome | null
		/** What was ruled above, where the meeting has referred it. */
		readonly ruling: { readonly body: RulingBody; readonly result: RulingResult } | null
		readonly deferrals: number
	}[]
	/** How it stands to the register of published documents, once a meeting has passed it. */
	readonly registration: Registration | null
	/** Why it was returned, withdrawn or found out of scope: the reason of the list, and the words. */
	readonly reason: {
		readonly name: { readonly zh: string; readonly en: string } | null
		readonly words: string
	} | null
}

/** Reads the overview of a matter. What the actor may not see does not exist; working papers of the review are not here. */
export async function readMatterPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<MatterPage, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	if (!opened.ok) return opened
	const { matter, heading } = opened.value
	const today = plainDateIn(shell.now())
	const reference = await loadReference(shell.db, today, rulesDay(matter, today))
	const dossier = await loadDossier(shell.db, shell.clearanceKey.verify, matter, shell.now(), heading.altered)
	const decision = evaluateGate(dossier)
	const versions = await loadVersions(shell, matter)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		...handIds(matter).flatMap(([, ids]) => ids),
		...versions.map((version) => version.uploadedBy),
	])
	const turns = turnsOf(turnFactsOf(matter))
	const isInPool = turns.some(({ act }) => act === 'agenda.listing-requested')
	const meetings = await meetingsOf(shell, isInPool ? [matter] : [])
	const item = openItem(matter)
	const opinion = opinionInForce(matter)
	return accept({
		heading,
		turns: turns.map((turn) => ({
			...nameTurn(turn, matter, names, meetings),
			isMine: isTurnOf(actor, turn, matter),
		})),
		due: dueDayOf(matter.dueOn, today, reference.calendar),
		meetingId: item?.meetingId ?? null,
		steps: stepsOf(matter, shownStep(heading.state, item?.state ?? null)),
		opinion: opinion
			? {
					number: opinion.number,
					conclusion: opinion.conclusion,
					versionNo: opinion.version.versionNo,
					signedAt: opinion.signedAt.toISOString(),
				}
			: null,
		items: itemLines(matter),
		versions: versions.map((version) => versionLine(shell, matter, version, names)),
		deadlines: explainDeadlines(matter, today, reference),
		rules: decision.rules,
		hands: handIds(matter).flatMap(([hand, ids]) =>
			ids.length === 0 ? [] : [{ hand, names: ids.map((id) => names.get(id) ?? '').join('、') }],
		),
		acts: openActs(actor, matter, factsOf(matter, reference)),
		agenda: matter.agendaItems.map((each) => agendaLine(actor, each)),
		registration: await registrationOf(shell, actor, matter),
		reason: reasonOf(matter, reference),
	})
}

function agendaLine(actor: Actor, each: MatterRecord['agendaItems'][number]): MatterPage['agenda'][number] {
	return {
		id: each.id,
		meetingId: each.meetingId,
		isLinked: permit(actor, 'meeting.read', {
			jurisdictionId: each.jurisdictionId,
			meetingOrganId: each.organId,
			meetingChairId: each.meeting?.chairId ?? null,
		}).ok,
		meeting: each.meeting?.title ?? '',
		state: each.state,
		outcome: each.outcome?.outcome ?? null,
		ruling: each.outcome?.ruling
			? { body: each.outcome.ruling.body, result: each.outcome.ruling.result }
			: null,
		deferrals: each.deferrals,
	}
}

/** What the history of a matter says of its steps: its periods, its opinion, its clearance, its meeting. */
function stepsOf(matter: MatterRecord, present: ShownStep | null): StepLine[] {
	if (present === null) return []
	const ended = (kind: string) => matter.deadlines.findLast((each) => each.kind === kind)?.endedAt
	const clearance = matter.clearances.at(-1)
	const outcome = matter.agendaItems.at(-1)?.outcome
	const days: [ShownStep, Date | null | undefined][] = [
		['submit', matter.submittedAt],
		['accept', ended('accept')],
		['review', ended('review')],
		['opinion', opinionInForce(matter)?.signedAt],
		['revise', ended('revise')],
		['recheck', ended('recheck')],
		[clearance?.kind === 'out-of-scope' ? 'exempt' : 'clear', clearance?.issuedAt],
		['list', outcome ? null : matter.live?.listing?.listedAt],
		// What was referred is decided by the ruling.
		['decide', outcome?.ruling?.recordedAt ?? outcome?.recordedAt],
		['amend', ended('post-check')],
	]
	const dates: StepDates = new Map(
		days.flatMap(([step, at]) =>
			at === undefined || (at === null && step !== 'list') ? [] : [[step, at?.toISOString() ?? null]],
		),
	)
	const lines = stepLines(present, dates)
	if (matter.state !== 'published' && matter.state !== 'concluded') return lines
	// Nothing follows any more: the last step is behind the matter as well.
	const on = matter.stateSince.toISOString()
	return lines.map((line) => (line.state === 'present' ? { ...line, state: 'passed', on } : line))
}

function reasonOf(matter: MatterRecord, reference: Reference): MatterPage['reason'] {
	if (matter.reasonText === null) return null
	const reason = reference.reasons.find((each) => each.code === matter.reasonCode)
	return { name: reason?.name ?? null, words: matter.reasonText }
}

/** Replies are everybody's; a verdict shows once the signing officer has decided on its re-check, or the reviewer sent it back. */
function itemLines(matter: MatterRecord): ItemLine[] {
	const shown = new Set(
		matter.rechecks
			.filter((recheck) => recheck.decision !== null || recheck.result !== 'proposed')
			.map((recheck) => recheck.id),
	)
	return (opinionInForce(matter)?.items ?? []).map((item) => {
		const reply = item.replies.at(-1)
		const verdict = item.recheckItems.filter((each) => shown.has(each.recheckId)).at(-1)?.verdict
		return {
			position: item.position,
			kind: itemKindOf(item.kind),
			place: item.place,
			problem: item.problem,
			reply: reply ? { answer: replyAnswerOf(reply.answer), text: reply.text || (reply.reason ?? '') } : null,
			verdict: recheckVerdictOf(verdict ?? null),
		}
	})
}

function handIds(matter: MatterRecord): [MatterPage['hands'][number]['hand'], string[]][] {
	const one = (id: string | null) => (id === null ? [] : [id])
	const counsel = matter.assignments.filter((assignment) => assignment.role === 'counsel')
	return [
		['drafter', one(matter.drafterId)],
		['head', one(matter.headId)],
		['reviewer', one(matter.reviewerId)],
		['counsel', counsel.map((assignment) => assignment.personId)],
		['checker', one(matter.checkerId)],
		['signing-officer', one(matter.signerId)],
	]
}

/** The acts that the page leads to; an exception that nothing in the text calls for is not offered as something missing. */
function openActs(actor: Actor, matter: MatterRecord, facts: MatterFacts): OpenAct[] {
	const subject = subjectOf(matter)
	const isCleared = CLEARED_STATES.some((state) => state === matter.state)
	return actsIn(matterStateOf(matter.state)).flatMap((act) => {
		const { offered }: ActDefinition = ACTS[act]
		if (!isButton(act) || !permit(actor, act, subject).ok) return []
		const unmet = unmetRequirements(act, facts)
		return unmet.length > 0 && offered === 'where-called-for'
			? []
			: [{ act, path: actPath(act, { matterId: matter.id }, isCleared), unmet }]
	})
}
