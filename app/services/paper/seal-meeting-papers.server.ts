import { openEntry } from '#app/domain/act/trail-entry.ts'
import { loadCalendar, loadLimits } from '#app/db/load-reference.server.ts'
import { loadDossiers } from '#app/db/load-dossier.server.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import { type SheetFacts, itemSheet } from '#app/documents/papers/item-sheet.ts'
import { type AgendaFacts, agendaPaper, outcomesPaper } from '#app/documents/papers/meeting-papers.ts'
import { meetingNotice } from '#app/documents/papers/meeting-notice.ts'
import type { MeetingWork } from '#app/services/command/command-on-meeting.server.ts'
import { sealPaper } from './seal-paper.server.ts'
import { sheetFactsOf } from './sheet-facts.server.ts'

/** The organ that a meeting's papers are numbered under. */
export async function organOf({ tx, meeting }: MeetingWork) {
	const { jurisdictionId, organId } = meeting
	return tx.organ.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: organId } },
		select: { id: true, shortName: true },
	})
}

/** The sheets of the meeting's listed items as its rows are now, inside the act. */
export async function loadSheetFacts(work: MeetingWork, meeting: MeetingRecord): Promise<SheetFacts[]> {
	const { tx, at, shell } = work
	const matterIds = meeting.items.flatMap(({ listing }) => listing?.matterId ?? [])
	const matters = await loadMatters(tx, meeting.jurisdictionId, matterIds)
	return sheetFactsOf({
		meeting,
		matters,
		dossiers: await loadDossiers(tx, shell.clearanceKey.verify, matters, at, []),
		calendar: await loadCalendar(tx, plainDateIn(at)),
		limitsOn: await loadLimits(tx, plainDateIn(at)),
		approvers: await loadPersonNames(
			tx,
			meeting.jurisdictionId,
			meeting.urgents.map(({ approvedBy }) => approvedBy),
		),
		at,
	})
}

/** Seals the notice that calls the meeting, the agenda and the sheet of each item, as they were when the agenda was fixed. */
export async function sealAgenda(
	work: MeetingWork,
	approval: NonNullable<AgendaFacts['approval']>,
): Promise<void> {
	const { meeting } = work
	const sheets = await loadSheetFacts(work, meeting)
	const chair = await chairOf(work)
	const organ = await organOf(work)
	await sealNotice(work, meeting, sheets)
	work.seal(
		await sealPaper(work, {
			kind: 'meeting-agenda',
			organ,
			matterId: null,
			meetingId: meeting.id,
			aboutId: meeting.id,
			nodes: agendaPaper({ meeting, chair, approval, sheets }),
		}),
	)
	for (const facts of sheets) await sealSheet(work, facts, organ)
}

async function chairOf({ tx, meeting: { jurisdictionId, chairId } }: MeetingWork): Promise<string | null> {
	return (await loadPersonNames(tx, jurisdictionId, [chairId])).get(chairId ?? '') ?? null
}

/** Seals the notice (会议通知) of the items that the meeting has now; a later one takes the place of the earlier. */
async function sealNotice(
	work: MeetingWork,
	meeting: MeetingRecord,
	sheets: readonly SheetFacts[],
): Promise<void> {
	const nodes = meetingNotice({ meeting, chair: await chairOf(work), sheets, sentAt: work.at })
	const about = { matterId: null, meetingId: meeting.id, aboutId: meeting.id } as const
	work.seal(await sealPaper(work, { ...about, kind: 'meeting-notice', organ: await organOf(work), nodes }))
}

/** Seals the sheet of one item: with the agenda, or when it joins a fixed one. */
export async function sealSheet(
	work: MeetingWork,
	facts: SheetFacts,
	organ: Awaited<ReturnType<typeof organOf>>,
): Promise<void> {
	work.seal(
		await sealPaper(work, {
			kind: 'item-sheet',
			organ,
			matterId: facts.matter.id,
			meetingId: work.meeting.id,
			aboutId: facts.agendaItemId,
			nodes: itemSheet(facts),
		}),
	)
}

