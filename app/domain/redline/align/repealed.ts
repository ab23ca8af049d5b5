import type { Clause } from '#app/domain/legal-text/legal-text.ts'
import { recognised } from '../writing/fold-writing.ts'
import type { Group } from './join-parts.ts'
import type { Aligned } from './matches.ts'

const PLACEHOLDER =
	/^[（]?(?:此|本|该)?[条款项]?(?:已经?)?(?:被)?(?:删去|删除|废止|取消|失效|空缺|保留)[）]?[。；]?$/

/** Whether words only hold the place of what was repealed: （删去）, 本条已废止。 */
export function isRepealed(body: string): boolean {
	return body.length <= 12 && PLACEHOLDER.test(recognised(body))
}

/** Whether a clause only holds the number of one that was repealed. */
export function isPlaceholder({ paragraphs }: Clause): boolean {
	const written = paragraphs.filter(({ body }) => body.trim() !== '')
	return written.length === 1 && isRepealed(written[0]?.body ?? '')
}

/** Puts a clause that was repealed in place beside the number that is left of it. */
export function pairRepealed(groups: readonly Group<Aligned>[]): Group<Aligned>[] {
	const held = new Map<string, Group<Aligned>>()
	for (const group of groups) {
		const [only] = group.new
		if (only && group.old.length === 0 && isPlaceholder(only.clause)) held.set(only.clause.key, group)
	}
	if (held.size === 0) return [...groups]
	const taken = new Set<Group<Aligned>>()
	const paired = groups.map((group) => {
		const place = group.new.length === 0 ? held.get(group.old[0]?.clause.key ?? '') : undefined
		if (!place || taken.has(place)) return group
		taken.add(place)
		return { old: group.old, new: place.new }
	})
	return paired.filter((group) => !taken.has(group))
}
