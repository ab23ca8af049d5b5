import { agendaStateOf, matterStateOf } from '#app/db/code-columns.server.ts'
import { countBlockedListings } from '#app/db/count-blocked-listings.server.ts'
import { loadDossiers } from '#app/db/load-dossier.server.ts'
import { findTrees } from '#app/db/find-trees.server.ts'
import { inSnapshot } from '#app/db/in-snapshot.server.ts'
import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { loadEffectiveAgenda } from '#app/db/load-effective-agenda.server.ts'
import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import { loadGateRecords } from '#app/db/load-matter.server.ts'
import {
	type MeetingRecord,
	type MeetingTask,
	isUrgentlyApproved,
	meetingTask,
	standsOnAgenda,
	undecidedItems,
} from '#app/domain/meeting/meeting-record.ts'
import { loadCalendar, loadLimits } from '#app/db/load-reference.server.ts'
import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { AgendaItemRow } from '#app/domain/matter-record/agenda-records.ts'
import { loadPool } from '#app/db/load-pool.server.ts'
import type { ClearanceFacts, Dossier } from '#app/domain/agenda-gate/dossier.ts'
import { type RuleDecision, evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type AlteredAgenda, alteredAgenda, isAltered } from '#app/domain/meeting/altered-agenda.ts'
import { type ProposalPart, lackingParts } from '#app/domain/meeting/proposal-check.ts'
import { type ReviewLimits, leadDays } from '#app/domain/matter/review-limits.ts'
import { consentStanding } from '#app/domain/meeting/leader-consent.ts'
import type { WorkingCalendar } from '#app/domain/calendar/working-calendar.ts'
import { type Closing, proposalsCloseOn } from '#app/domain/meeting/proposal-terms.ts'
import { type PoolObstacle, poolObstacle } from '#app/domain/meeting/pool-obstacle.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { type MeetingRecordEntries, recordEntries } from './meeting-record-entries.server.ts'
import { type MeetingHeading, openMeeting } from './open-meeting.server.ts'
import type { Behind } from '#app/storage/checkpoints.server.ts'
import type { ReadShell, Shell } from '#app/services/shell.server.ts'
import {
	type AgendaProblem,
	type VerifiedLine,
	verifyLines,
} from '#app/services/clearance/verify-agenda.server.ts'

/** A proposal in the pool with its gate, rule by rule. */
export type PoolEntry = {
	readonly agendaItemId: string
	readonly matterId: string
	readonly title: string
	readonly organ: string
	readonly tracks: readonly Track[]
	readonly matterState: MatterState
	readonly itemState: AgendaState
	readonly deferrals: number
	readonly isOpen: boolean
	readonly rules: readonly RuleDecision[]
	/** What keeps it from this meeting beside the gate. */
	readonly obstacle: PoolObstacle | null
	/** What the office still misses of the proposal (申报核对). */
	readonly lacking: readonly ProposalPart[]
	/** A leader has signed that it may join the fixed agenda. */
	readonly isUrgent: boolean
}

/** A line of the agenda: a plain slot, or a matter on the clearance that it stands there with. */
export type AgendaEntry = {
	readonly agendaItemId: string
	readonly kind: string
	readonly title: string
	readonly presenter: string
	readonly minutes: number | null
	readonly organ: string
	readonly deferrals: number
	readonly matterId: string | null
	readonly clearance: Pick<
		ClearanceFacts,
		'number' | 'kind' | 'versionNo' | 'contentSha256' | 'explanation'
	> | null
	readonly problem: AgendaProblem | 'not-effective' | null
}

export type MeetingPage = MeetingRecordEntries & {
	readonly heading: MeetingHeading
	/** The meeting's own record is not as the trail left it. */
	readonly isAltered: boolean
	readonly pool: readonly PoolEntry[]
	readonly agenda: readonly AgendaEntry[]
	readonly undecided: number
	/** The one thing that the meeting asks for next; null once it is over. */
	readonly task: MeetingTask | null
	/** While the agenda is prepared: the last day for proposals, so many working days before the meeting. */
	readonly closing: Closing | null
	/** The day of the meeting has not come: whoever says that it is held is asked to look again. */
	readonly isBeforeItsDay: boolean
	readonly blockedListings: number
	/** What a deposit outside says of this database, where it is not the newest one: then nothing is shown or printed. */
	readonly behind: Behind | null
	readonly verifiedAt: string
}

