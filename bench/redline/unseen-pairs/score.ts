/** How near a redline comes to what is known of a generated pair. */
import { parseLegalText } from '#app/domain/legal-text/parse-legal-text.ts'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { BlockKind, Redline } from '#app/domain/redline/redline.ts'
import type { DraftArticle, Written } from './draft.ts'

export type Counts = { right: number; wrong: number; missed: number }

/** Links of articles, links of paragraphs inside them, and what was said of articles. `notes` are for who looks closer. */
export type Tally = {
	readonly articles: Counts
	readonly paragraphs: Counts
	readonly kinds: Counts
	readonly notes: string[]
}

/** Where each place of a text stands, by line. */
type Places = {
	readonly lines: readonly string[]
	/** The line of an anchor, of a clause or a paragraph. */
	readonly lineOf: ReadonlyMap<string, number>
	/** The line at which the article begins that a line stands in, or undefined for a heading. */
	readonly articleOf: ReadonlyMap<number, number>
}

export function emptyTally(): Tally {
	const counts = () => ({ right: 0, wrong: 0, missed: 0 })
	return { articles: counts(), paragraphs: counts(), kinds: counts(), notes: [] }
}

/** F1 of right, wrong and missed ones; of nothing at all 1. */
export function f1({ right, wrong, missed }: Counts): number {
	return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed)
}

/** Compares a pair and adds to the tally what was right. `truthOf` tells what became of an article that lives on or is new. */
export function scorePair(
	old: Written,
	fresh: Written,
	truthOf: (article: DraftArticle) => BlockKind,
	tally: Tally,
): void {
	const redline = compareTexts(old.text, fresh.text)
	const [left, right] = [placesOf(old), placesOf(fresh)]
	const origins = new Map(old.articles.map(({ article, line }) => [article.origins[0] ?? '', line]))
	const say = (link: string) => {
		const [a = '', b = ''] = link.split('>')
		return `${left.lines[Number(a)]?.slice(0, 50)} >> ${right.lines[Number(b)]?.slice(0, 50)}`
	}
	const wanted = linksBy(fresh.articles, ({ article }) => article.origins, origins)
	count(wanted, articleLinks(redline, left, right), tally.articles, (what, link) =>
		tally.notes.push(`${what} article ${say(link)}`),
	)
	const pieces = new Map(
		old.paragraphs.flatMap(({ paragraph, line }) =>
			paragraph.origins.map((origin) => [origin, line] as const),
		),
	)
	const wantedRows = linksBy(fresh.paragraphs, ({ paragraph }) => paragraph.origins, pieces)
	count(wantedRows, rowLinks(redline, left, right, wantedRows), tally.paragraphs, (what, link) =>
		tally.notes.push(`${what} paragraph ${say(link)}`),
	)
	const kinds = kindsByLine(redline, left, right)
	const survivors = new Set(fresh.articles.flatMap(({ article }) => article.origins))
	const expected = [
		...fresh.articles.map(({ article, line }) => ({
			found: kinds.ofNew.get(line),
			kind: truthOf(article),
			line,
		})),
		...old.articles
			.filter(({ article }) => !survivors.has(article.origins[0] ?? ''))
			.map(({ line }) => ({ found: kinds.ofOld.get(line), kind: 'deleted' as const, line })),
	]
	for (const { found, kind, line } of expected) {
		if (found === kind) tally.kinds.right += 1
		else tally.kinds.wrong += 1
		if (found !== kind)
			tally.notes.push(
				`${kind} shown ${found} ${(kind === 'deleted' ? left : right).lines[line]?.slice(0, 60)}`,
			)
	}
}

function placesOf(written: Written): Places {
	const lineOf = new Map<string, number>()
	for (const { anchor, paragraphs } of parseLegalText(written.text).clauses) {
		if (paragraphs[0]) lineOf.set(anchor, paragraphs[0].line)
		for (const paragraph of paragraphs) lineOf.set(paragraph.anchor, paragraph.line)
	}
	const starts = new Map(written.articles.map(({ article, line }) => [article, line]))
	const articleOf = new Map(
		written.paragraphs.map(({ article, line }) => [line, starts.get(article) ?? line]),
	)
	return { lines: written.text.split('\n'), lineOf, articleOf }
}

function linksBy<Each extends { readonly line: number }>(
	places: readonly Each[],
	originsOf: (each: Each) => readonly string[],
	lines: ReadonlyMap<string, number>,
): Set<string> {
	return new Set(
		places.flatMap((each) =>
			originsOf(each).flatMap((origin) => (lines.has(origin) ? `${lines.get(origin)}>${each.line}` : [])),
		),
	)
}

function count(
	wanted: ReadonlySet<string>,
	given: ReadonlySet<string>,
	counts: Counts,
	note: (what: 'wrong' | 'missed', link: string) => void,
): void {
	for (const link of given) {
		if (wanted.has(link)) counts.right += 1
		else {
			counts.wrong += 1
			note('wrong', link)
		}
	}
	for (const link of wanted)
		if (!given.has(link)) {
			counts.missed += 1
			note('missed', link)
		}
}

/** A section that is a member of a list belongs to the article that the list stands in. */
function articleLinks({ blocks }: Redline, left: Places, right: Places): Set<string> {
	const articleAt = ({ lineOf, articleOf }: Places, anchor: string) =>
		articleOf.get(lineOf.get(anchor) ?? -1) ?? []
	return new Set(
		blocks.flatMap((block) =>
			block.old
				.flatMap(({ anchor }) => articleAt(left, anchor))
				.flatMap((a) => block.new.flatMap(({ anchor }) => articleAt(right, anchor)).map((b) => `${a}>${b}`)),
		),
	)
}

/** Rows with both sides. A part that stands in a row of its own, called split or merged, is where it belongs. */
function rowLinks(
	{ blocks }: Redline,
	left: Places,
	right: Places,
	wanted: ReadonlySet<string>,
): Set<string> {
	const links = new Set<string>()
	const [parts, wholes] = [new Set<string>(), new Set<string>()]
	for (const row of blocks.flatMap(({ rows }) => rows)) {
		const a = row.oldAnchor === null ? undefined : left.lineOf.get(row.oldAnchor)
		const b = row.newAnchor === null ? undefined : right.lineOf.get(row.newAnchor)
		const areText = left.articleOf.has(a ?? -1) && right.articleOf.has(b ?? -1)
		if (areText) links.add(`${a}>${b}`)
		if (row.kind !== 'split' && row.kind !== 'merged') continue
		parts.add(String(a))
		wholes.add(String(b))
	}
	for (const link of wanted) {
		const [a = '', b = ''] = link.split('>')
		if (parts.has(a) && wholes.has(b)) links.add(link)
	}
	return links
}

function kindsByLine({ blocks }: Redline, left: Places, right: Places) {
	const [ofOld, ofNew] = [new Map<number, BlockKind>(), new Map<number, BlockKind>()]
	for (const { kind, old, new: fresh } of blocks) {
		for (const { anchor } of old) ofOld.set(left.lineOf.get(anchor) ?? -1, kind)
		for (const { anchor } of fresh) ofNew.set(right.lineOf.get(anchor) ?? -1, kind)
	}
	return { ofOld, ofNew }
}
