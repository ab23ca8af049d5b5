import { tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { periodsFor } from '#app/domain/materials/checklist.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { CheckResult } from '#app/domain/meeting/meeting-check.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { checkSeparation } from '#app/services/command/check-separation.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { endDeadlines, startDeadline } from '#app/services/command/deadlines.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import { openRoundWithDrafter } from '#app/services/matter/open-round.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ checkId: string }>, Refusal>>

/** The reviewer's finding, as its form sends it. */
export type FindingGiven = { readonly result: CheckResult; readonly words: string }

/**
 * The reviewer holds the text against what the meeting said: as decided, it goes to the signing officer; otherwise back
 * to the drafting unit; beyond what the meeting said, into a new round, after which it must come before a meeting again.
 */
export function checkMeetingText(shell: Shell, actor: Actor, order: Order, given: FindingGiven): Answer {
	const body = { ...given }
	const command = { ...order, body }
	switch (given.result) {
		case 'as-decided':
			return commandOnMatter(shell, actor, command, { act: 'meeting-text.checked' }, async (work) => {
				const found = await writeFinding(work, given)
				if (!found.ok) return found
				work.change({ awaitingSignature: true })
				work.note(found.value.note)
				return accept({ checkId: found.value.checkId })
			})
		case 'sent-back':
			return commandOnMatter(shell, actor, command, { act: 'meeting-text.sent-back' }, async (work) => {
				const found = await writeFinding(work, given)
				if (!found.ok) return found
				await giveBack(work)
				work.note(found.value.note)
				return accept({ checkId: found.value.checkId })
			})
		case 'new-round':
			return commandOnMatter(shell, actor, command, { act: 'meeting-text.reopened' }, async (work) => {
				const found = await writeFinding(work, given)
				if (!found.ok) return found
				const round = await openRoundWithDrafter(work, 'changed-beyond-the-meeting')
				work.note({ ...found.value.note, round })
				return accept({ checkId: found.value.checkId })
			})
	}
}

/** Signs the check: exactly this text may be issued. The signature is made with the key that lives outside the database. */
export async function confirmMeetingText(
	shell: Shell,
	actor: Actor,
	order: Order,
	given: { readonly password: string },
): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	return commandOnMatter(
		shell,
		actor,
		{ ...order, body: {} },
		{ act: 'meeting-text.confirmed' },
		async (work) => {
			const signed = await confirmSignature(work, isOwn)
			if (!signed.ok) return signed
			const check = await waitingCheck(work)
			if (!check.ok) return check
			await decide(work, check.value, null)
			await endDeadlines(work)
			work.change({ awaitingSignature: false })
			const { id, revisionId, contentSha256 } = check.value
			work.note({ revision: revisionId, check: id, contentSha256 })
			return accept({ checkId: id })
		},
	)
}

/** Refuses the check in words: the text goes back to the drafting unit. */
export async function refuseMeetingText(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const body = { words: typed }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'meeting-text.refused' }, async (work) => {
		const apart = await checkSeparation(work, 'signing-officer')
		if (!apart.ok) return apart
		const words = readWords('words', typed)
		if (!words.ok) return words
		const check = await waitingCheck(work)
		if (!check.ok) return check
		await decide(work, check.value, words.value)
		await giveBack(work)
		const { id, revisionId, contentSha256 } = check.value
		work.note({ revision: revisionId, check: id, contentSha256, words: words.value })
		return accept({ checkId: id })
	})
}

type Found = {
	readonly checkId: string
	readonly note: { revision: string; check: string; contentSha256: string; words: string }
}

async function writeFinding(work: MatterWork, given: FindingGiven): Promise<Result<Found, Refusal>> {
	const apart = await checkSeparation(work, 'reviewer')
	if (!apart.ok) return apart
	const words = readWords('words', given.words)
	if (!words.ok) return words
	const { jurisdictionId, id: matterId, currentVersion } = work.matter
	const revision = await work.tx.meetingRevision.findFirst({
		where: { jurisdictionId, matterId },
		orderBy: { id: 'desc' },
	})
	if (!revision || revision.versionId !== currentVersion?.id)
		throw new Error(`matter ${matterId} is checked without a text that was handed in`)
	const { id: revisionId, versionId, contentSha256 } = revision
	const checkId = work.shell.newId()
	await work.tx.meetingCheck.create({
		data: {
			jurisdictionId,
			id: checkId,
			revisionId,
			matterId,
			versionId,
			contentSha256,
			result: given.result,
			words: words.value,
			reviewerId: work.actor.personId,
			postId: work.post.id,
			checkedAt: work.at,
		},
	})
	const note = { revision: revisionId, check: checkId, contentSha256, words: words.value }
	return accept({ checkId, note })
}

async function giveBack(work: MatterWork): Promise<void> {
	await endDeadlines(work)
	await startDeadline(work, 'amend', periodsFor(tracksOf(work.matter), work.reference.periods).revise)
	work.change({ awaitingSignature: false })
}

/** The finding that waits for its signature; it must be on the text that is there. */
async function waitingCheck({ tx, matter }: MatterWork) {
	const { jurisdictionId, id: matterId, currentVersion } = matter
	const check = await tx.meetingCheck.findFirst({
		where: { jurisdictionId, matterId, result: 'as-decided', decision: { is: null } },
		orderBy: { id: 'desc' },
	})
	return check && check.contentSha256 === currentVersion?.contentSha256
		? accept(check)
		: refuse({ code: 'unfitting', field: 'recheck', problem: 'none-waiting' } as const)
}

type Waiting = Extract<Awaited<ReturnType<typeof waitingCheck>>, { readonly ok: true }>['value']

async function decide(work: MatterWork, check: Waiting, refusedFor: string | null): Promise<void> {
	const { jurisdictionId, id: checkId, matterId, versionId, contentSha256, reviewerId } = check
	const of = { jurisdictionId, checkId, matterId, versionId, contentSha256, reviewerId }
	const by = { decidedBy: work.actor.personId, postId: work.post.id }
	const { keyId, signCheck } = work.shell.clearanceKey
	const signature = () => signCheck({ ...of, ...by, decidedAt: work.at.toISOString(), keyId })
	await work.tx.meetingCheckDecision.create({
		data: {
			...of,
			...by,
			decidedAt: work.at,
			...(refusedFor === null
				? { decision: 'signed', keyId, signature: signature() }
				: { decision: 'refused', words: refusedFor }),
		},
	})
}
