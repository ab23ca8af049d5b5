import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'
import type { Segment } from '../redline.ts'
import type { WorkBudget } from './work-budget.ts'
import { compareCharacters } from './compare-characters.ts'

/** A part of a paragraph on each side; `old` and `new` are the paragraphs, null where the side has nothing here. */
export type Strip = {
	readonly old: Paragraph | null
	readonly new: Paragraph | null
	/** The paragraph began in an earlier strip. */
	readonly oldContinues: boolean
	readonly newContinues: boolean
	readonly segments: readonly Segment[]
}

/** What is longer is compared paragraph by paragraph only. */
const LONGEST_STRETCH = 12_000
/** A character that Unicode keeps for this, and that legal texts do not hold. */
const END = '\u2029'

/** Whether these paragraphs can be compared as one text, of which their ends can be told again. */
export function canBeStretch(paragraphs: readonly Paragraph[]): boolean {
	const length = paragraphs.reduce((sum, { body }) => sum + body.length, 0)
	return length <= LONGEST_STRETCH && paragraphs.every(({ body }) => !body.includes(END))
}

/** No comparison of these paragraphs shows fewer edits: so many code points one side has more often than the other. */
export function leastEdits(old: readonly Paragraph[], fresh: readonly Paragraph[]): number {
	const more = new Map<string, number>()
	const count = (side: readonly Paragraph[], by: number) => {
		for (const { body } of side) for (const sign of body) more.set(sign, (more.get(sign) ?? 0) + by)
	}
	count(old, 1)
	count(fresh, -1)
	let sum = 0
	for (const times of more.values()) sum += Math.abs(times)
	return sum
}

/**
 * Compares neighbouring paragraphs as one text, so that one that was split or merged stands beside what it became, and
 * cuts the comparison where a paragraph of either side ends. The end of a paragraph is no character of its text.
 */
export function compareStretch(
	old: readonly Paragraph[],
	fresh: readonly Paragraph[],
	budget: WorkBudget,
): { strips: Strip[]; edits: number; bounded: boolean } {
	const joined = (side: readonly Paragraph[]) => side.map(({ body }) => body + END).join('')
	const { segments, edits, bounded } = compareCharacters(joined(old), joined(fresh), budget)
	const changedEnds = segments
		.filter((segment) => segment.kind !== 'same')
		.reduce((sum, segment) => sum + segment.text.split(END).length - 1, 0)
	return { strips: cut(old, fresh, segments), edits: edits - changedEnds, bounded }
}

function cut(old: readonly Paragraph[], fresh: readonly Paragraph[], segments: readonly Segment[]): Strip[] {
	const strips: Strip[] = []
	let [a, b] = [0, 0]
	let [oldBegun, newBegun] = [false, false]
	let current: Segment[] = []
	const has = { old: false, new: false }
	const add = (kind: Segment['kind'], text: string) => {
		if (kind !== 'inserted') has.old = true
		if (kind !== 'deleted') has.new = true
		if (text !== '') current.push({ kind, text })
	}
	const close = (endsOld: boolean, endsNew: boolean) => {
		strips.push({
			old: has.old ? (old[a] ?? null) : null,
			new: has.new ? (fresh[b] ?? null) : null,
			oldContinues: has.old && oldBegun,
			newContinues: has.new && newBegun,
			segments: current,
		})
		oldBegun = endsOld ? false : oldBegun || has.old
		newBegun = endsNew ? false : newBegun || has.new
		if (endsOld) a += 1
		if (endsNew) b += 1
		current = []
		has.old = false
		has.new = false
	}
	for (const hunk of inHunks(segments)) {
		const gone = hunk.deleted.split(END)
		const come = hunk.inserted.split(END)
		for (let at = 0; at < Math.max(gone.length, come.length); at += 1) {
			const [left, right] = [gone[at], come[at]]
			if (left !== undefined && (left !== '' || at + 1 < gone.length)) add('deleted', left)
			if (right !== undefined && (right !== '' || at + 1 < come.length)) add('inserted', right)
			const [endsOld, endsNew] = [at + 1 < gone.length, at + 1 < come.length]
			if (endsOld || endsNew) close(endsOld, endsNew)
		}
		const same = hunk.same.split(END)
		for (const [at, part] of same.entries()) {
			const isEnd = at + 1 < same.length
			if (part !== '' || isEnd) add('same', part)
			if (isEnd) close(true, true)
		}
	}
	return strips
}

/** What went and came at one place, with what stayed after it. */
function inHunks(segments: readonly Segment[]): { deleted: string; inserted: string; same: string }[] {
	const hunks = [{ deleted: '', inserted: '', same: '' }]
	for (const { kind, text } of segments) {
		let hunk = hunks[hunks.length - 1]
		if (kind !== 'same' && hunk && hunk.same !== '') hunks.push({ deleted: '', inserted: '', same: '' })
		hunk = hunks[hunks.length - 1]
		if (hunk) hunk[kind] += text
	}
	return hunks
}
