import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** Whether two numbers of 项 or 目 are the same, however their brackets are typed: （一）, (一), ㈠. */
export function areMarkedAlike(before: string, after: string): boolean {
	return before === after || before.normalize('NFKC') === after.normalize('NFKC')
}

/**
 * Where a paragraph stands within its article, as it would be cited: p2-i3. The only 款 of an article is its first.
 * Elsewhere paragraphs have no number that anybody cites.
 */
export function placeInArticle({ anchor }: Paragraph): string {
	const place = /^art-\d+(?:-\d+)?(?:-r\d+)?(?:-p(\d+))?((?:-[im]\d+)*)/.exec(anchor)
	return place ? `p${place[1] ?? 1}${place[2] ?? ''}` : ''
}
