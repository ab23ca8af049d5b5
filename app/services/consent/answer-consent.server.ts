import { type ConsentItem, consentStanding } from '#app/domain/meeting/leader-consent.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type MatterOrder,
	type MatterWork,
	commandOnMatter,
} from '#app/services/command/command-on-matter.server.ts'
import { judgePassword } from '#app/services/command/confirm-signature.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { consentSubject } from './ask-consent.server.ts'

type Order = Omit<MatterOrder, 'body'>
type Answer = Promise<Result<Done<{ matterId: string }>, Refusal>>

/** What a leader signs with: the password, and the text that the page showed. */
export type GivenConsent = { readonly password: string; readonly contentSha256: string }

/**
 * [30] The leader consents that the item is brought up: by the leader who was asked, on the text that their page showed.
 * Over another text the page is stale, and the leader reads anew.
 */
export async function giveConsent(shell: Shell, actor: Actor, order: Order, given: GivenConsent): Answer {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const signing = { ...order, body: { contentSha256: given.contentSha256 } }
	return commandOnMatter(shell, actor, signing, { act: 'consent.given' }, async (work) => {
		const { item, contentSha256, row } = consentSubject(work)
		if (!isAskedNow(work, item)) return refuse({ code: 'not-permitted', act: 'consent.given' })
		if (given.contentSha256 !== contentSha256) return refuse({ code: 'stale-page', changes: [] })
		const signed = await judgePassword(work, isOwn)
		if (!signed.ok) return signed
		await work.tx.leaderConsent.create({ data: { ...row, ...ownHand(work), isGiven: true, words: '' } })
		work.note({ item: item.id, contentSha256, leader: actor.personId })
		return accept({ matterId: work.matter.id })
	})
}

/** The leader sends the item back with a reason, or takes back what was consented to, while the agenda is not fixed. */
export async function declineConsent(shell: Shell, actor: Actor, order: Order, typed: string): Answer {
	const declining = { ...order, body: { words: typed } }
	return commandOnMatter(shell, actor, declining, { act: 'consent.declined' }, async (work) => {
		const { item, contentSha256, row } = consentSubject(work)
		if (!isAskedNow(work, item)) return refuse({ code: 'not-permitted', act: 'consent.declined' })
		const words = readWords('words', typed)
		if (!words.ok) return words
		await work.tx.leaderConsent.create({
			data: { ...row, ...ownHand(work), isGiven: false, words: words.value },
		})
		work.note({ item: item.id, contentSha256, leader: actor.personId, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

/** Whether the newest word on the item is this leader's to say: they were asked, or have consented. */
function isAskedNow({ matter, actor }: MatterWork, item: ConsentItem): boolean {
	const standing = consentStanding(item, matter)
	if (standing.state !== 'asked' && standing.state !== 'given') return false
	return standing.row.leaderId === actor.personId
}

function ownHand({ actor, today }: MatterWork) {
	return { leaderId: actor.personId, leaderName: actor.name, signedOn: today }
}