/**
 * Reads a meeting: its pool with every rule of the gate, and the agenda as the view and the files bear it out now. All of
 * it at one moment of the database: an item that comes or goes meanwhile is on the page or not, and never half.
 */
export function readMeetingPage(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<MeetingPage, Refusal>> {
	return inSnapshot(shell.db, (db) => readPage({ ...shell, db }, actor, meetingId))
}

async function readPage(
	shell: ReadShell,
	actor: Actor,
	meetingId: string,
): Promise<Result<MeetingPage, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'meeting.read')
	if (!opened.ok) return opened
	const { meeting, heading } = opened.value
	const takesItems = meeting.state === 'preparing' || meeting.state === 'fixed'
	const { jurisdictionId } = meeting
	const proposed = takesItems ? await loadPool(shell.db, jurisdictionId, meeting.organId, meeting.id) : []
	const listings = await loadEffectiveAgenda(shell.db, jurisdictionId, meeting.id)
	const matters = await loadGateRecords(shell.db, jurisdictionId, [
		...proposed.flatMap((item) => item.matterId ?? []),
		...listings.map((listing) => listing.matterId),
	])
	const dossiers = await loadDossiers(shell.db, shell.clearanceKey.verify, matters, shell.now())
	const lines = await verifyLines(shell, listings, matters, dossiers)
	const days = takesItems ? await loadDays(shell) : null
	const altered = alteredAgenda(meeting.items, await findFaultsOf(shell.db, 'meeting', meeting))
	return accept({
		heading,
		isAltered: altered.isWhole,
		pool: await readPool(shell, meeting, { items: proposed, matters, dossiers }, days),
		agenda: agendaEntries(meeting, lines, altered),
		...recordEntries(meeting),
		undecided: undecidedItems(meeting).length,
		task: meetingTask(meeting),
		closing: days && closingOf(shell, meeting, days),
		isBeforeItsDay: plainDateIn(shell.now()) < plainDateIn(meeting.startsAt),
		blockedListings: await countBlockedListings(shell.db, meeting),
		behind: shell.checkpoints.behind.get(meeting.jurisdictionId) ?? null,
		verifiedAt: shell.now().toISOString(),
	})
}

/** The working days, and the limits that count in them: what the last day for proposals comes from. */
type Days = { readonly calendar: WorkingCalendar; readonly limitsOn: (day: string) => ReviewLimits }

async function loadDays(shell: ReadShell): Promise<Days> {
	const today = plainDateIn(shell.now())
	return { calendar: await loadCalendar(shell.db, today), limitsOn: await loadLimits(shell.db, today) }
}

function closingOf(shell: ReadShell, meeting: MeetingRecord, { calendar, limitsOn }: Days): Closing | null {
	if (meeting.state !== 'preparing') return null
	const { proposalLead, assumed } = limitsOn(plainDateIn(shell.now()))
	const days = Math.max(0, ...Object.values(proposalLead))
	const on = proposalsCloseOn(plainDateIn(meeting.startsAt), days, calendar)
	return { on, days, isPast: on < plainDateIn(shell.now()), isAssumed: assumed.includes('proposal-lead') }
}

type Pool = {
	readonly items: readonly AgendaItemRow[]
	readonly matters: readonly GateRecord[]
	readonly dossiers: ReadonlyMap<string, Dossier>
}

/** What a proposal's line is judged by, beside its gate. */
type Terms = Days & {
	readonly meeting: MeetingRecord
	readonly consents: Awaited<ReturnType<typeof loadConsents>>
}

