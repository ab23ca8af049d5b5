import {
	AlignmentType,
	Document,
	LevelFormat,
	LevelSuffix,
	LineRuleType,
	Packer,
	Paragraph,
	TextRun,
	type ILevelsOptions,
	type IParagraphOptions,
} from 'docx'
import { BODY_FONT, HEADING_FONT, MARGINS, TITLE_FONT, TWO_CHARACTERS } from './official-layout.ts'
import { formatNumber } from './word/number-format.ts'

/** A draft to be written as a Word file. */
export type DraftToWrite = {
	readonly title: string
	/** One paragraph each, with its number typed before it, as in `（一）年满十八周岁；`. */
	readonly paragraphs: readonly string[]
	/** `automatic` makes Word count chapters, articles and items wherever it would count to the same number. */
	readonly numbering: 'typed' | 'automatic'
}

const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const

type Kind = 'chapter' | 'article' | 'item' | 'sub-item'

/** How a typed number looks, in which list and level Word would count it, and in which format. */
const KINDS: readonly {
	readonly kind: Kind
	readonly typed: RegExp
	readonly list: string
	readonly level: number
	readonly format: string
}[] = [
	{
		kind: 'chapter',
		typed: /^第([一二三四五六七八九十百零〇]+)章[ 　]*/,
		list: 'chapters',
		level: 0,
		format: 'chineseCountingThousand',
	},
	{
		kind: 'article',
		typed: /^第([一二三四五六七八九十百零〇]+)条[ 　]*/,
		list: 'articles',
		level: 0,
		format: 'chineseCountingThousand',
	},
	{
		kind: 'item',
		typed: /^（([一二三四五六七八九十]+)）/,
		list: 'articles',
		level: 1,
		format: 'chineseCountingThousand',
	},
	{ kind: 'sub-item', typed: /^(\d+)\./, list: 'articles', level: 2, format: 'decimal' },
]

/** Writes a plain official .docx: the title centred, the body in 仿宋 三号 with its first lines indented. */
export async function writeDraft({ title, paragraphs, numbering }: DraftToWrite): Promise<Uint8Array> {
	const count = openTypedCounter()
	const body = paragraphs.map((words) => {
		const numbered = count(words)
		return new Paragraph(
			numbering === 'automatic' && numbered?.fits === true ? automatic(numbered) : typed(words),
		)
	})
	const document = new Document({
		creator: '',
		title,
		styles: { default: { document: { run: BODY_FONT, paragraph: { spacing: LINE } } } },
		numbering: {
			config: [
				{
					reference: 'chapters',
					levels: [level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1章', LevelSuffix.SPACE)],
				},
				{
					reference: 'articles',
					levels: [
						level(0, LevelFormat.CHINESE_COUNTING_THOUSAND, '第%1条', LevelSuffix.SPACE),
						level(1, LevelFormat.CHINESE_COUNTING_THOUSAND, '（%2）', LevelSuffix.NOTHING),
						level(2, LevelFormat.DECIMAL, '%3.', LevelSuffix.NOTHING),
					],
				},
			],
		},
		sections: [{ properties: { page: { margin: MARGINS } }, children: [heading(title), ...body] }],
	})
	return new Uint8Array(await Packer.toBuffer(document))
}

type Numbered = {
	readonly kind: Kind
	readonly list: string
	readonly level: number
	readonly rest: string
	readonly fits: boolean
}

/** Counts as Word would, and says of each typed number whether Word would show the same. */
function openTypedCounter(): (words: string) => Numbered | null {
	const counts = new Map<Kind, number>()
	return (words) => {
		for (const [rank, { kind, typed: pattern, list, level: depth, format }] of KINDS.entries()) {
			const found = pattern.exec(words)
			if (found === null) continue
			const next = (counts.get(kind) ?? 0) + 1
			const fits = formatNumber(format, next) === found[1]?.replaceAll('零', '〇')
			if (fits) {
				counts.set(kind, next)
				for (const below of KINDS.slice(rank + 1)) if (below.list === list) counts.delete(below.kind)
			}
			return { kind, list, level: depth, rest: words.slice(found[0].length), fits }
		}
		return null
	}
}

function automatic({ kind, list, level: depth, rest }: Numbered): IParagraphOptions {
	const numbered = { numbering: { reference: list, level: depth } }
	if (kind === 'chapter')
		return {
			...numbered,
			alignment: AlignmentType.CENTER,
			children: [new TextRun({ text: rest, font: HEADING_FONT })],
		}
	return { ...numbered, alignment: AlignmentType.BOTH, children: [new TextRun(rest)] }
}

function typed(words: string): IParagraphOptions {
	if (KINDS[0]?.typed.test(words) === true)
		return { alignment: AlignmentType.CENTER, children: [new TextRun({ text: words, font: HEADING_FONT })] }
	const label = KINDS[1]?.typed.exec(words)?.[0] ?? ''
	return {
		alignment: AlignmentType.BOTH,
		indent: { firstLine: TWO_CHARACTERS },
		children: [
			...(label === '' ? [] : [new TextRun({ text: label, font: HEADING_FONT })]),
			new TextRun(words.slice(label.length)),
		],
	}
}

function heading(title: string): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.CENTER,
		spacing: { ...LINE, after: 560 },
		children: [new TextRun({ text: title, ...TITLE_FONT })],
	})
}

function level(
	depth: number,
	format: ILevelsOptions['format'],
	text: string,
	suffix: ILevelsOptions['suffix'],
): ILevelsOptions {
	return {
		level: depth,
		...(format === undefined ? {} : { format }),
		text,
		...(suffix === undefined ? {} : { suffix }),
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 0, firstLine: TWO_CHARACTERS } } },
	}
}
