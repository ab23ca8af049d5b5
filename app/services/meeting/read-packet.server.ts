import { recheckVerdictOf, replyAnswerOf } from '#app/db/code-columns.server.ts'
import { openEntry } from '#app/domain/act/trail-entry.ts'
import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { type Reference, loadReference } from '#app/db/load-reference.server.ts'
import type { ClearanceFacts } from '#app/domain/agenda-gate/dossier.ts'
import type { RuleDecision } from '#app/domain/agenda-gate/evaluate-gate.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { RecheckVerdict, ReplyAnswer } from '#app/domain/opinion/reply.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { type ProposalTerm, judgeProposal } from '#app/domain/meeting/proposal-terms.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import { compareVersionsById } from '#app/services/redline/compare-versions.server.ts'
import {
	type OpinionPaperFacts,
	composeSignedPaper,
} from '#app/services/opinion/compose-opinion-paper.server.ts'
import { type MeetingHeading, openMeeting } from './open-meeting.server.ts'
import { type AgendaEntry, agendaEntries } from './read-meeting-page.server.ts'
import { type VersionReading, readVersionFromBytes } from '#app/services/files/read-as-stored.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { type VerifiedLine, verifyAgenda } from '#app/services/clearance/verify-agenda.server.ts'

/** What the drafting unit answered to one item, and what the reviewer made of it. */
export type PrintedReply = {
	readonly place: string
	readonly problem: string
	readonly answer: ReplyAnswer | null
	readonly text: string
	readonly verdict: RecheckVerdict | null
}

/** The pages of one item: only what was verified at this moment gets any. */
export type PacketItem = {
	readonly agendaItemId: string
	readonly matterId: string
	readonly title: string
	readonly organ: string
	readonly presenter: string
	readonly minutes: number | null
	readonly tracks: readonly Track[]
	readonly clearance: ClearanceFacts
	readonly rules: readonly RuleDecision[]
	readonly terms: readonly ProposalTerm[]
	readonly contentSha256: string
	readonly versionNo: number
	/** The cleared text as it was read, and the hash of its file. */
	readonly reading: Pick<VersionReading, 'document' | 'fileSha256'>
	readonly opinion: OpinionPaperFacts | null
	readonly replies: readonly PrintedReply[]
	/** What changed since the version that the opinion was on; null where that very version was cleared. */
	readonly changes: { readonly sinceVersionNo: number; readonly blocks: readonly RedlineBlock[] } | null
}

export type Packet = {
	readonly heading: MeetingHeading
	readonly agenda: readonly AgendaEntry[]
	readonly items: readonly PacketItem[]
	readonly verifiedAt: string
}

/**
 * Reads the meeting papers. Every line is verified now, from the view to the bytes on disk; an item that fails is
 * named on the agenda and none of its pages is here.
 */
export async function readPacket(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<Packet, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'packet.read')
	if (!opened.ok) return opened
	const { meeting, heading } = opened.value
	const lines = await verifyAgenda(shell, meeting.jurisdictionId, meeting.id)
	const sound = lines.filter((line) => line.problem === null)
	const reference = await loadReference(shell.db, plainDateIn(shell.now()))
	const agenda = agendaEntries(meeting, lines)
	const consents = await loadConsents(shell, meeting)
	const items: PacketItem[] = []
	for (const entry of agenda) {
		const line = sound.find((candidate) => candidate.listing.agendaItemId === entry.agendaItemId)
		if (!line?.dossier.clearance) continue
		const opinion = opinionInForce(line.matter)
		items.push({
			agendaItemId: entry.agendaItemId,
			matterId: line.matter.id,
			title: entry.title,
			organ: entry.organ,
			presenter: entry.presenter,
			minutes: entry.minutes,
			tracks: tracksOf(line.matter),
			clearance: line.dossier.clearance,
			rules: line.decision.rules,
			terms: termsOf(meeting, entry.agendaItemId, consents, reference),
			contentSha256: line.listing.contentSha256,
			versionNo: line.dossier.versionNo ?? 0,
			reading: await readClearedText(shell, line),
			opinion: opinion ? await composeSignedPaper(shell, deskOf(line.matter, reference), opinion.id) : null,
			replies: repliesOf(line.matter),
			changes: await changesOf(shell, line.matter),
		})
	}
	return accept({
		heading,
		agenda,
		items,
		verifiedAt: shell.now().toISOString(),
	})
}

function deskOf(matter: MatterRecord, reference: Reference) {
	return { matter, reference, heading: { tracks: tracksOf(matter) } }
}

/**
 * The text of a verified line, read anew from the very bytes that were cleared: the text and the reading that the
 * database keeps beside them are for the screen, and no clearance is bound to them.
 */
async function readClearedText(shell: Shell, { matter }: VerifiedLine): Promise<PacketItem['reading']> {
	const files = matter.currentVersion?.files ?? []
	const { document, fileSha256 } = await readVersionFromBytes(shell, files)
	return { document, fileSha256 }
}

/** The words of the leaders' consent by proposal, as the trail holds them since the proposal was made. */
async function loadConsents(shell: Shell, meeting: MeetingRecord): Promise<ReadonlyMap<string, string>> {
	const rows = await shell.db.auditEntry.findMany({
		where: {
			jurisdictionId: meeting.jurisdictionId,
			kind: 'agenda.proposed',
			outcome: 'done',
			matterId: { in: meeting.items.flatMap((item) => item.matterId ?? []) },
		},
		select: { leaf: true },
	})
	return new Map(
		rows.flatMap(({ leaf }) => {
			const entry = openEntry(leaf)
			if (entry.outcome !== 'done' || entry.kind !== 'agenda.proposed') return []
			return [[entry.detail.item ?? '', entry.detail.consent ?? ''] as const]
		}),
	)
}

function termsOf(
	meeting: MeetingRecord,
	agendaItemId: string,
	consents: ReadonlyMap<string, string>,
	{ calendar }: Reference,
): readonly ProposalTerm[] {
	const item = meeting.items.find((each) => each.id === agendaItemId)
	if (!item) return []
	const proposal = {
		proposedOn: plainDateIn(item.proposedAt),
		meetingOn: plainDateIn(meeting.startsAt),
		consent: consents.get(agendaItemId) ?? '',
	}
	return judgeProposal(proposal, calendar)
}

/** The clauses that changed between the version of the opinion and the one that was cleared. */
async function changesOf(shell: Shell, matter: MatterRecord): Promise<PacketItem['changes']> {
	const opinion = opinionInForce(matter)
	if (!opinion || opinion.versionId === matter.currentVersionId) return null
	const { redline } = await compareVersionsById(shell, matter, opinion.versionId, matter.currentVersionId)
	return {
		sinceVersionNo: opinion.version.versionNo,
		blocks: redline.blocks.filter((block) => block.kind !== 'unchanged' && block.kind !== 'renumbered'),
	}
}

function repliesOf(matter: MatterRecord): PrintedReply[] {
	const signed = new Set(
		matter.rechecks.filter((recheck) => recheck.decision === 'signed').map((recheck) => recheck.id),
	)
	return (opinionInForce(matter)?.items ?? []).map((item) => {
		const reply = item.replies.at(-1)
		const verdict = item.recheckItems.filter((each) => signed.has(each.recheckId)).at(-1)?.verdict
		return {
			place: item.place,
			problem: item.problem,
			answer: replyAnswerOf(reply?.answer ?? null),
			text: [reply?.text, reply?.reason].filter(Boolean).join(' '),
			verdict: recheckVerdictOf(verdict ?? null),
		}
	})
}
