import { inSnapshot } from '#app/db/in-snapshot.server.ts'
import { findFaultsOf } from '#app/db/find-record-faults.server.ts'
import { loadDossiers } from '#app/db/load-dossier.server.ts'
import { loadCalendar, loadLimits } from '#app/db/load-reference.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { loadMatters } from '#app/db/load-matter.server.ts'
import { type AlteredAgenda, alteredAgenda, isAltered } from '#app/domain/meeting/altered-agenda.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { PaperKind, PaperOnPage } from '#app/domain/paper/paper.ts'
import { itemSheet } from '#app/documents/papers/item-sheet.ts'
import { agendaPaper } from '#app/documents/papers/meeting-papers.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type VerifiedLine, verifyAgenda } from '#app/services/clearance/verify-agenda.server.ts'
import { type FileOfPaper, readPaperFile } from '#app/services/paper/paper-file.server.ts'
import { type SealedPaper, onPage, readSealed } from '#app/services/paper/read-sealed.server.ts'
import type { Behind } from '#app/storage/checkpoints.server.ts'
import type { ReadShell, Shell } from '#app/services/shell.server.ts'
import { type MeetingHeading, openMeeting } from '#app/services/meeting/open-meeting.server.ts'
import { onTheTable } from './on-the-table.server.ts'
import { type PacketItem, packetItem } from './packet-item.server.ts'
import { type AgendaEntry, agendaEntries } from '#app/services/meeting/read-meeting-page.server.ts'
import { sheetFactsOf } from '#app/services/paper/sheet-facts.server.ts'

export type { PacketItem } from './packet-item.server.ts'

export type Packet = {
	readonly heading: MeetingHeading
	/** The meeting's own record, or one of its papers, is not as the trail left it. */
	readonly isAltered: boolean
	/** The agenda as it can be verified at this moment; after the meeting there is nothing left to verify. */
	readonly agenda: readonly AgendaEntry[]
	/** 会议议程: as it was sealed when it was fixed, before that as it would be. */
	readonly agendaPaper: PaperOnPage | null
	/** The agenda is another one than was sealed: what fell off it since, or joined it, is said by no sealed paper. */
	readonly isChanged: boolean
	/** Titles of what has fallen off a fixed agenda. */
	readonly fallen: readonly string[]
	readonly items: readonly PacketItem[]
	/** 会议通知, as it was sealed last; none while it names what has fallen off the agenda since. */
	readonly notice: PaperOnPage | null
	/** 议定结果, sealed when the record was closed. */
	readonly outcomes: PaperOnPage | null
	/** 会议纪要: the newest; those that a correction replaced stay, by their numbers. */
	readonly minutes: PaperOnPage | null
	readonly earlierMinutes: readonly { readonly id: string; readonly number: string }[]
	/** Papers whose sealed content is not the one that the trail holds: named, and not printed. */
	readonly broken: readonly string[]
	/** Whether the papers are those that members saw, read from what was sealed. */
	readonly isRecord: boolean
	/** What a deposit outside says of this database, where it is not the newest one: then nothing is shown or printed. */
	readonly behind: Behind | null
	readonly verifiedAt: string
}

/**
 * Reads the meeting papers. While the agenda is prepared they are written from the rows of this moment; once it is fixed
 * they are the papers that were sealed then, the same bytes for good. Before the meeting every line is verified anew, and
 * an item that fails is named and has no page; from the meeting on the packet is the record of what members saw.
 */
