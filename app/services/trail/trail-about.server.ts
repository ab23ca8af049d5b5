import type { Wording } from '#app/domain/materials/checklist.ts'
import type { Step } from '#app/domain/materials/step.ts'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'

/** What an entry of the trail was about, as far as everybody who reads the trail may know it. */
export type TrailAbout =
	| { readonly kind: 'papers'; readonly names: readonly Wording[] }
	| { readonly kind: 'step'; readonly step: Step }
	| { readonly kind: 'version'; readonly versionNo: number }
	| { readonly kind: 'reply'; readonly position: number; readonly answer: ReplyAnswer }
	| { readonly kind: 'outcome'; readonly outcome: Outcome }
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
	| { readonly kind: 'words'; readonly words: string }

/** The facts of an entry that this page reads; the trail itself seals more. */
export type TrailDetail = {
	readonly materials?: readonly { readonly item: string }[]
	readonly step?: Step
	readonly version?: number
	readonly item?: number
	readonly answer?: ReplyAnswer
	readonly outcome?: Outcome
	readonly words?: string
	readonly title?: string
	readonly items?: readonly string[]
	readonly approvedBy?: string
	readonly approvedOn?: string
	readonly documentNumber?: string
	readonly from?: number
	readonly to?: number
	readonly old?: string
	readonly new?: readonly string[]
	readonly isWithdrawn?: boolean
}

/**
 * Reads off an entry what it was about. Only the kinds that are named here say anything: an entry of the review's own
 * papers points to them, and who may read the trail need not read those.
 */
export function trailAbout(
	kind: string,
	detail: TrailDetail,
	checklist: readonly { readonly code: string; readonly name: Wording }[],
): TrailAbout | null {
	switch (kind) {
		case 'matter.edited':
			if (detail.step) return { kind: 'step', step: detail.step }
			if (detail.title) return { kind: 'words', words: detail.title }
			return detail.materials
				? { kind: 'papers', names: detail.materials.flatMap(({ item }) => nameOf(item, checklist)) }
				: null
		case 'version.uploaded':
			return detail.version === undefined ? null : { kind: 'version', versionNo: detail.version }
		case 'reply.saved':
			return detail.item !== undefined && detail.answer
				? { kind: 'reply', position: detail.item, answer: detail.answer }
				: null
		case 'outcome.recorded':
			return detail.outcome ? { kind: 'outcome', outcome: detail.outcome } : null
		case 'agenda.notified':
			return detail.approvedBy && detail.approvedOn
				? { kind: 'approval', by: detail.approvedBy, on: detail.approvedOn }
				: null
		case 'document.registered':
			return detail.documentNumber ? { kind: 'words', words: detail.documentNumber } : null
		case 'match.corrected':
			return matchOf(detail)
		case 'supplement.requested':
			return { kind: 'words', words: (detail.items ?? []).join('；') }
		case 'matter.returned':
		case 'matter.withdrawn':
		case 'scope.excluded':
			return detail.words ? { kind: 'words', words: detail.words } : null
		default:
			return null
	}
}

function matchOf({ from, to, old, new: fresh, isWithdrawn = false }: TrailDetail): TrailAbout | null {
	if (from === undefined || to === undefined || old === undefined || fresh === undefined) return null
	return { kind: 'match', from, to, old, new: fresh, isWithdrawn }
}

function nameOf(
	code: string,
	checklist: readonly { readonly code: string; readonly name: Wording }[],
): Wording[] {
	return checklist.filter((item) => item.code === code).map((item) => item.name)
}
