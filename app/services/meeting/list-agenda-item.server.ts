import { agendaStateOf, meetingStateOf } from '#app/db/code-columns.server.ts'
import { loadDossier } from '#app/db/load-dossier.server.ts'
import { loadHands } from '#app/db/load-hands.server.ts'
import { loadCalendar, loadLimits } from '#app/db/load-reference.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { leadDays } from '#app/domain/matter/review-limits.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { type PoolObstacle, poolObstacle } from '#app/domain/meeting/pool-obstacle.ts'
import { isUrgentlyApproved, mayLeave } from '#app/domain/meeting/meeting-record.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { permit } from '#app/domain/permission/permit.ts'
import { judgeSeparation } from '#app/domain/permission/separation.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { sealJoiningItem } from '#app/services/paper/seal-meeting-papers.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a listing is bound to: the clearance, the version and the hash that the meeting will have before it. */
export type Listed = {
	readonly agendaItemId: string
	readonly clearanceId: string
	readonly contentSha256: string
}

/**
 * [31] Puts a proposal onto the agenda. The gate is evaluated here, on what the locked rows say now, never on what
 * the page showed: shut, the whole decision is the answer, recorded as a refused listing. Into a fixed agenda only
 * what a leader has approved as urgent, through the same gate.
 */
export async function listAgendaItem(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
	agendaItemId: string,
): Promise<Result<Done<Listed>, Refusal>> {
	const matterId = await matterOfItem(shell, actor, agendaItemId)
	const acting = {
		act: 'agenda.listing-requested',
		event: { type: 'agenda.listed' },
		matterIds: matterId ? [matterId] : [],
	} as const
	return commandOnMeeting(shell, actor, { ...order, body: { item: agendaItemId } }, acting, async (work) => {
		const opened = await openItem(work, agendaItemId)
		if (!opened.ok) return opened
		const { item, matter } = opened.value
		const apart = judgeSeparation(
			actor.personId,
			'secretary',
			await loadHands(work.tx, matter),
			actor.oneWith,
		)
		if (!apart.ok) return apart
		const decision = evaluateGate(await loadDossier(work.tx, shell.clearanceKey.verify, matter, work.at))
		if (!decision.isOpen) return refuse({ code: 'gate-blocked', decision })
		const { live } = matter
		// The gate is open and no live row bears it: the rows do not belong together, which is a bug or a forgery.
		if (!live || live.clearanceId !== decision.clearanceId)
			throw new Error(`the clearance of ${matter.id} is not live`)
		const moved = nextState(agendaStateOf(item.state), work.meeting.state)
		if (!moved.ok) return moved
		const listedId = await takeUp(work, item, { state: moved.value, title: matter.title })
		const { clearanceId, versionId, contentSha256 } = live
		const bound = { clearanceId, versionId, contentSha256 }
		await work.tx.agendaListing.create({
			data: {
				...bound,
				jurisdictionId: item.jurisdictionId,
				agendaItemId: listedId,
				meetingId: work.meeting.id,
				matterId: matter.id,
				listedBy: actor.personId,
				listedAt: work.at,
			},
		})
		const detail = {
			item: listedId,
			meeting: work.meeting.id,
			clearance: clearanceId,
			version: versionId,
			contentSha256,
		}
		work.note({ ...detail, matter: matter.id })
		work.follow({ matterId: matter.id, kind: 'agenda.listed', detail })
		if (work.meeting.state === 'fixed') await sealJoining(work, listedId)
		return accept({ agendaItemId: listedId, clearanceId, contentSha256 })
	})
}

/** What joins a fixed agenda has its sheet sealed at once; the others have theirs when the agenda is fixed. */
async function sealJoining(work: MeetingWork, agendaItemId: string): Promise<void> {
	const meeting = await loadMeeting(work.tx, work.meeting.jurisdictionId, work.meeting.id)
	if (!meeting) throw new Error(`meeting ${work.meeting.id} is gone`)
	await sealJoiningItem(work, meeting, agendaItemId)
}

/** The matter of an item, read before the locks are taken: an item never changes its matter. */
export async function matterOfItem(shell: Shell, actor: Actor, agendaItemId: string): Promise<string | null> {
	const item = await shell.db.agendaItem.findUnique({
		where: { jurisdictionId_id: { jurisdictionId: actor.jurisdictionId, id: agendaItemId } },
		select: { matterId: true },
	})
	return item?.matterId ?? null
}

