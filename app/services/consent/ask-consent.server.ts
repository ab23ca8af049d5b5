import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { openItem } from '#app/domain/matter-record/agenda-records.ts'
import { dayProblem } from '#app/domain/calendar/plain-date.ts'
import { SIGNER_NAME_LIMIT } from '#app/domain/meeting/leader-consent.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { alertWhenClassified } from '#app/services/files/alert-security.server.ts'
import { mayBringFiles, storeIfTaken } from '#app/services/files/may-bring-files.server.ts'
import { type GivenFile, fileFacts, takePaper } from '#app/services/files/take-file.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What every word on a consent is about: the item that waits, and the text as it is now. */
export function consentSubject(work: MatterWork) {
	const item = openItem(work.matter)
	if (!item) throw new Error('the workflow asks for an item that waits')
	const row = askedRow(work, item.id)
	return { item, contentSha256: row.contentSha256, row }
}

/** The columns that every word on a consent has: the item, the text, and whose hand wrote it. */
export function askedRow({ matter, actor, post, at, shell }: MatterWork, agendaItemId: string) {
	const { jurisdictionId, id: matterId, currentVersion } = matter
	if (!currentVersion) throw new Error('what was submitted has a text')
	return {
		jurisdictionId,
		id: shell.newId(),
		agendaItemId,
		matterId,
		versionId: currentVersion.id,
		contentSha256: currentVersion.contentSha256,
		title: matter.title,
		recordedBy: actor.personId,
		postId: post.id,
		recordedAt: at,
	}
}

/** A leader of the government who may be asked today, by name. */
export async function findLeader(work: MatterWork, leaderId: string): Promise<Result<string, Refusal>> {
	const leaders = await loadHolders(work.tx, work.matter.jurisdictionId, ['leader'])
	const names = await loadPersonNames(work.tx, work.matter.jurisdictionId, [leaderId])
	const name = names.get(leaderId)
	if (name === undefined || !leaders.includes(leaderId))
		return refuse({ code: 'unfitting', field: 'leaderId', problem: 'unknown' })
	return accept(name)
}

/** Asks a leader to consent to the item: they sign in the system, and nobody signs for them. */
export async function askConsent(shell: Shell, actor: Actor, order: Order, leaderId: string): Answer {
	const asking = { ...order, body: { leaderId } }
	return commandOnMatter(shell, actor, asking, { act: 'consent.asked' }, async (work) => {
		const leader = await findLeader(work, leaderId)
		if (!leader.ok) return leader
		const { item, contentSha256, row } = consentSubject(work)
		await work.tx.leaderConsent.create({ data: { ...row, leaderId, leaderName: leader.value, words: '' } })
		work.note({ item: item.id, contentSha256, leader: leaderId })
		work.tell({ personIds: [leaderId], matterId: work.matter.id })
		return accept({ matterId: work.matter.id })
	})
}

/** A paper that a leader signed outside the system: who, on which day, and the paper itself. */
export type FiledConsent = {
	readonly leaderName: string
	readonly signedOn: string
	readonly file: GivenFile | null
}

/** 附签批件: attaches the paper that a leader signed. Without the paper nothing is entered. */
export async function fileConsent(shell: Shell, actor: Actor, order: Order, given: FiledConsent): Answer {
	const may = await mayBringFiles(shell, actor, order.matterId, 'consent.filed')
	const taken = may.ok && given.file ? await takePaper(shell.reader, given.file) : null
	const bringing = { matterId: order.matterId, act: 'consent.filed' } as const
	const stored = await storeIfTaken(shell, actor, bringing, taken?.ok ? [taken.value] : [])
	if (!stored.ok) return stored
	const { leaderName, signedOn } = given
	const body = { leaderName, signedOn, file: taken?.ok ? fileFacts(taken.value) : null }
	const filing = { ...order, body }
	const answer = await commandOnMatter(shell, actor, filing, { act: 'consent.filed' }, async (work) => {
		if (!may.ok) return may
		if (taken === null) return refuse({ code: 'unfitting', field: 'file', problem: 'missing' })
		if (!taken.ok) return taken
		if (!stored.value) return refuse({ code: 'stale-page', changes: [] })
		const name = readWords('leaderName', leaderName, SIGNER_NAME_LIMIT)
		if (!name.ok) return name
		const problem = dayProblem(signedOn) ?? (signedOn > work.today ? 'in-the-future' : null)
		if (problem) return refuse({ code: 'unfitting', field: 'signedOn', problem })
		const { item, contentSha256, row } = consentSubject(work)
		const { name: fileName, sha256: fileSha256, mediaType } = taken.value
		const paper = { fileName, fileSha256, mediaType }
		await work.tx.leaderConsent.create({
			data: { ...row, ...paper, isGiven: true, leaderId: null, leaderName: name.value, signedOn, words: '' },
		})
		const noted = { item: item.id, contentSha256, leader: name.value, signedOn }
		work.note({ ...noted, file: fileName, sha256: fileSha256 }, [fileSha256])
		return accept({ matterId: work.matter.id })
	})
	return alertWhenClassified(shell, actor, order.key, answer)
}
