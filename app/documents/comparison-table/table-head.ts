import { withoutBlanks } from '#app/domain/legal-text/without-blanks.ts'
import { readSides } from '#app/domain/redline/compared-text.ts'
import { isCounted } from '#app/domain/redline-reading/place-items.ts'
import { type Redline, BLOCK_KINDS } from '#app/domain/redline/redline.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { isChanged } from './block-notes.ts'
import { type ComparedTexts, fullNameOf } from '../papers/paper-facts.ts'

/** What stands above the table. */
export type TableHead = {
	readonly title: string
	readonly sides: readonly [string, string]
	/** How many clauses changed in which way, and what the reader has to know of the result. */
	readonly summary: string
}

/** A first line that is longer is no title. */
const LONGEST_TITLE = 60

/** The title, both versions with their hashes, and the counts. */
export function tableHead(texts: ComparedTexts, redline: Redline): TableHead {
	const title = withoutBlanks(readSides(texts).new.legal.title ?? '')
	const isTitle = title !== '' && title.length <= LONGEST_TITLE && !/[。；：，]$/.test(title)
	const quoted = isTitle && !/[《》]/.test(title) ? REDLINE_PAPER.titleOf(title) : isTitle ? title : ''
	return {
		title: `${quoted}${REDLINE_PAPER.table}`,
		sides: [REDLINE_PAPER.oldSide(fullNameOf(texts.old)), REDLINE_PAPER.newSide(fullNameOf(texts.new))],
		summary: [
			countsOf(redline),
			redline.quiet > 0 ? REDLINE_PAPER.quiet(redline.quiet) : '',
			redline.bounded ? REDLINE_PAPER.bounded : '',
		].join(''),
	}
}

/** The same counts as on the page. */
function countsOf({ blocks, identical }: Redline): string {
	if (identical) return REDLINE_PAPER.identical
	const { before, kind: word, between, end } = REDLINE_PAPER.counts
	const counted = blocks.filter((block) => isCounted(block) && isChanged(block))
	const words = BLOCK_KINDS.flatMap((kind) => {
		const count = counted.filter((block) => block.kind === kind).length
		return kind === 'unchanged' || count === 0 ? [] : [word(REDLINE_PAPER.kind[kind], count)]
	})
	return words.length === 0 ? '' : `${before}${words.join(between)}${end}`
}