type Item = NonNullable<Awaited<ReturnType<typeof loadItem>>>

function loadItem(work: MeetingWork, agendaItemId: string) {
	return work.tx.agendaItem.findUnique({
		where: { jurisdictionId_id: { jurisdictionId: work.meeting.jurisdictionId, id: agendaItemId } },
		include: { meeting: { select: { state: true } } },
	})
}

async function openItem(
	work: MeetingWork,
	agendaItemId: string,
): Promise<Result<{ item: Item; matter: MatterRecord }, Refusal>> {
	const item = await loadItem(work, agendaItemId)
	if (!item?.matterId) return refuse({ code: 'not-found' })
	const matter = await loadMatter(work.tx, item.jurisdictionId, item.matterId)
	if (!matter || !permit(work.actor, 'matter.read', subjectOf(matter)).ok)
		return refuse({ code: 'not-found' })
	const context = { item: item.id, meeting: work.meeting.id }
	work.refusalsGoTo(`matter/${matter.id}`, work.post, context)
	if (item.organId !== work.meeting.organId)
		return refuse({ code: 'unfitting', field: 'agendaItemId', problem: 'other-organs-item' })
	const problem = await obstacleOf(work, item, matter)
	if (problem) return refuse({ code: 'unfitting', field: 'agendaItemId', problem })
	const isElsewhere = item.meetingId !== null && item.meetingId !== work.meeting.id
	if (isElsewhere && !(item.meeting && mayLeave(meetingStateOf(item.meeting.state))))
		return refuse({ code: 'unfitting', field: 'agendaItemId', problem: 'before-another-meeting' })
	return accept({ item, matter })
}

/** What keeps a proposal from this meeting, by its kind and the day on which it came in. */
async function obstacleOf(
	{ tx, at, meeting }: MeetingWork,
	item: Item,
	matter: MatterRecord,
): Promise<PoolObstacle | null> {
	const today = plainDateIn(at)
	const tracks = tracksOf(matter)
	const proposedOn = plainDateIn(item.proposedAt)
	const limitsOn = await loadLimits(tx, today)
	const proposal = {
		proposedOn,
		meetingOn: plainDateIn(meeting.startsAt),
		lead: leadDays(tracks, limitsOn(proposedOn)),
	}
	const isUrgent = isUrgentlyApproved(meeting, matter.id)
	return poolObstacle({ kind: meeting.kind, tracks, proposal, isUrgent }, await loadCalendar(tx, today))
}

/** On an agenda that is sent out already, a new item counts as notified at once. */
function nextState(state: AgendaState, meetingState: string): Result<AgendaState, Refusal> {
	const listed = transitionAgendaItem(state, { type: 'agenda.listed' })
	if (!listed.ok || meetingState === 'preparing') return listed
	return transitionAgendaItem(listed.value, { type: 'agenda.notified' })
}

/**
 * Binds the proposal to this meeting at the end of its agenda. An item keeps its meeting for good, so one that an
 * unsettled or cancelled meeting had taken up is closed there and goes on here under a number of its own. Its title
 * is the one that the matter was cleared with, not the one that it was proposed with.
 */
async function takeUp(
	work: MeetingWork,
	item: Item,
	listed: { readonly state: AgendaState; readonly title: string },
): Promise<string> {
	const position = Math.max(0, ...work.meeting.items.map((each) => each.position)) + 1
	const columns = { ...listed, stateReason: null, position, meetingId: work.meeting.id }
	const where = (id: string) => ({ jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id } })
	if (item.meetingId === null || item.meetingId === work.meeting.id) {
		await work.tx.agendaItem.update({ where: where(item.id), data: columns })
		return item.id
	}
	const left = transitionAgendaItem(agendaStateOf(item.state), {
		type: 'outcome.recorded',
		outcome: 'removed',
	})
	if (!left.ok) throw new Error(`an item in the pool is ${item.state}`)
	await work.tx.agendaItem.update({
		where: where(item.id),
		data: { state: left.value, stateReason: 'moved-to-another-meeting' },
	})
	const { meeting: _, ...row } = item
	const id = work.shell.newId()
	await work.tx.agendaItem.create({ data: { ...row, ...columns, id } })
	return id
}
