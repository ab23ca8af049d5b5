import { evaluateGate } from '#app/domain/agenda-gate/evaluate-gate.ts'
import type { ClearanceFacts, Dossier } from '#app/domain/agenda-gate/dossier.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import { type AgendaEvent, transitionAgendaItem } from '#app/domain/review-workflow/agenda-machine.ts'
import type { AgendaState } from '#app/domain/review-workflow/life-cycle-states.ts'
import type { MatterEvent } from '#app/domain/review-workflow/matter-events.ts'
import type { MatterFacts } from '#app/domain/review-workflow/matter-facts.ts'
import { transitionMatter } from '#app/domain/review-workflow/transition-matter.ts'
import { COMPLETE } from '#tests/domain/review-workflow/matter-facts.ts'
import { CLEARANCE, OPEN } from './open-dossier.ts'
import { type DrawnOrder, NO_ORDER, orderAfter, orderFactsOf } from './random-order.ts'
import { requestsAfter } from './random-requests.ts'

/*
 * One matter with its texts, its opinion, its clearance and its place on an agenda, as far as these say whether a text is
 * cleared. The machines and the gate are the product's own; what an act writes is said here a second time, by hand.
 */
export type Procedure = {
	readonly state: MatterState
	/** The current text, by a number that no other text has. */
	readonly text: number
	/** The texts that a signing officer has cleared, with their signature, ever. */
	readonly signed: readonly number[]
	readonly live: { readonly text: number; readonly kind: ClearanceFacts['kind'] } | null
	readonly opinion: { readonly text: number; readonly conclusion: Conclusion } | null
	/** The state of the open item, and the text that it is listed with. */
	readonly item: AgendaState | null
	readonly listed: number | null
	/** The text that a meeting decided on, and the one that may be issued after it. */
	readonly decided: number | null
	readonly issuable: number | null
	readonly hold: boolean
	readonly openRequests: MatterFacts['openRequests']
	readonly awaitingHead: boolean
	readonly awaitingSignature: boolean
	readonly proposedSettled: boolean
	readonly changedAfterClearance: boolean
	readonly openRecusal: boolean
	readonly checked: boolean
	readonly texts: number
	/** With how many organs its document was filed. */
	readonly filed: number
	readonly order: DrawnOrder
}

export const BEGINNING: Procedure = {
	state: 'draft',
	text: 1,
	signed: [],
	live: null,
	opinion: null,
	item: null,
	listed: null,
	decided: null,
	issuable: null,
	hold: false,
	openRequests: [],
	awaitingHead: false,
	awaitingSignature: false,
	proposedSettled: false,
	changedAfterClearance: false,
	openRecusal: false,
	checked: false,
	texts: 1,
	filed: 0,
	order: NO_ORDER,
}

/** With how many organs the document is filed once it is published: every other one with none. */
export const owedFilings = ({ texts }: Procedure) => (texts % 2 === 0 ? 0 : 2)

/** What happens: an act on the matter, one on its agenda item, or counsel who finds the text unlawful. */
export type Happening =
	| { readonly on: 'matter'; readonly event: MatterEvent }
	| { readonly on: 'agenda'; readonly event: Extract<AgendaEvent, { type: `agenda.${string}` }>['type'] }
	| { readonly on: 'counsel' }

/** What forms, papers and other hands may still lack: drawn, since they are no part of this. */
export type Lack = Partial<MatterFacts>

function factsOf(at: Procedure, lack: Lack): MatterFacts {
	return {
		...COMPLETE,
		awaitingHead: at.awaitingHead,
		awaitingSignature: at.awaitingSignature,
		changedAfterClearance: at.changedAfterClearance,
		supplementFrom: at.opinion || at.checked ? 'reviewing' : 'submitted',
		isTextAsCleared: at.signed.includes(at.text) && at.decided !== at.text ? true : at.decided === at.text,
		isVersionNewSinceOpinion: at.opinion?.text !== at.text,
		isReadingConfirmed: true,
		hasCounselHold: at.hold,
		hasOpenRecusal: at.openRecusal,
		isOpinionChecked: at.checked,
		openRequests: at.openRequests,
		hasOpinion: at.opinion !== null,
		hasAdverseOpinion: at.opinion?.conclusion === 'amend' || at.opinion?.conclusion === 'unlawful',
		isListed: at.listed !== null,
		consent: 'given',
		isProposed: at.item !== null,
		filingsAfter: owedFilings(at) > at.filed + (at.state === 'filing' ? 1 : 0) ? 'owed' : 'none',
		...orderFactsOf(at.order, at.text, at.live),
		...lack,
	}
}

