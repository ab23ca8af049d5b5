import { loadChangedLaws } from '#app/db/load-changed-laws.server.ts'
import { unconfirmedChanges } from '#app/domain/agenda-gate/dossier-of-matter.ts'
import { nameChange } from '#app/domain/statutes/statute-change.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import { confirmSignature } from '#app/services/command/confirm-signature.server.ts'
import { isOwnPassword } from '#app/services/account/sign-in.server.ts'
import { type ReviewHeading, openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import { liveClearance } from '#app/services/clearance/genuine-clearances.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * [28] Laws that a cleared text cites have changed since: the signing officer confirms by name, with the reason, that
 * the clearance stands all the same. It counts for these changes and this clearance; the next change asks again.
 */
export async function confirmLaw(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: { readonly words: string; readonly password: string },
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	const isOwn = await isOwnPassword(shell, actor, given.password)
	const body = { words: given.words }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'law.confirmed' }, async (work) => {
		const signed = await confirmSignature(work, isOwn)
		if (!signed.ok) return signed
		const words = readWords('words', given.words)
		if (!words.ok) return words
		const clearance = liveClearance(shell, work.matter)
		const changed = (await loadChangedLaws(work.tx, [work.matter], work.at)).of(work.matter)
		const laws = unconfirmedChanges(work.matter, changed).map(nameChange)
		if (!clearance || laws.length === 0)
			return refuse({ code: 'unfitting', field: 'words', problem: 'law-unchanged' })
		await work.tx.lawConfirmation.create({
			data: {
				jurisdictionId: work.matter.jurisdictionId,
				id: shell.newId(),
				clearanceId: clearance.id,
				laws: laws.join('\n'),
				words: words.value,
				confirmedBy: actor.personId,
				postId: work.post.id,
				confirmedAt: work.at,
			},
		})
		work.note({ clearance: clearance.id, laws, words: words.value })
		return accept({ matterId: work.matter.id })
	})
}

export type LawPage = {
	readonly heading: ReviewHeading
	/** The changes that nobody has confirmed, and all of them; the last day that the table knows of. */
	readonly open: readonly string[]
	readonly all: readonly string[]
	readonly reaches: string | null
	readonly mayConfirm: boolean
}

/** Reads what the table of statutes says of a matter's cleared text, for whoever sees the matter. */
export async function readLawPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<LawPage, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { heading, matter } = opened.value
	const laws = await loadChangedLaws(shell.db, [matter], shell.now())
	const open = unconfirmedChanges(matter, laws.of(matter)).map(nameChange)
	return accept({
		heading,
		open,
		all: laws.of(matter).map(nameChange),
		reaches: laws.reaches,
		mayConfirm: heading.open.includes('law.confirmed') && open.length > 0,
	})
}