export async function readPacket(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<Packet, Refusal>> {
	const read = await inSnapshot(shell.db, (db) => readStanding({ ...shell, db }, actor, meetingId))
	if (!read.ok) return read
	const { meeting, sheets, ...standing } = read.value
	// What was cleared and sealed is never written again: its pages may be made afterwards.
	return accept({ ...standing, items: await itemsOf(shell, meeting, sheets) })
}

/** The packet without its items' pages, and what these are made of: all of one moment of the database. */
type Standing = Omit<Packet, 'items'> & { readonly meeting: MeetingRecord; readonly sheets: readonly Sheet[] }

async function readStanding(
	shell: ReadShell,
	actor: Actor,
	meetingId: string,
): Promise<Result<Standing, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'packet.read')
	if (!opened.ok) return opened
	const { meeting, heading } = opened.value
	const faults = await findFaultsOf(shell.db, 'meeting', meeting, true)
	const altered = alteredAgenda(meeting.items, faults)
	const verified = await verifyAgenda(shell, meeting.jurisdictionId, meeting.id)
	const lines = verified.map((line) => asAltered(line, altered))
	const sealed = await readSealed(shell, meeting.jurisdictionId, { meetingId: meeting.id })
	const isRecord = meeting.state === 'held' || meeting.state === 'closed'
	const papers = shell.checkpoints.behind.has(meeting.jurisdictionId)
		? NO_PAPERS
		: meeting.state === 'preparing'
			? await draftPapers(shell, withoutAltered(meeting, altered), lines)
			: await papersOfFixed(shell, withoutAltered(meeting, altered), sealed, lines)
	return accept({
		meeting,
		sheets: papers.sheets,
		heading,
		isAltered: altered.isWhole,
		agenda: isRecord ? [] : agendaEntries(meeting, lines, altered),
		agendaPaper: papers.agenda,
		isChanged: papers.isChanged === true,
		fallen: meeting.state === 'fixed' ? fallenTitles(meeting) : [],
		notice: papers.notice ?? null,
		outcomes: papers === NO_PAPERS ? null : lastOf(sealed, 'meeting-outcomes'),
		minutes: papers === NO_PAPERS ? null : lastOf(sealed, 'meeting-minutes'),
		earlierMinutes: papers === NO_PAPERS ? [] : replacedMinutes(sealed),
		broken: sealed.filter(({ isSound }) => !isSound).map(({ title }) => title),
		isRecord,
		behind: shell.checkpoints.behind.get(meeting.jurisdictionId) ?? null,
		verifiedAt: shell.now().toISOString(),
	})
}

/** A line whose own rows on the agenda were changed past the product has no page either. */
function asAltered(line: VerifiedLine, altered: AlteredAgenda): VerifiedLine {
	const problem = line.problem ?? (isAltered(altered, line.listing.agendaItemId) ? 'record-altered' : null)
	return { ...line, problem }
}

/** What nobody has listed by an act is printed on no agenda. */
function withoutAltered(meeting: MeetingRecord, altered: AlteredAgenda): MeetingRecord {
	return { ...meeting, items: meeting.items.filter(({ id }) => !isAltered(altered, id)) }
}

/** The Word file of one sealed paper of the meeting. */
export async function readFileOfMeetingPaper(
	shell: Shell,
	actor: Actor,
	meetingId: string,
	paperId: string,
): Promise<Result<FileOfPaper, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'packet.read')
	if (!opened.ok) return opened
	const { jurisdictionId, id } = opened.value.meeting
	const sealed = await readSealed(shell, jurisdictionId, { meetingId: id })
	const paper = sealed.find((each) => each.id === paperId)
	return paper ? readPaperFile(shell, jurisdictionId, paper) : refuse({ code: 'not-found' })
}

type Sheet = { readonly agendaItemId: string; readonly sheet: PaperOnPage }
/** Of a database that is not the newest nothing is printed. */
const NO_PAPERS: Papers = { agenda: null, sheets: [] }

type Papers = {
	readonly agenda: PaperOnPage | null
	readonly sheets: readonly Sheet[]
	readonly isChanged?: boolean
	readonly notice?: PaperOnPage | null
}

