import { recognised } from '../writing/fold-writing.ts'
import { valueOf } from '../writing/number-value.ts'
import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'

/** Whether two numbers of 项 or 目 are the same, however their brackets are typed: （一）, (一), ㈠. */
export function areMarkedAlike(before: string, after: string): boolean {
	return (
		before === after || before.normalize('NFKC') === after.normalize('NFKC') || saysTheSame(before, after)
	)
}

/** Whether two numbers of clauses, 项 or 目 say the same, however they are written: 第一條 and 第1条. */
export function saysTheSame(before: string, after: string): boolean {
	return valueOf(recognised(before)) === valueOf(recognised(after))
}

/**
 * Where a paragraph stands within its article, as it would be cited: p2-i3. The only 款 of an article is its first.
 * Elsewhere paragraphs have no number that anybody cites.
 */
export function placeInArticle({ anchor }: Paragraph): string {
	const place = /^art-\d+(?:-\d+)?(?:-r\d+)?(?:-p(\d+))?((?:-[im]\d+)*)/.exec(anchor)
	return place ? `p${place[1] ?? 1}${place[2] ?? ''}` : ''
}