/** Seals the sheet of an item that joins a fixed agenda, and the notice anew; `meeting` is the record with the item on it. */
export async function sealJoiningItem(
	work: MeetingWork,
	meeting: MeetingRecord,
	agendaItemId: string,
): Promise<void> {
	const sheets = await loadSheetFacts(work, meeting)
	const facts = sheets.find((each) => each.agendaItemId === agendaItemId)
	if (!facts) throw new Error(`an item that was just listed is not on the agenda: ${agendaItemId}`)
	await sealNotice(work, meeting, sheets)
	await sealSheet(work, facts, await organOf(work))
}

/** Seals what the meeting made of its items, when its record is closed. */
export async function sealOutcomes(work: MeetingWork): Promise<void> {
	const { meeting, tx, actor } = work
	const { jurisdictionId, id } = meeting
	const [held, sheets, names] = [
		await tx.meeting.findUniqueOrThrow({
			where: { jurisdictionId_id: { jurisdictionId, id } },
			select: { heldAt: true, startsAt: true },
		}),
		await tx.sealedPaper.findMany({
			where: { jurisdictionId, meetingId: id, kind: 'item-sheet' },
			select: { id: true, aboutId: true, code: true },
			orderBy: { id: 'asc' },
		}),
		await loadPersonNames(tx, jurisdictionId, [
			actor.personId,
			...meeting.items.map(({ outcome }) => outcome?.recordedBy ?? null),
		]),
	]
	const nameOf = (personId: string) => names.get(personId) ?? ''
	const heard = await itemsHeardWithRisk(work)
	work.seal(
		await sealPaper(work, {
			kind: 'meeting-outcomes',
			organ: await organOf(work),
			matterId: null,
			meetingId: id,
			aboutId: id,
			nodes: outcomesPaper({
				meeting,
				heldOn: held.heldAt ?? held.startsAt,
				nameOf,
				closedBy: actor.personId,
				recordedFor: await recordedFor(work, nameOf),
				isRiskRead: (agendaItemId) => heard.has(agendaItemId),
				sheetOf: (agendaItemId) => sheets.findLast(({ aboutId }) => aboutId === agendaItemId) ?? null,
			}),
		}),
	)
}

/** The items whose flagged risk was read out, as the meeting's trail holds it with their outcomes. */
export async function itemsHeardWithRisk({ meeting, tx }: MeetingWork): Promise<ReadonlySet<string>> {
	const { jurisdictionId, id } = meeting
	const entries = await tx.auditEntry.findMany({
		where: {
			jurisdictionId,
			stream: `meeting/${id}`,
			outcome: 'done',
			leaf: { contains: '"riskRead":"yes"' },
		},
		select: { leaf: true },
	})
	const items = entries.flatMap(({ leaf }) => {
		const entry = openEntry(leaf)
		if (entry.outcome !== 'done' || entry.kind !== 'outcome.noted') return []
		return entry.detail.riskRead === 'yes' ? (entry.detail.item ?? []) : []
	})
	return new Set(items)
}

/** The outcomes that a substitute entered, each delegation once. */
export async function recordedFor({ meeting, tx }: MeetingWork, nameOf: (personId: string) => string) {
	const { jurisdictionId, id: meetingId } = meeting
	const acts = await tx.delegatedAct.findMany({
		where: { jurisdictionId, meetingId },
		orderBy: { id: 'asc' },
		include: {
			delegation: { select: { startsOn: true, endsOn: true, delegator: { select: { name: true } } } },
		},
	})
	const entered = acts.filter(({ substituteId, actedAt }) =>
		meeting.items.some(
			({ outcome }) =>
				outcome?.recordedBy === substituteId && outcome.recordedAt.getTime() === actedAt.getTime(),
		),
	)
	const once = new Map(entered.map((act) => [act.delegationId, act]))
	return [...once.values()].map(({ delegationId, substituteId, delegatorId, delegation }) => {
		const { startsOn, endsOn, delegator } = delegation
		return {
			recorder: { id: substituteId, name: nameOf(substituteId) },
			actedFor: { delegationId, startsOn, endsOn, delegator: { id: delegatorId, name: delegator.name } },
		}
	})
}
