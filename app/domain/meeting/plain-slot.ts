/** Words by which a meeting takes up a draft. 学习 or 传达 of a law in force needs none of them. */
const OF_A_DRAFT = /审议|审定|审批|讨论通过|研究通过|送审稿|审议稿|讨论稿|修订稿|征求意见稿|草案/

/** What a title may carry around the name of a draft. */
const AROUND = /[（(【[][^）)】\]]*[）)】\]]$|^关于|的?(?:汇报|报告|请示|说明|情况)$/g

/**
 * Whether the words of a plain slot are those of a draft: such an item is listed as a matter, by its clearance, or not at
 * all (Decree 713 art. 25: what was not reviewed is not submitted to be discussed).
 */
export function speaksOfDraft(title: string): boolean {
	return OF_A_DRAFT.test(title.normalize('NFKC').replaceAll(/\s/g, ''))
}

/** The names that a slot's title may mean: what stands in 《》, and the title itself, without what is put around names. */
export function namesInSlot(title: string): readonly string[] {
	const quoted = [...title.matchAll(/《([^》]+)》/g)].map(([, name = '']) => name)
	const names = [title, ...quoted].flatMap((name) => [name.trim(), bare(name)])
	return [...new Set(names)].filter((name) => name.length > 3)
}

function bare(name: string): string {
	const shorter = name
		.trim()
		.replaceAll(/[《》]/g, '')
		.replaceAll(AROUND, '')
		.trim()
	return shorter === name ? shorter : bare(shorter)
}
