import { agendaStateOf, fileRoleOf } from '#app/db/code-columns.server.ts'
import { loadDossiers } from '#app/db/load-dossier.server.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { mayDecide } from '#app/domain/meeting/meeting-kind.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { contentHash } from '#app/domain/matter/content-hash.ts'
import { type ApprovalRecord, approvalStanding } from '#app/domain/meeting/agenda-approval.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { AgendaNotSound, Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { isOfDraft } from './edit-agenda.server.ts'
import { sealAgenda } from '#app/services/paper/seal-meeting-papers.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [32] Fixes the agenda, which the chair has approved, and sends it out. Every listed item goes through the gate again,
 * and its files are read and hashed again; one that fails is named with everything that fails, and nothing at all is
 * fixed.
 */
export async function fixAgenda(
	shell: Shell,
	actor: Actor,
	order: Omit<MeetingOrder, 'body'>,
): Promise<Result<Done<{ items: number }>, Refusal>> {
	const matterIds = await listedMatters(shell, actor, order.meetingId)
	const sound = await soundFiles(shell, actor, matterIds)
	const acting = { act: 'meeting.fixed', event: { type: 'meeting.fixed' }, matterIds } as const
	return commandOnMeeting(shell, actor, { ...order, body: {} }, acting, async (work) => {
		const approval = approvalOf(work)
		const listed = work.meeting.items.filter((item) => item.listing !== null)
		// Somebody listed an item between this command's first look and its locks: the page is older than the agenda.
		if (listed.some((item) => !matterIds.includes(item.matterId ?? '')))
			return refuse({ code: 'stale-page', changes: [] })
		for (const { matterId, title } of work.meeting.items.filter(({ state }) => state === 'listed'))
			// A matter may have been opened, or got its title, after the slot was written.
			if (matterId === null && (await isOfDraft(work, title)))
				return refuse({ code: 'unfitting', field: 'title', problem: 'names-a-draft' })
		const matters = await loadMatters(work.tx, actor.jurisdictionId, matterIds)
		if (matters.some((matter) => !mayDecide(work.meeting.kind, tracksOf(matter))))
			return refuse({ code: 'unfitting', field: 'agendaItemId', problem: 'not-of-this-kind' })
		const failures = await findFailures(work, listed, matters, sound)
		if (failures.length > 0) return refuse({ code: 'agenda-not-sound', items: failures })
		await notifyItems(work, matters, approval)
		const { by, on } = approval
		await sealAgenda(work, approval)
		work.change({
			fixedAt: work.at,
			fixedBy: actor.personId,
			agendaApprovedBy: by,
			agendaApprovedOn: on,
		})
		work.note({
			approval: approval.row.id,
			approvedBy: by,
			approvedOn: on,
			items: listed.map((item) => item.id),
			contents: listed.map((item) => item.listing?.contentSha256 ?? ''),
		})
		return accept({ items: listed.length })
	})
}

/** The approval of exactly this agenda: the chair's signature, or the paper that the chair signed. */
function approvalOf({ meeting }: MeetingWork): Approval {
	const standing = approvalStanding(meeting)
	if (standing.state !== 'given') throw new Error('the workflow asks for an approval')
	const { row, on } = standing
	return { by: row.approverName, on, row }
}

type Approval = { readonly by: string; readonly on: string; readonly row: ApprovalRecord }

/** The matters on a meeting's agenda, read before the locks are taken. */
export async function listedMatters(shell: Shell, actor: Actor, meetingId: string): Promise<string[]> {
	const listings = await shell.db.agendaListing.findMany({
		where: { jurisdictionId: actor.jurisdictionId, meetingId },
		select: { matterId: true },
		orderBy: { matterId: 'asc' },
	})
	return listings.map((listing) => listing.matterId)
}

/** The blobs of these matters' texts that are whole. Read outside the transaction: a blob, once whole, stays what it is. */
async function soundFiles(
	shell: Shell,
	actor: Actor,
	matterIds: readonly string[],
): Promise<ReadonlySet<string>> {
	const matters = await loadMatters(shell.db, actor.jurisdictionId, matterIds)
	const hashes = new Set(
		matters.flatMap((matter) => (matter.currentVersion?.files ?? []).map((file) => file.sha256)),
	)
	const sound = new Set<string>()
	for (const sha256 of hashes) if (await shell.blobs.verify(sha256)) sound.add(sha256)
	return sound
}

async function findFailures(
	work: MeetingWork,
	listed: readonly MeetingItem[],
	matters: readonly MatterRecord[],
	sound: ReadonlySet<string>,
): Promise<AgendaNotSound['items'][number][]> {
	const dossiers = await loadDossiers(work.tx, work.shell.clearanceKey.verify, matters, work.at)
	return listed.flatMap((item) => {
		const matter = matters.find((candidate) => candidate.id === item.matterId)
		const dossier = dossiers.get(item.matterId ?? '')
		if (!matter || !dossier) throw new Error(`a listing without its matter ${item.id}`)
		const decision = evaluateGate(dossier)
		const damagedFiles = damaged(matter, item.listing?.contentSha256 ?? '', sound)
		return decision.isOpen && damagedFiles.length === 0 ? [] : [{ title: item.title, decision, damagedFiles }]
	})
}

/** The files of the present text whose bytes are not there whole; all of them when their list is not the one cleared. */
function damaged(matter: MatterRecord, contentSha256: string, sound: ReadonlySet<string>): string[] {
	const files = [...(matter.currentVersion?.files ?? [])].sort((a, b) => a.position - b.position)
	const asHashed = files.map(({ role, name, size, sha256 }) => ({
		role: fileRoleOf(role),
		name,
		size,
		sha256,
	}))
	if (contentHash(asHashed) !== contentSha256) return files.map((file) => file.name)
	return files.filter((file) => !sound.has(file.sha256)).map((file) => file.name)
}

async function notifyItems(
	work: MeetingWork,
	matters: readonly MatterRecord[],
	approval: Approval,
): Promise<void> {
	for (const item of work.meeting.items.filter((each) => each.state === 'listed')) {
		const moved = transitionAgendaItem(agendaStateOf(item.state), { type: 'agenda.notified' })
		if (!moved.ok) throw new Error(`a listed item is ${item.state}`)
		await work.tx.agendaItem.update({
			where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: item.id } },
			data: { state: moved.value },
		})
		const matter = matters.find((candidate) => candidate.id === item.matterId)
		if (!matter) continue
		const detail = {
			item: item.id,
			meeting: work.meeting.id,
			contentSha256: item.listing?.contentSha256 ?? '',
			approvedBy: approval.by,
			approvedOn: approval.on,
		}
		work.follow({ matterId: matter.id, kind: 'agenda.notified', detail })
	}
}
