import { loadMatters } from '#app/db/load-matter.server.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import { type ApprovalRecord, agendaDigest, approvalStanding } from '#app/domain/meeting/agenda-approval.ts'
import {
	type ConsentRecord,
	type ConsentStanding,
	consentStanding,
} from '#app/domain/meeting/leader-consent.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { openMeeting } from '#app/services/meeting/open-meeting.server.ts'
import {
	type AgendaEntry,
	type MeetingPage,
	readMeetingPage,
} from '#app/services/meeting/read-meeting-page.server.ts'
import { leadersOf } from './read-consent-page.server.ts'

/** A line of the agenda as its chair reads it: what its review said, and who consented that it is brought up. */
export type ApprovalEntry = AgendaEntry & {
	readonly opinion: { readonly number: string; readonly conclusion: Conclusion } | null
	readonly consent: {
		readonly state: ConsentStanding<unknown>['state']
		readonly by: string
		readonly on: string
		readonly way: 'signed' | 'paper' | null
	}
}

/** One word on the approval, as the page tells it. */
export type ApprovalLine = {
	readonly id: string
	readonly kind: 'asked' | 'signed' | 'paper' | 'returned'
	readonly approver: string
	readonly on: string
	readonly words: string
	readonly isOnThisAgenda: boolean
	readonly file: { readonly name: string; readonly sha256: string } | null
}

/** The page on which the chair approves the agenda, and on which the secretary asks or attaches a signed paper. */
export type ApprovalPage = Pick<MeetingPage, 'heading'> & {
	readonly agenda: readonly ApprovalEntry[]
	readonly agendaSha256: string
	readonly state: ReturnType<typeof approvalStanding>['state']
	readonly lines: readonly ApprovalLine[]
	/** What waits in the pool and is not on this agenda. */
	readonly left: readonly { readonly title: string; readonly isOpen: boolean }[]
	/** Who may preside, where the meeting names no chair. */
	readonly leaders: readonly { readonly id: string; readonly name: string }[] | null
	/** The newest word on this agenda is this reader's to say. */
	readonly isTheirs: boolean
}

/** Reads the page; whoever reads the meeting reads who approved its agenda. */
export async function readApprovalPage(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<ApprovalPage, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'meeting.read')
	if (!opened.ok) return opened
	const read = await readMeetingPage(shell, actor, meetingId)
	if (!read.ok) return read
	const { meeting } = opened.value
	const { jurisdictionId } = meeting
	const matters = await loadMatters(
		shell.db,
		jurisdictionId,
		read.value.agenda.flatMap(({ matterId }) => matterId ?? []),
	)
	const standing = approvalStanding(meeting)
	const digest = agendaDigest(meeting)
	return accept({
		heading: read.value.heading,
		agenda: read.value.agenda.map((entry) => {
			const matter = matters.find(({ id }) => id === entry.matterId)
			const item = matter?.agendaItems.find(({ id }) => id === entry.agendaItemId)
			const opinion = matter ? opinionInForce(matter) : null
			const consent = matter && item ? consentStanding(item, matter) : ({ state: 'not-needed' } as const)
			return { ...entry, opinion: opinion && opinionLine(opinion), consent: consentLine(consent) }
		}),
		agendaSha256: digest,
		state: standing.state,
		lines: meeting.approvals.map((row) => lineOf(row, digest)),
		left: read.value.pool.map(({ title, isOpen }) => ({ title, isOpen })),
		leaders: meeting.chairId === null ? await leadersOf(shell, jurisdictionId) : null,
		isTheirs: 'row' in standing && standing.row.approverId === actor.personId,
	})
}

function opinionLine({ number, conclusion }: { number: string; conclusion: Conclusion }) {
	return { number, conclusion }
}

function consentLine(consent: ConsentStanding<ConsentRecord>): ApprovalEntry['consent'] {
	return {
		state: consent.state,
		by: 'row' in consent ? consent.row.leaderName : '',
		on: consent.state === 'given' ? consent.on : '',
		way: consent.state === 'given' ? consent.way : null,
	}
}

function lineOf(row: ApprovalRecord, digest: string): ApprovalLine {
	const way = row.fileSha256 === null ? 'signed' : 'paper'
	return {
		id: row.id,
		kind: row.isGiven === null ? 'asked' : row.isGiven ? way : 'returned',
		approver: row.approverName,
		on: way === 'paper' ? (row.signedOn ?? '') : row.recordedAt.toISOString(),
		words: row.words,
		isOnThisAgenda: row.agendaSha256 === digest,
		file: row.fileSha256 && row.fileName ? { name: row.fileName, sha256: row.fileSha256 } : null,
	}
}

/** The paper that whoever presides signed, for whoever reads the meeting. */
export async function readApprovalFile(shell: Shell, actor: Actor, meetingId: string, sha256: string) {
	const opened = await openMeeting(shell, actor, meetingId, 'meeting.read')
	if (!opened.ok) return opened
	const paper = opened.value.meeting.approvals.find(({ fileSha256 }) => fileSha256 === sha256)
	if (!paper?.fileName || !paper.mediaType) return refuse({ code: 'not-found' } as const)
	return accept({ name: paper.fileName, mediaType: paper.mediaType, bytes: await shell.blobs.read(sha256) })
}
