import { diffArrays } from 'diff'
import type { Segment } from './redline.ts'
import { joinCrumbs, lengthOf, settle } from './settle-segments.ts'
import type { WorkBudget } from './work-budget.ts'

/**
 * What is never cut: a title in 《》, a reference or number of an article, an amount or date with its unit, a number, a
 * Latin word. Everything else is compared by code points. Every repetition has a limit, so no text is slow to cut.
 */
const WHOLE =
	/《[^《》\n]{1,60}》|第[零〇一二两三四五六七八九十百千0-9]{1,12}[条款项章节编目](?:之[一二三四五六七八九十]{1,3})?|(?:[零〇一二两三四五六七八九十百千万亿]{1,16}|[0-9]{1,16}(?:\.[0-9]{1,8})?)(?:万元|亿元|元|年|月|日|个工作日|个月|小时|分钟|倍|人|户|平方米|公里|米|%)|[0-9]{1,16}(?:[.,][0-9]{1,16}){0,4}|[A-Za-z]{1,40}|[\s\S]/gu
/** Less than this share in common, and a finer comparison would only confuse. */
const LEAST_COMMON = 0.25

/** The two sides of one paragraph, and whether the comparison was given up as too much work. */
export type Compared = { readonly segments: Segment[]; readonly bounded: boolean }

/**
 * Compares two paragraphs. The segments that stay and those that come give back the new text, those that stay and
 * those that go the old one, for every input.
 */
export function compareCharacters(before: string, after: string, budget: WorkBudget): Compared {
	if (before === after) return { segments: settle([{ kind: 'same', text: before }]), bounded: false }
	const old = before.match(WHOLE) ?? []
	const fresh = after.match(WHOLE) ?? []
	const head = commonHead(old, fresh)
	const tail = commonTail(old, fresh, head)
	const inner = compareInner(
		old.slice(head, old.length - tail),
		fresh.slice(head, fresh.length - tail),
		budget,
	)
	const segments = settle([
		{ kind: 'same', text: old.slice(0, head).join('') },
		...joinCrumbs(inner.segments, head > 0, tail > 0),
		{ kind: 'same', text: tail > 0 ? old.slice(-tail).join('') : '' },
	])
	const same = lengthOf(segments.filter((segment) => segment.kind === 'same'))
	const isUnlike =
		before !== '' && after !== '' && same < LEAST_COMMON * Math.max(before.length, after.length)
	return { segments: isUnlike ? replaced(before, after) : segments, bounded: inner.bounded }
}

/** Two paragraphs of which the one stands in place of the other. */
export function replaced(before: string, after: string): Segment[] {
	return settle([
		{ kind: 'deleted', text: before },
		{ kind: 'inserted', text: after },
	])
}

/** What lies between the common beginning and end. The number of edits is bounded by what is left of the budget. */
function compareInner(old: readonly string[], fresh: readonly string[], budget: WorkBudget): Compared {
	if (old.length === 0 || fresh.length === 0)
		return { segments: replaced(old.join(''), fresh.join('')), bounded: false }
	const limit = budget.mostEdits()
	const changes = diffArrays([...old], [...fresh], { maxEditLength: limit })
	if (!changes) {
		budget.spend(limit)
		return { segments: replaced(old.join(''), fresh.join('')), bounded: true }
	}
	budget.spend(
		changes.reduce((edits, change) => edits + (change.added || change.removed ? change.value.length : 0), 0),
	)
	const segments = changes.map(({ added, removed, value }): Segment => {
		const kind = added ? 'inserted' : removed ? 'deleted' : 'same'
		return { kind, text: value.join('') }
	})
	return { segments, bounded: false }
}

function commonHead(old: readonly string[], fresh: readonly string[]): number {
	let head = 0
	while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1
	return head
}

function commonTail(old: readonly string[], fresh: readonly string[], head: number): number {
	const most = Math.min(old.length, fresh.length) - head
	let tail = 0
	while (tail < most && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1
	return tail
}