/** What the gate is asked of the matter. */
export function dossierOf(at: Procedure): Dossier {
	const hash = (text: number) => String(text).padStart(64, '0')
	return {
		...OPEN,
		contentSha256: hash(at.text),
		tracks: at.live?.kind === 'out-of-scope' ? ['other-document'] : OPEN.tracks,
		clearance: at.live && { ...CLEARANCE, kind: at.live.kind, contentSha256: hash(at.live.text) },
		conclusion: at.opinion?.conclusion ?? null,
		undisposedHolds: at.hold ? 1 : 0,
		openRecusals: at.openRecusal ? 1 : 0,
	}
}

/** All that says what may happen next: two procedures with the same word are taken by the same acts. */
export function standingOf(at: Procedure): string {
	const { text, texts, signed, live, opinion, listed, decided, issuable, order, ...rest } = at
	return JSON.stringify([
		rest,
		texts % 6,
		signed.includes(text),
		live && [live.kind, live.text === text],
		opinion && [opinion.conclusion, opinion.text === text],
		listed === null ? null : listed === text,
		decided === null ? null : decided === text,
		issuable === text,
		{ ...order, text: order.text === null ? null : order.text === text },
	])
}

/** What a clearance on its opinion is: with a flagged risk where that says one. */
function ofOpinion({ opinion }: Procedure): 'reviewed' | 'risk-flagged' {
	return opinion?.conclusion === 'risk-flagged' ? 'risk-flagged' : 'reviewed'
}

/** What follows, or null where the product refuses it. */
export function happen(at: Procedure, happening: Happening, lack: Lack): Procedure | null {
	if (happening.on === 'counsel') return at.state === 'reviewing' ? { ...at, hold: true } : null
	if (happening.on === 'agenda') return onAgenda(at, happening.event)
	const { event } = happening
	if (event.type === 'outcome.recorded') return decide(at, event.outcome, lack)
	const moved = transitionMatter({ state: at.state, facts: factsOf(at, lack) }, event)
	return moved.ok ? write({ ...at, state: moved.value }, event, at) : null
}

function onAgenda(at: Procedure, type: Extract<Happening, { on: 'agenda' }>['event']): Procedure | null {
	if (at.item === null) return null
	if (type === 'agenda.listed' && !evaluateGate(dossierOf(at)).isOpen) return null
	const moved = transitionAgendaItem(at.item, { type })
	if (!moved.ok) return null
	const listed =
		type === 'agenda.listed' ? (at.live?.text ?? null) : type === 'agenda.notified' ? at.listed : null
	return { ...at, item: moved.value, listed }
}

const DECIDES: readonly Outcome[] = [
	'passed',
	'passed-in-principle',
	'revise-and-resubmit',
	'deferred',
	'not-passed',
	'other',
]

/** An outcome that decides goes through the gate again, and needs the listing. */
function decide(at: Procedure, outcome: Outcome, lack: Lack): Procedure | null {
	if (at.item === null) return null
	const needsListing = DECIDES.includes(outcome)
	if (needsListing && (at.listed === null || !evaluateGate(dossierOf(at)).isOpen)) return null
	const item = transitionAgendaItem(at.item, { type: 'outcome.recorded', outcome })
	if (!item.ok) return null
	const applies = at.state === 'cleared' || at.state === 'out-of-scope'
	const moved = applies
		? transitionMatter({ state: at.state, facts: factsOf(at, lack) }, { type: 'outcome.recorded', outcome })
		: null
	if (moved && !moved.ok) return null
	const closed = { ...at, state: moved?.value ?? at.state, item: null, listed: null }
	if (outcome === 'passed') return { ...closed, live: null, decided: at.text, issuable: at.text }
	if (outcome === 'passed-in-principle') return { ...closed, live: null, decided: at.text, issuable: null }
	if (outcome === 'other') return { ...closed, decided: at.text, issuable: null }
	return outcome === 'deferred' || !needsListing ? closed : { ...closed, live: null }
}

