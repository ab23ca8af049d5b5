import type { Candidate, Matchable } from './find-candidates.ts'
import { type Fingerprint, containment, likeness, takeOff, without } from './fingerprint.ts'
import type { Matches } from './matches.ts'
import type { Thresholds } from './thresholds.ts'

/** Next to the clause that was matched, a part may be rewritten further when it takes up most of what is left. */
const LEAST_PART_BESIDE = 0.2
const LEAST_REST_BESIDE = 0.5
/** The same where the part was rewritten, and what is left is a good share of the clause. */
const LEAST_LIKE_BESIDE = 0.36
const LEAST_LEFT_OVER = 0.25
/** What holds fewer bigrams says too little to be called split off or merged in, unless it stands there as it was. */
const LEAST_BIGRAMS = 24
/** So much of a part that was not rewritten stands in what is left, however much else does. */
const WHOLE_PART = 0.8
const LEAST_WHOLE_BIGRAMS = 6

/** What belongs together, several on one side where one was split or some were merged. */
export type Group<Each> = { readonly old: Each[]; readonly new: Each[] }

/**
 * Finds splits and merges among what has no match: a new clause was split off when it stands in what an old one holds
 * beyond its match, an old one was merged when it stands in what a new one holds beyond its match. What is common to
 * all three is boilerplate and proves nothing.
 */
export function joinParts<Each extends Matchable>(
	{ ofOld, ofNew }: Matches,
	old: readonly Each[],
	fresh: readonly Each[],
	candidates: readonly Candidate[],
	thresholds: Thresholds,
): Group<Each>[] {
	const groups = [...ofOld].map(([a, b]): Group<Each> => ({
		old: old.slice(a, a + 1),
		new: fresh.slice(b, b + 1),
	}))
	const byOld = new Map(groups.map((group) => [group.old[0]?.index ?? -1, group]))
	const byNew = new Map(groups.map((group) => [group.new[0]?.index ?? -1, group]))
	const hostsOfNew = new Map<number, Group<Each>[]>()
	const hostsOfOld = new Map<number, Group<Each>[]>()
	for (const each of candidates) {
		if (!ofNew.has(each.new)) addHost(hostsOfNew, each.new, byOld.get(each.old))
		if (!ofOld.has(each.old)) addHost(hostsOfOld, each.old, byNew.get(each.new))
	}
	for (const loose of fresh)
		if (!ofNew.has(loose.index))
			joinOrStandAlone(groups, hostsOfNew.get(loose.index) ?? [], loose, 'new', thresholds)
	for (const loose of old)
		if (!ofOld.has(loose.index))
			joinOrStandAlone(groups, hostsOfOld.get(loose.index) ?? [], loose, 'old', thresholds)
	return groups
}

function addHost<Host>(hosts: Map<number, Host[]>, index: number, group: Host | undefined): void {
	if (!group) return
	const list = hosts.get(index)
	if (list) list.push(group)
	else hosts.set(index, [group])
}

function joinOrStandAlone<Each extends Matchable>(
	groups: Group<Each>[],
	hosts: readonly Group<Each>[],
	loose: Each,
	side: 'old' | 'new',
	thresholds: Thresholds,
): void {
	let best: { group: Group<Each>; part: number } | null = null
	for (const group of hosts) {
		const part = partOf(group, loose, side, thresholds)
		if (part > (best?.part ?? 0)) best = { group, part }
	}
	if (!best) groups.push(side === 'new' ? { old: [], new: [loose] } : { old: [loose], new: [] })
	else {
		const parts = best.group[side]
		parts.splice(placeIn(parts, loose), 0, loose)
		lastJoined.set(parts, loose)
	}
}

/** Where a part stands among those of a group. Parts come in the order of the text, so it is looked for from the end. */
function placeIn(parts: readonly Matchable[], { index }: Matchable): number {
	let place = parts.length
	while (place > 0 && (parts[place - 1]?.index ?? 0) > index) place -= 1
	return place
}

/** Whether the part before or after a place among those of a group is the neighbour of another one. */
function isNextTo(parts: readonly Matchable[], each: Matchable): boolean {
	const place = placeIn(parts, each)
	return parts[place - 1]?.index === each.index - 1 || parts[place]?.index === each.index + 1
}

/** How much of a loose clause stands in what the group's other side holds beyond its match; 0 when it is no part of it. */
function partOf<Each extends Matchable>(
	group: Group<Each>,
	loose: Each,
	side: 'old' | 'new',
	thresholds: Thresholds,
): number {
	const [host, second] = group[side === 'new' ? 'old' : 'new']
	if (!host || second || loose.print.ids.length < LEAST_WHOLE_BIGRAMS) return 0
	const isBeside = isNextTo(group[side], loose)
	// What is left of the host holds no more of it than the whole host does.
	if (!isBeside && containment(loose.print, host.print) < Math.min(WHOLE_PART, thresholds.part)) return 0
	const rest = beyond(host.print, group[side])
	const part = containment(loose.print, rest)
	if (part >= WHOLE_PART) return part
	if (loose.print.ids.length < LEAST_BIGRAMS) return 0
	const taken = containment(rest, loose.print)
	const isPart =
		(part >= thresholds.part && taken >= thresholds.part) ||
		(isBeside && part >= LEAST_PART_BESIDE && taken >= LEAST_REST_BESIDE) ||
		(isBeside && isLeftOver(rest, host.print) && likeness(loose.print, rest) >= LEAST_LIKE_BESIDE)
	return isPart ? part : 0
}

/** Whether enough of a clause is left beyond its match to have become one of its own. */
function isLeftOver(rest: Fingerprint, whole: Fingerprint): boolean {
	return rest.total >= LEAST_LEFT_OVER * whole.total
}

/** What a host holds beyond the parts of a group so far: worked out once a part, or many parts of one clause cost their square. */
const leftOf = new WeakMap<object, { parts: number; rest: Fingerprint }>()

function beyond(whole: Fingerprint, parts: readonly Matchable[]): Fingerprint {
	const known = leftOf.get(parts)
	if (known?.parts === parts.length) return known.rest
	const last = lastJoined.get(parts)
	const rest =
		known && last && known.parts === parts.length - 1
			? takeOff(known.rest, last.print)
			: parts.reduce((left, part) => without(left, part.print), whole)
	leftOf.set(parts, { parts: parts.length, rest })
	return rest
}

/** The part that a group took in last; its list is in the order of the text. */
const lastJoined = new WeakMap<object, Matchable>()
