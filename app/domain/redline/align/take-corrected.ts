import { appendAll } from '#app/domain/append-all.ts'
import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import type { MatchCorrection } from '../redline.ts'

/** Clauses that a person said belong together; one side is empty for what has no counterpart. */
export type CorrectedGroup = { readonly old: Clause[]; readonly new: Clause[] }

/**
 * Takes the clauses out that corrections speak of, grouped as these say. Several old clauses that became one new one
 * are one group. Of two words on one clause the later holds; a key that a text does not have is passed over.
 */
export function takeCorrected(
	before: readonly Clause[],
	after: readonly Clause[],
	corrections: readonly MatchCorrection[],
): { groups: CorrectedGroup[]; restOld: readonly Clause[]; restNew: readonly Clause[] } {
	if (corrections.length === 0) return { groups: [], restOld: before, restNew: after }
	const successors = new Map<string, readonly string[]>()
	const added = new Set<string>()
	for (const { old, new: fresh } of corrections) {
		if (old !== '') {
			successors.set(old, fresh)
			for (const key of fresh) added.delete(key)
			continue
		}
		for (const key of fresh) added.add(key)
		for (const [other, keys] of successors)
			if (keys.some((key) => added.has(key)))
				successors.set(
					other,
					keys.filter((key) => !added.has(key)),
				)
	}
	const [left, right] = [byKey(before), byKey(after)]
	const groups = new Set<CorrectedGroup>()
	const holders = new Map<string, CorrectedGroup>()
	for (const [key, keys] of successors) {
		const clause = left.get(key)
		const found = keys.flatMap((each) => right.get(each) ?? [])
		if (!clause || (keys.length > 0 && found.length === 0)) continue
		const group: CorrectedGroup = { old: [clause], new: [] }
		groups.add(group)
		for (const each of found) join(group, each, holders, groups)
	}
	for (const key of added) {
		const clause = right.get(key)
		if (clause) groups.add({ old: [], new: [clause] })
	}
	const taken = new Set([...groups].flatMap((group) => [...group.old, ...group.new]))
	const inOrder = (clauses: readonly Clause[], list: readonly Clause[]) =>
		list.filter((each) => clauses.includes(each))
	return {
		groups: [...groups].map((group) => ({
			old: inOrder(group.old, before),
			new: inOrder(group.new, after),
		})),
		restOld: before.filter((clause) => !taken.has(clause)),
		restNew: after.filter((clause) => !taken.has(clause)),
	}
}

/** Puts a new clause into a group; a group that had it before is joined with this one. */
function join(
	group: CorrectedGroup,
	clause: Clause,
	holders: Map<string, CorrectedGroup>,
	groups: Set<CorrectedGroup>,
): void {
	const other = holders.get(clause.key)
	if (other === group) return
	if (!other) {
		group.new.push(clause)
		holders.set(clause.key, group)
		return
	}
	appendAll(group.old, other.old)
	appendAll(group.new, other.new)
	for (const each of other.new) holders.set(each.key, group)
	groups.delete(other)
}

function byKey(clauses: readonly Clause[]): Map<string, Clause> {
	return new Map(clauses.map((clause) => [clause.key, clause]))
}