async function readPool(
	shell: ReadShell,
	meeting: MeetingRecord,
	{ items, matters, dossiers }: Pool,
	days: Days | null,
): Promise<PoolEntry[]> {
	if (days === null || items.length === 0) return []
	const terms = { meeting, ...days, consents: await loadConsents(shell, meeting, items) }
	return items.flatMap((item) => {
		const matter = matters.find((candidate) => candidate.id === item.matterId)
		const dossier = matter && dossiers.get(matter.id)
		return matter && dossier ? [poolEntry(item, matter, evaluateGate(dossier), terms)] : []
	})
}

/** What was said of the leaders' consent to each of these items, oldest first. */
function loadConsents(
	{ db }: ReadShell,
	{ jurisdictionId }: MeetingRecord,
	items: readonly Pick<AgendaItemRow, 'id'>[],
) {
	return findTrees(db, 'leaderConsent', {
		where: { jurisdictionId, agendaItemId: { in: items.map(({ id }) => id) } },
		// By item first, as its index has them: by id alone, all consents of the house would be gone through.
		orderBy: [{ agendaItemId: 'asc' }, { id: 'asc' }],
	})
}

function poolEntry(
	item: AgendaItemRow,
	matter: GateRecord,
	{ isOpen, rules }: { isOpen: boolean; rules: readonly RuleDecision[] },
	terms: Terms,
): PoolEntry {
	const { meeting, calendar, limitsOn } = terms
	const tracks = tracksOf(matter)
	const isUrgent = isUrgentlyApproved(meeting, matter.id)
	const proposedOn = plainDateIn(item.proposedAt)
	const proposal = {
		proposedOn,
		meetingOn: plainDateIn(meeting.startsAt),
		lead: leadDays(tracks, limitsOn(proposedOn)),
	}
	return {
		agendaItemId: item.id,
		matterId: matter.id,
		title: item.title,
		organ: matter.organ.name,
		tracks,
		matterState: matterStateOf(matter.state),
		itemState: agendaStateOf(item.state),
		deferrals: item.deferrals,
		isOpen,
		rules,
		obstacle: poolObstacle({ kind: meeting.kind, tracks, proposal, isUrgent }, calendar),
		lacking: lackingOf(item, matter, terms),
		isUrgent,
	}
}

function lackingOf(item: AgendaItemRow, matter: GateRecord, { consents }: Terms): readonly ProposalPart[] {
	const { organId, title, currentVersion } = matter
	const said = consents.filter(({ agendaItemId }) => agendaItemId === item.id)
	return lackingParts({
		presenter: item.presenter,
		minutes: item.minutes,
		consent: consentStanding(item, { organId, title, currentVersion, consents: said }).state,
		hasMaterials: matter.materials.length > 0,
	})
}

/** Plain slots as they are; a matter only as the view gives it; a listing that the view does not give is named. */
export function agendaEntries(
	meeting: MeetingRecord,
	lines: readonly VerifiedLine<GateRecord>[],
	altered: AlteredAgenda,
): AgendaEntry[] {
	const standing = meeting.items.filter(standsOnAgenda)
	return standing.map((item) => {
		const line = lines.find((candidate) => candidate.listing.agendaItemId === item.id)
		const problem = problemOf(item, line, altered)
		const clearance = problem === null ? (line?.dossier.clearance ?? null) : null
		return {
			agendaItemId: item.id,
			kind: item.kind,
			title: item.title,
			presenter: item.presenter ?? '',
			minutes: item.minutes,
			organ: line?.matter.organ.name ?? '',
			deferrals: item.deferrals,
			matterId: item.matterId,
			clearance: clearance
				? {
						number: clearance.number,
						kind: clearance.kind,
						versionNo: clearance.versionNo,
						contentSha256: clearance.contentSha256,
						explanation: clearance.explanation,
					}
				: null,
			problem,
		}
	})
}

/** What nobody has listed by an act is no slot either. */
function problemOf(
	{ id, matterId }: AgendaItemRow,
	line: VerifiedLine<GateRecord> | undefined,
	altered: AlteredAgenda,
): AgendaEntry['problem'] {
	const problem = matterId === null ? null : line ? line.problem : 'not-effective'
	return problem ?? (isAltered(altered, id) ? 'record-altered' : null)
}