/** A clearance falls, and with it the listing; the item stops where it stands. */
function fall(at: Procedure): Procedure {
	if (at.live === null) return at
	const blocked = at.item === null ? null : transitionAgendaItem(at.item, { type: 'agenda.blocked' })
	return { ...at, live: null, listed: null, item: blocked?.ok ? blocked.value : at.item }
}

function clear(at: Procedure, kind: ClearanceFacts['kind']): Procedure {
	return {
		...at,
		live: { text: at.text, kind },
		signed: [...at.signed, at.text],
		changedAfterClearance: false,
	}
}

const UNSAID = { opinion: null, checked: false, changedAfterClearance: false } as const

/** What an act writes beside the state. */
function write(at: Procedure, event: MatterEvent, before: Procedure): Procedure {
	switch (event.type) {
		case 'version.uploaded': {
			const isCleared = before.state === 'cleared' || before.state === 'out-of-scope'
			// Every third text over a cleared one is the cleared text itself, brought back.
			const restored = before.changedAfterClearance && at.texts % 3 === 0 ? at.signed.at(-1) : undefined
			const text = restored ?? at.texts + 1
			const fresh = { ...fall(at), text, texts: at.texts + 1, awaitingHead: false }
			return isCleared ? { ...fresh, changedAfterClearance: true } : fresh
		}
		case 'submission.prepared':
			return { ...at, awaitingHead: true }
		case 'submission.declined':
			return { ...at, awaitingHead: false }
		case 'matter.submitted':
			return { ...fall(at), ...UNSAID, awaitingHead: false }
		case 'opinion.checked':
			return { ...at, checked: true }
		case 'opinion.sent-back':
		case 'opinion.sent-for-signature':
			return { ...at, checked: false }
		case 'opinion.signed': {
			const conclusion = event.conclusion ?? 'unlawful'
			const signed = { ...at, checked: false, opinion: { text: at.text, conclusion } }
			if (conclusion === 'risk-flagged') return clear(signed, conclusion)
			return conclusion === 'lawful' ? clear(signed, 'reviewed') : signed
		}
		case 'scope.excluded':
			return clear(at, 'out-of-scope')
		case 'recheck.proposed':
			return { ...at, awaitingSignature: true }
		case 'recheck.signed':
			return clear({ ...at, awaitingSignature: false }, ofOpinion(at))
		case 'clearance.reissued':
			return clear(at, ofOpinion(at))
		case 'recheck.refused':
		case 'recheck.failed':
		case 'meeting-text.refused':
		case 'meeting-text.sent-back':
		case 'meeting-text.submitted':
		case 'revision.submitted':
			return { ...at, awaitingSignature: false }
		case 'meeting-text.checked':
			return { ...at, awaitingSignature: true }
		case 'meeting-text.confirmed':
			return { ...at, awaitingSignature: false, issuable: at.text }
		case 'meeting-text.reopened':
			return { ...at, awaitingSignature: false, decided: null }
		case 'ruling.recorded':
			if (event.outcome === 'passed') return { ...at, live: null, issuable: at.text }
			return event.outcome === 'not-passed' ? { ...at, live: null } : { ...fall(at), decided: null }
		case 'round.opened':
		case 'opinion.revoked':
			return { ...fall(at), ...UNSAID, awaitingSignature: false }
		case 'clearance.expired':
			return fall(at)
		case 'agenda.proposed':
			return at.item === null ? { ...at, item: 'proposed' } : at
		case 'text.filed':
			return { ...at, filed: at.filed + 1 }
		case 'matter.withdrawn':
		case 'matter.terminated':
		case 'matter.merged':
			return { ...fall(at), item: null, openRequests: [], awaitingHead: false }
		case 'counsel-hold.disposed':
			return { ...at, hold: false }
		case 'recusal.requested':
			return { ...at, openRecusal: true }
		case 'recusal.decided':
			return { ...at, openRecusal: false }
		case 'emergency.concluded':
			return fall(at)
		default:
			return {
				...at,
				order: orderAfter(at.order, event.type, at.text),
				openRequests: requestsAfter(at.openRequests, event.type, at.texts),
			}
	}
}
