import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadMeeting } from '#app/db/load-meeting.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { dayProblem, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import { agendaDigest, approvalStanding } from '#app/domain/meeting/agenda-approval.ts'
import { SIGNER_NAME_LIMIT } from '#app/domain/meeting/leader-consent.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MeetingOrder,
	type MeetingWork,
	commandOnMeeting,
} from '#app/services/command/command-on-meeting.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import { type GivenFile, fileFacts, storeFiles, takePaper } from '#app/services/files/take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MeetingOrder, 'body'>
type Answer = Promise<Result<Done<{ meetingId: string }>, Refusal>>

const on = <Act extends 'approval.asked' | 'approval.filed' | 'agenda.approved' | 'agenda.sent-back'>(
	act: Act,
) => ({ act, event: { type: act }, matterIds: [] }) as const

/** The columns that every word on an agenda's approval has. */
function rowOn({ meeting, actor, post, at, shell }: MeetingWork) {
	return {
		jurisdictionId: meeting.jurisdictionId,
		id: shell.newId(),
		meetingId: meeting.id,
		agendaSha256: agendaDigest(meeting),
		recordedBy: actor.personId,
		postId: post.id,
		recordedAt: at,
	}
}

/** [32] The secretary lays the agenda before its chair; where the meeting names none, before the leader who presides. */
export async function askApproval(shell: Shell, actor: Actor, order: Order, leaderId: string): Answer {
	const asking = { ...order, body: { leaderId } }
	return commandOnMeeting(shell, actor, asking, on('approval.asked'), async (work) => {
		const { meeting } = work
		const approverId = meeting.chairId ?? leaderId
		const leaders = await loadHolders(work.tx, meeting.jurisdictionId, ['leader'])
		if (meeting.chairId === null && !leaders.includes(approverId))
			return refuse({ code: 'unfitting', field: 'leaderId', problem: 'missing' })
		const names = await loadPersonNames(work.tx, meeting.jurisdictionId, [approverId])
		const row = rowOn(work)
		const approver = { approverId, approverName: names.get(approverId) ?? '' }
		await work.tx.agendaApproval.create({ data: { ...row, ...approver, words: '' } })
		work.note({ agenda: row.agendaSha256, approver: approverId })
		work.tell({ personIds: [approverId], matterId: null })
		return accept({ meetingId: meeting.id })
	})
}

/** A paper that whoever presides signed outside the system: who, on which day, and the paper itself. */
export type FiledApproval = {
	readonly approverName: string
	readonly signedOn: string
	readonly file: GivenFile | null
}

/** 附签批件: attaches the agenda that its chair signed on paper. Without the paper nothing is entered. */
export async function fileApproval(shell: Shell, actor: Actor, order: Order, given: FiledApproval): Answer {
	const isKeeper = await keepsAgenda(shell, actor, order.meetingId)
	const taken = isKeeper && given.file ? await takePaper(shell.reader, given.file) : null
	if (taken?.ok) {
		const stored = await storeFiles(shell, [taken.value])
		if (!stored.ok) return stored
	}
	const { approverName, signedOn } = given
	const body = { approverName, signedOn, file: taken?.ok ? fileFacts(taken.value) : null }
	const filing = { ...order, body }
	const answer = await commandOnMeeting(shell, actor, filing, on('approval.filed'), async (work) => {
		if (taken === null) return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
		if (!taken.ok) return taken
		const name = readWords('approverName', approverName, SIGNER_NAME_LIMIT)
		if (!name.ok) return name
		const problem = dayProblem(signedOn) ?? (signedOn > plainDateIn(work.at) ? 'in-the-future' : null)
		if (problem) return refuse({ code: 'unfitting', field: 'signedOn', problem })
		const { name: fileName, sha256: fileSha256, mediaType } = taken.value
		const row = rowOn(work)
		const paper = { fileName, fileSha256, mediaType, signedOn, approverName: name.value }
		await work.tx.agendaApproval.create({ data: { ...row, ...paper, isGiven: true, words: '' } })
		const noted = { agenda: row.agendaSha256, approver: name.value, signedOn }
		work.note({ ...noted, file: fileName, sha256: fileSha256 }, [fileSha256])
		return accept({ meetingId: work.meeting.id })
	})
	return alertWhenClassified(shell, actor, order.key, answer)
}

/** Asked before a file is read or stored; the command asks again. */
async function keepsAgenda(shell: Shell, actor: Actor, meetingId: string): Promise<boolean> {
	const meeting = await loadMeeting(shell.db, actor.jurisdictionId, meetingId)
	if (meeting?.state !== 'preparing') return false
	const subject = { jurisdictionId: meeting.jurisdictionId, meetingOrganId: meeting.organId }
	return permit(actor, 'approval.filed', subject).ok
}

/** What whoever presides signs with: the password, and the agenda that the page showed. */
export type GivenApproval = { readonly password: string; readonly agendaSha256: string }

/** [32] Whoever was asked approves the agenda that their page showed; over another one the page is stale. */
export async function approveAgenda(shell: Shell, actor: Actor, order: Order, given: GivenApproval): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const signing = { ...order, body: { agendaSha256: given.agendaSha256 } }
	return commandOnMeeting(shell, actor, signing, on('agenda.approved'), async (work) => {
		if (!isAskedNow(work)) return refuse({ code: 'not-permitted', act: 'agenda.approved' })
		const row = rowOn(work)
		if (given.agendaSha256 !== row.agendaSha256) return refuse({ code: 'stale-page', changes: [] })
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		await work.tx.agendaApproval.create({ data: { ...row, ...ownHand(work), isGiven: true, words: '' } })
		work.note({ agenda: row.agendaSha256 })
		await tellSecretaries(work)
		return accept({ meetingId: work.meeting.id })
	})
}

/** Whoever presides sends the agenda back with a reason, or takes the approval back, while it is not fixed. */
export async function sendAgendaBack(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { words: typed }
	return commandOnMeeting(shell, actor, { ...order, body }, on('agenda.sent-back'), async (work) => {
		if (!isAskedNow(work)) return refuse({ code: 'not-permitted', act: 'agenda.sent-back' })
		const words = readWords('words', typed)
		if (!words.ok) return words
		const row = rowOn(work)
		const answer = { ...row, ...ownHand(work), isGiven: false, words: words.value }
		await work.tx.agendaApproval.create({ data: answer })
		work.note({ agenda: row.agendaSha256, words: words.value })
		await tellSecretaries(work)
		return accept({ meetingId: work.meeting.id })
	})
}

/** Whether the newest word on this agenda is the actor's to say: they were asked, or have approved it. */
function isAskedNow({ meeting, actor }: MeetingWork): boolean {
	const standing = approvalStanding(meeting)
	if (standing.state !== 'asked' && standing.state !== 'given') return false
	return standing.row.approverId === actor.personId
}

function ownHand({ actor, at }: MeetingWork) {
	return { approverId: actor.personId, approverName: actor.name, signedOn: plainDateIn(at) }
}

async function tellSecretaries(work: MeetingWork): Promise<void> {
	const { jurisdictionId, organId } = work.meeting
	const personIds = await loadHolders(work.tx, jurisdictionId, ['secretary'], organId)
	work.tell({ personIds, matterId: null })
}
