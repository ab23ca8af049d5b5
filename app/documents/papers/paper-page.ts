import {
	AlignmentType,
	Footer,
	Header,
	LineRuleType,
	NumberFormat,
	PageNumber,
	PageOrientation,
	Paragraph,
	TextRun,
	type ISectionOptions,
	type IStylesOptions,
} from 'docx'
import { BODY_FONT, MARGINS, NUMBER_FONT, PAPER, TWO_CHARACTERS } from '../official-layout.ts'
import { writable } from './xml-text.ts'

/** 22 lines fill the 版心 of 225 mm. */
const LINE = 579

/** The style that all others start from: 三号 仿宋, first lines indented by two characters. */
export const PAPER_STYLES = {
	default: {
		document: {
			run: BODY_FONT,
			paragraph: {
				alignment: AlignmentType.BOTH,
				spacing: { line: LINE, lineRule: LineRuleType.EXACT },
				indent: { firstLine: TWO_CHARACTERS },
			},
		},
	},
	paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true }],
	characterStyles: [{ id: 'DefaultParagraphFont', name: 'Default Paragraph Font' }],
} satisfies IStylesOptions

/** A line that ends where its author broke it is not stretched to the margin. */
export const PAPER_COMPATIBILITY = { doNotExpandShiftReturn: true } as const

/** The page of an official paper: margins, a small head, and page numbers — 1 — right on odd and left on even pages. */
export function officialSection(
	orientation: 'portrait' | 'landscape',
	head: readonly string[],
): Omit<ISectionOptions, 'children'> {
	const isPortrait = orientation === 'portrait'
	const header = () => new Header({ children: head.map((words) => small(words)) })
	return {
		properties: {
			page: {
				size: {
					...PAPER,
					orientation: isPortrait ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
				},
				margin: { ...(isPortrait ? MARGINS : turned()), header: 964, footer: isPortrait ? 1247 : 794 },
				pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
			},
		},
		...(head.length > 0 ? { headers: { default: header(), even: header() } } : {}),
		footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
	}
}

/** A page on its side is bound at its head: the margins turn with the paper. */
function turned(): typeof MARGINS | object {
	const { top, bottom, left, right } = MARGINS
	return { top: left, right: top, bottom: right, left: bottom }
}

function small(words: string): Paragraph {
	return new Paragraph({
		alignment: AlignmentType.LEFT,
		indent: { firstLine: 0 },
		spacing: { line: 280, lineRule: LineRuleType.EXACT },
		children: [new TextRun({ text: writable(words), size: 18 })],
	})
}

/** One character in from the edge (空一字). */
function footer(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
	const side = alignment === AlignmentType.RIGHT ? 'right' : 'left'
	return new Footer({
		children: [
			new Paragraph({
				alignment,
				indent: { firstLine: 0, [side]: 280 },
				spacing: { line: 240, lineRule: LineRuleType.AUTO },
				children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...NUMBER_FONT })],
			}),
		],
	})
}
