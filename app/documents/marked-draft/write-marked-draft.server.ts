import { AlignmentType, Document, Paragraph, type IParagraphStyleOptions } from 'docx'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { BODY_FONT, HEADING_FONT, SUBHEADING_FONT, TITLE_FONT } from '../official-layout.ts'
import { officialSection, PAPER_COMPATIBILITY, PAPER_STYLES } from '../papers/paper-page.ts'
import type { ParagraphStyle } from './line-style.ts'
import { markLines } from '../marked-lines/mark-lines.ts'
import type { MarkedLine } from '../marked-lines/placed-lines.ts'
import { type PaperFacts, initialsOf, nameOf } from '../papers/paper-facts.ts'
import { writeRevisions } from './revision-xml.ts'
import { packWord } from '../papers/pack-word.server.ts'
import { writable } from '../papers/xml-text.ts'

/** A marked-up draft to be written. */
export type MarkedDraftToWrite = Omit<PaperFacts, 'files'> & { readonly redline: Redline }

/**
 * Writes 花脸稿: a Word file with real tracked changes. Accepting all of them gives the new text, rejecting all of them
 * the old one, line for line, numbers included; what was asked and answered stands beside it as comments.
 */
export async function writeMarkedDraft(paper: MarkedDraftToWrite): Promise<Uint8Array> {
	const { texts, redline, author, at, comments } = paper
	const lines = markLines(texts.old, texts.new, redline)
	const places = comments.map((comment) => lineOf(lines, comment.anchor))
	const idsAt = new Map<number, number[]>()
	for (const [id, place] of places.entries()) idsAt.set(place, [...(idsAt.get(place) ?? []), id])
	const revision = { author, date: wordDate(at).toISOString().replace(/\.\d+/, '') }
	const body = writeRevisions(lines, revision, comments.length, (line) => idsAt.get(line) ?? [])
	return packWord(frameOf(paper), body)
}

/** Styles, page, head, page numbers and comments, around an empty body. */
function frameOf({ texts, comments }: MarkedDraftToWrite): Document {
	const head = [`${REDLINE_PAPER.markedDraft}　${nameOf(texts.old)}`, `→　${nameOf(texts.new)}`]
	return new Document({
		creator: '',
		title: REDLINE_PAPER.markedDraft,
		evenAndOddHeaderAndFooters: true,
		compatibility: PAPER_COMPATIBILITY,
		styles: {
			...PAPER_STYLES,
			paragraphStyles: [...PAPER_STYLES.paragraphStyles, ...PARAGRAPHS],
			characterStyles: [
				...PAPER_STYLES.characterStyles,
				{ id: 'ArticleNumber', name: 'Article Number', run: { font: HEADING_FONT } },
				{ id: 'CommentReference', name: 'annotation reference', run: { size: 21 } },
			],
		},
		comments: {
			children: comments.map(({ author, at, words }, id) => ({
				id,
				author: writable(author),
				initials: initialsOf(author),
				date: wordDate(at),
				children: words.map((line) => new Paragraph({ style: 'CommentText', text: writable(line) })),
			})),
		},
		sections: [{ ...officialSection('portrait', head), children: [new Paragraph('')] }],
	})
}

/** 28 characters of 16 pt in 156 mm: each is set closer by a quarter of a point, in whatever program. */
const TWENTY_EIGHT_A_LINE = { ...BODY_FONT, characterSpacing: -5 } as const
/** No heading is the last line of a page. */
const HEADING = { keepNext: true } as const
const CENTRED = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } as const

const PARAGRAPHS: IParagraphStyleOptions[] = [
	style('DraftTitle', 'Draft Title', {
		run: { ...TITLE_FONT, characterSpacing: 0 },
		paragraph: { ...CENTRED, outlineLevel: 0 },
	}),
	style('DraftNote', 'Draft Note', { run: { font: SUBHEADING_FONT }, paragraph: CENTRED }),
	style('DraftHeading', 'Draft Heading', {
		run: { font: HEADING_FONT },
		paragraph: { ...CENTRED, ...HEADING, outlineLevel: 1 },
	}),
	style('DraftSection', 'Draft Section', {
		run: { font: HEADING_FONT },
		paragraph: { ...HEADING, outlineLevel: 1 },
	}),
	style('DraftSubsection', 'Draft Subsection', {
		run: { font: SUBHEADING_FONT },
		paragraph: { ...HEADING, outlineLevel: 2 },
	}),
	style('DraftAnnex', 'Draft Annex', {
		run: { font: HEADING_FONT },
		paragraph: { ...HEADING, indent: { firstLine: 0 }, outlineLevel: 1 },
	}),
	{ id: 'DraftText', name: 'Draft Text', basedOn: 'Normal', quickFormat: true, run: TWENTY_EIGHT_A_LINE },
	{
		id: 'CommentText',
		name: 'annotation text',
		basedOn: 'Normal',
		run: { size: 21 },
		paragraph: { alignment: AlignmentType.LEFT, spacing: { line: 240 }, indent: { firstLine: 0 } },
	},
]

function style(
	id: ParagraphStyle,
	name: string,
	looks: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions {
	return { id, name, basedOn: 'DraftText', next: 'DraftText', quickFormat: true, ...looks }
}

/** The line on which a place of the older text stands; what has no place there stands at the top. */
function lineOf(lines: readonly MarkedLine[], anchor: string): number {
	const exact = lines.findIndex(({ old }) => old?.paragraph.anchor === anchor)
	if (exact >= 0) return exact
	const within = (clause: string) => anchor === clause || anchor.startsWith(`${clause}-`)
	const fits = lines.flatMap(({ old }, at) =>
		old && within(old.clause.anchor) ? [{ at, length: old.clause.anchor.length }] : [],
	)
	return fits.toSorted((a, b) => b.length - a.length || a.at - b.at)[0]?.at ?? 0
}

/** Word writes the time of the clock on the wall and calls it UTC, and shows it as it stands: so do we, for China. */
function wordDate(at: Date): Date {
	return new Date(at.getTime() + 8 * 3_600_000)
}
