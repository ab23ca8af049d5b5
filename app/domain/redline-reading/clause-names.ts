import type { ClauseRef } from '#app/domain/redline/redline.ts'

type Named = { readonly old: readonly ClauseRef[]; readonly new: readonly ClauseRef[] }

/** The number of a block, and the number it had: 第八条 → 第八条、第九条. Empty for what stands before the first clause. */
export function headOf(block: Named): string {
	const [before, after] = [namesOf(block.old), namesOf(block.new)]
	if (before === '' || after === '' || before === after) return after || before
	return `${before} → ${after}`
}

/** The numbers of clauses. One that starts anew under each heading (（一） under 三、) is named with that heading. */
export function namesOf(refs: readonly ClauseRef[]): string {
	return refs
		.map((ref) => [...ref.headings.slice(-1).filter(() => /^[（(0-9]/.test(ref.label)), ref.label].join(' '))
		.filter((name) => name !== '')
		.join('、')
}
