/** How far a draft has come, as its title says it: （修订草案送审稿）, （征求意见稿）, 修订草案. */
const STAGE =
	/[（(][^（）()]*(?:草案|稿|代拟)[^（）()]*[）)]|(?:修订|修正)?(?:草案|送审稿|征求意见稿|报批稿|讨论稿)+$/g
/** What frames the name of a document in the title of the notice that issues or changes it. */
const BEFORE = /^.*?关于(?:印发|发布|公布|修改|修订|废止|延长)/
const AFTER = /的?(?:通知|公告|决定|通告)$/

/**
 * The name of the document that a title speaks of, to look for it by: what stands in 《》, else the title without what
 * says how far the draft has come and what is done with the document.
 */
export function documentName(title: string): string {
	const quoted = /《([^《》]+)》/.exec(title)?.[1]
	const plain = (quoted ?? title).replaceAll(STAGE, '').trim()
	const name = BEFORE.test(plain) ? plain.replace(BEFORE, '').replace(AFTER, '') : plain
	return name.replaceAll(STAGE, '').trim()
}

/** How alike two names are, 0 to 1: the share of their pairs of neighbouring characters that both have (Dice). */
export function nameLikeness(one: string, other: string): number {
	const [left, right] = [pairsOf(one), pairsOf(other)]
	let shared = 0
	for (const pair of left) if (right.has(pair)) shared += 1
	return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

function pairsOf(name: string): Set<string> {
	const signs = [...name]
	return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`))
}
