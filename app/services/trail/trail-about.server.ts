import type { DoneEntry, TrailDetails } from '#app/domain/act/trail-entry.ts'
import type { Wording } from '#app/domain/materials/checklist.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { RulingBody, RulingResult } from '#app/domain/meeting/ruling.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'

/** What an entry of the trail was about, as far as everybody who reads the trail may know it. */
export type TrailAbout =
	| { readonly kind: 'papers'; readonly names: readonly Wording[] }
	| { readonly kind: 'step'; readonly step: Step }
	| { readonly kind: 'version'; readonly versionNo: number }
	| { readonly kind: 'reply'; readonly position: number; readonly answer: ReplyAnswer }
	| { readonly kind: 'outcome'; readonly outcome: Outcome }
	| { readonly kind: 'ruling'; readonly body: RulingBody; readonly result: RulingResult; readonly on: string }
	| { readonly kind: 'approval'; readonly by: string; readonly on: string }
	| {
			/** Which old clause became which new ones, in which pair of versions. */
			readonly kind: 'match'
			readonly from: number
			readonly to: number
			readonly old: string
			readonly new: readonly string[]
			readonly isWithdrawn: boolean
	  }
	| {
			/** What a reader saw of which pair of versions in one sitting. */
			readonly kind: 'seen'
			readonly name: string
			readonly from: number
			readonly to: number
			readonly changes: number
			readonly seen: number
	  }
	| { readonly kind: 'words'; readonly words: string }

type Checklist = readonly { readonly code: string; readonly name: Wording }[]

/**
 * Reads off an entry what it was about. Only the kinds that are named here say anything: an entry of the review's own
 * papers points to them, and who may read the trail need not read those. An entry of an earlier release that lacks
 * the facts says nothing.
 */
export function trailAbout(entry: DoneEntry, checklist: Checklist): TrailAbout | null {
	switch (entry.kind) {
		case 'matter.edited':
			return editedPart(entry.detail, checklist)
		case 'version.uploaded':
			return entry.detail.version === undefined ? null : { kind: 'version', versionNo: entry.detail.version }
		case 'reply.saved':
			return entry.detail.item !== undefined && entry.detail.answer
				? { kind: 'reply', position: entry.detail.item, answer: entry.detail.answer }
				: null
		case 'outcome.recorded':
			return entry.detail.outcome ? { kind: 'outcome', outcome: entry.detail.outcome } : null
		case 'ruling.recorded':
			return rulingOf(entry.detail)
		case 'agenda.notified':
			return entry.detail.approvedBy && entry.detail.approvedOn
				? { kind: 'approval', by: entry.detail.approvedBy, on: entry.detail.approvedOn }
				: null
		case 'document.registered':
			return entry.detail.documentNumber ? { kind: 'words', words: entry.detail.documentNumber } : null
		case 'changes.seen':
			return seenOf(entry.detail)
		case 'match.corrected':
			return matchOf(entry.detail)
		case 'supplement.requested':
			return { kind: 'words', words: (entry.detail.items ?? []).join('；') }
		case 'matter.returned':
		case 'matter.withdrawn':
		case 'scope.excluded':
			return entry.detail.words ? { kind: 'words', words: entry.detail.words } : null
		default:
			return null
	}
}

function editedPart(detail: Partial<TrailDetails['matter.edited']>, checklist: Checklist): TrailAbout | null {
	if ('step' in detail && detail.step) return { kind: 'step', step: detail.step }
	if ('title' in detail && detail.title) return { kind: 'words', words: detail.title }
	return 'materials' in detail && detail.materials
		? { kind: 'papers', names: detail.materials.flatMap(({ item }) => nameOf(item, checklist)) }
		: null
}

function rulingOf({ body, result, ruledOn }: Partial<TrailDetails['ruling.recorded']>): TrailAbout | null {
	return body && result && ruledOn ? { kind: 'ruling', body, result, on: ruledOn } : null
}

function matchOf(detail: Partial<TrailDetails['match.corrected']>): TrailAbout | null {
	const { from, to, old, new: fresh, isWithdrawn = false } = detail
	if (from === undefined || to === undefined || old === undefined || fresh === undefined) return null
	return { kind: 'match', from, to, old, new: fresh, isWithdrawn }
}

function seenOf(detail: Partial<TrailDetails['changes.seen']>): TrailAbout | null {
	const { name, from, to, changes, seen } = detail
	if (name === undefined || from === undefined || to === undefined) return null
	return changes === undefined || seen === undefined ? null : { kind: 'seen', name, from, to, changes, seen }
}

function nameOf(code: string, checklist: Checklist): Wording[] {
	return checklist.filter((item) => item.code === code).map((item) => item.name)
}
