import { type PresentText, isOnPresentText } from '#app/domain/matter/signed-text.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'

/** The longest name of whoever signed a paper outside the system (附签批件), in UTF-16 code units. */
export const SIGNER_NAME_LIMIT = 50

/** What was asked of a leader, or what that leader answered: by their own hand, or on a signed paper (附签批件). */
export type ConsentRecord = {
	readonly id: string
	readonly agendaItemId: string
	readonly contentSha256: string
	/** The title that the matter had; null in rows of earlier releases. */
	readonly title: string | null
	/** Null: asked, and not answered. */
	readonly isGiven: boolean | null
	/** The leader in the system; null where a paper names somebody. */
	readonly leaderId: string | null
	readonly leaderName: string
	/** A plain date; of a signature in the system its own day. */
	readonly signedOn: string | null
	readonly words: string
	readonly fileName: string | null
	readonly fileSha256: string | null
	readonly mediaType: string | null
	readonly recordedAt: Date
}

/** How a consent was given: signed in the system, or on a paper that is attached. */
export type ConsentWay = 'signed' | 'paper'

/** The item's side of it: before whom it goes, and since when. */
export type ConsentItem = { readonly organId: string; readonly proposedAt: Date }

/** The matter's side of the question: who drafts it, what its text is, and what was said of consent, oldest first. */
export type ConsentedMatter = PresentText & {
	readonly organId: string
	readonly consents: readonly Pick<
		ConsentRecord,
		'contentSha256' | 'title' | 'isGiven' | 'leaderId' | 'fileSha256' | 'signedOn' | 'recordedAt'
	>[]
}

/**
 * How it stands with the leader's consent to bring an item up (分管领导同意上会). A consent holds for the text that it was
 * given to, under the title that it had: over another text or title the same leader is asked again, and a paper has to be
 * signed again.
 */
export type ConsentStanding<Row> =
	| { readonly state: 'not-needed' }
	| { readonly state: 'none' }
	| { readonly state: 'asked'; readonly row: Row; readonly leaderId: string }
	| { readonly state: 'given'; readonly row: Row; readonly way: ConsentWay; readonly on: string }
	| { readonly state: 'returned' | 'lapsed'; readonly row: Row }

/** What was said since an item was proposed: one that moves to another meeting takes its consent with it. */
export function consentsOn<Row extends { readonly recordedAt: Date }>(
	{ proposedAt }: Pick<ConsentItem, 'proposedAt'>,
	rows: readonly Row[],
): Row[] {
	return rows.filter(({ recordedAt }) => recordedAt.getTime() >= proposedAt.getTime())
}

/** The newest word on an item counts. An organ's own meeting asks no leader: its head brings the item up by proposing it. */
export function consentStanding<Matter extends ConsentedMatter>(
	item: ConsentItem,
	matter: Matter,
): ConsentStanding<Matter['consents'][number]> {
	if (item.organId === matter.organId) return { state: 'not-needed' }
	const row = consentsOn(item, matter.consents).at(-1)
	if (row === undefined) return { state: 'none' }
	if (row.isGiven === false) return { state: 'returned', row }
	const { leaderId, signedOn } = row
	if (row.isGiven === null) return leaderId === null ? { state: 'none' } : { state: 'asked', row, leaderId }
	const isPaper = row.fileSha256 !== null
	if (isOnPresentText(row, matter))
		return { state: 'given', row, way: isPaper ? 'paper' : 'signed', on: signedOn ?? '' }
	return isPaper || leaderId === null ? { state: 'lapsed', row } : { state: 'asked', row, leaderId }
}

/** Once the agenda is fixed a consent is neither asked for nor taken back. */
const BEFORE_FIXING: readonly AgendaState[] = ['proposed', 'blocked', 'listed']

/** What workflow and turn ask of it. */
export type ConsentFacts = {
	readonly consent: 'not-needed' | 'missing' | 'asked' | 'given'
	/** The leader who is asked and has not answered. */
	readonly consentAskedOf: string | null
}

/** The facts of an item that waits for its meeting; null stands for no such item. */
export function consentFacts(
	item: (ConsentItem & { readonly state: AgendaState }) | null,
	matter: ConsentedMatter,
): ConsentFacts {
	if (!item || !BEFORE_FIXING.includes(item.state)) return { consent: 'not-needed', consentAskedOf: null }
	const standing = consentStanding(item, matter)
	switch (standing.state) {
		case 'not-needed':
		case 'given':
			return { consent: standing.state, consentAskedOf: null }
		case 'asked':
			return { consent: 'asked', consentAskedOf: standing.leaderId }
		case 'none':
		case 'returned':
		case 'lapsed':
			return { consent: 'missing', consentAskedOf: null }
	}
}