/** The papers as they would be sealed now, of the lines that can be verified. */
async function draftPapers(
	shell: ReadShell,
	meeting: MeetingRecord,
	lines: readonly VerifiedLine[],
): Promise<Papers> {
	const at = shell.now()
	const sound = lines.filter(({ problem }) => problem === null).map(({ listing }) => listing.agendaItemId)
	const { jurisdictionId } = meeting
	const matters = await loadMatters(
		shell.db,
		jurisdictionId,
		lines.map(({ listing }) => listing.matterId),
	)
	const facts = sheetFactsOf({
		meeting,
		matters,
		dossiers: await loadDossiers(shell.db, shell.clearanceKey.verify, matters, at),
		calendar: await loadCalendar(shell.db, plainDateIn(at)),
		limitsOn: await loadLimits(shell.db, plainDateIn(at)),
		approvers: await loadPersonNames(
			shell.db,
			meeting.jurisdictionId,
			meeting.urgents.map(({ approvedBy }) => approvedBy),
		),
		at,
	}).filter(({ agendaItemId }) => sound.includes(agendaItemId))
	const draft = (nodes: PaperOnPage['nodes']): PaperOnPage => ({ title: meeting.title, nodes, seal: null })
	return {
		agenda: draft(agendaPaper({ meeting, chair: null, approval: null, sheets: facts })),
		sheets: facts.map((each) => ({ agendaItemId: each.agendaItemId, sheet: draft(itemSheet(each)) })),
	}
}

/**
 * The papers of an agenda that was fixed. Before the meeting an item whose listing has fallen since has no page, and the
 * sealed agenda that still names it is not the one that is printed; what was before the members when they met stays in
 * the record.
 */
async function papersOfFixed(
	shell: ReadShell,
	meeting: MeetingRecord,
	sealed: readonly SealedPaper[],
	lines: readonly VerifiedLine[],
): Promise<Papers> {
	const sound = new Set(
		lines.filter(({ problem }) => problem === null).map(({ listing }) => listing.agendaItemId),
	)
	const onRecord = meeting.state === 'fixed' ? sound : await onTheTable(shell, meeting, sealed)
	const all = sealed.filter(({ kind }) => kind === 'item-sheet')
	const sheets = all.filter(
		({ isSound, aboutId }) => isSound && (sound.has(aboutId) || onRecord.has(aboutId)),
	)
	const agenda = sealed.findLast(({ kind }) => kind === 'meeting-agenda')
	const isAsSealed =
		all.every(({ aboutId, seal }) => sound.has(aboutId) && seal.sealedAt === agenda?.seal.sealedAt) &&
		sound.size === all.length
	const isChanged = meeting.state === 'fixed' && !isAsSealed
	const hasFallen = meeting.state === 'fixed' && !all.every(({ aboutId }) => sound.has(aboutId))
	return {
		notice: hasFallen ? null : lastOf(sealed, 'meeting-notice'),
		agenda: isChanged ? (await draftPapers(shell, meeting, lines)).agenda : lastOf(sealed, 'meeting-agenda'),
		sheets: sheets.map((sheet) => ({ agendaItemId: sheet.aboutId, sheet: onPage(sheet) })),
		isChanged,
	}
}

function fallenTitles({ items }: MeetingRecord): string[] {
	return items.filter(({ state }) => state === 'blocked').map(({ title }) => title)
}

/** The minutes that a later paper has replaced, newest first. */
function replacedMinutes(sealed: readonly SealedPaper[]): Packet['earlierMinutes'] {
	const sound = sealed.filter(({ kind, isSound }) => kind === 'meeting-minutes' && isSound)
	return sound
		.slice(0, -1)
		.map(({ id, number }) => ({ id, number: number ?? '' }))
		.toReversed()
}

function lastOf(sealed: readonly SealedPaper[], asked: PaperKind): PaperOnPage | null {
	const found = sealed.findLast(({ kind, isSound }) => kind === asked && isSound)
	return found ? onPage(found) : null
}

async function itemsOf(
	shell: Shell,
	meeting: MeetingRecord,
	sheets: readonly Sheet[],
): Promise<PacketItem[]> {
	const matters = await loadMatters(
		shell.db,
		meeting.jurisdictionId,
		meeting.items.flatMap(({ matterId }) => matterId ?? []),
	)
	const items: PacketItem[] = []
	for (const { agendaItemId, sheet } of sheets) {
		const item = meeting.items.find(({ id }) => id === agendaItemId)
		const matter: MatterRecord | undefined = matters.find(({ id }) => id === item?.matterId)
		if (item && matter) items.push(await packetItem(shell, item, matter, sheet))
	}
	return items
}
