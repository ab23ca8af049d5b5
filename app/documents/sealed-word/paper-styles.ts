import type { LineKind } from '#app/domain/paper/paper.ts'
import { type Face, fontsXml } from './paper-fonts.ts'

/** 28 pt, in twentieths: 22 lines on a page of 225 mm. */
const LINE = 560
/** 三号. */
export const BODY_POINTS = 16
/** A line of 156 mm takes 28 characters of 三号 when each is set a quarter of a point closer. */
const CLOSER = -5

/** A style of the Word file: its face, size and place. Lengths are in twentieths of a point, widths in hundredths of a character. */
type PaperStyle = {
	readonly id: string
	readonly name: string
	readonly face: Face
	readonly points: number
	readonly line: number
	readonly align: 'left' | 'center' | 'right' | 'both'
	readonly indent: number
	/** Further lines begin so far in, under what follows the label. */
	readonly hanging?: { readonly left: number; readonly by: number }
	/** The white above stands only before the first of several. */
	readonly isGrouped?: boolean
	readonly before: number
	readonly after: number
	/** Stays with what follows. */
	readonly keepNext?: boolean
	readonly outline?: number
	/** Thin lines above and under it, as around an imprint (7.4.1). */
	readonly ruled?: boolean
}

const BODY = {
	face: 'body',
	points: BODY_POINTS,
	line: LINE,
	align: 'both',
	indent: 200,
	before: 0,
	after: 0,
} as const satisfies Partial<PaperStyle>

/** The style of each line (GB/T 9704-2012 7.2, 7.3). */
export const LINE_STYLES: Readonly<Record<LineKind, PaperStyle>> = {
	title: {
		...BODY,
		id: 'PaperTitle',
		name: '公文标题',
		face: 'title',
		points: 22,
		line: 640,
		align: 'center',
		indent: 0,
		before: 240,
		after: 280,
		keepNext: true,
	},
	number: { ...BODY, id: 'PaperNumber', name: '发文字号', align: 'center', indent: 0, after: 280 },
	subject: {
		...BODY,
		id: 'PaperSubject',
		name: '事由',
		align: 'center',
		indent: 0,
		after: 280,
	},
	addressee: { ...BODY, id: 'PaperAddressee', name: '主送机关', align: 'left', indent: 0 },
	heading: { ...BODY, id: 'PaperHeading', name: '一级标题', face: 'heading', keepNext: true, outline: 0 },
	subheading: {
		...BODY,
		id: 'PaperSubheading',
		name: '二级标题',
		face: 'subheading',
		keepNext: true,
		outline: 1,
	},
	paragraph: { ...BODY, id: 'PaperText', name: '正文段落' },
	strong: { ...BODY, id: 'PaperStrong', name: '着重', face: 'heading' },
	fact: { ...BODY, id: 'PaperFact', name: '事实', align: 'left', indent: 0 },
	roll: {
		...BODY,
		id: 'PaperRoll',
		name: '人员名单',
		align: 'left',
		indent: 0,
		hanging: { left: 500, by: 300 },
		before: LINE,
		isGrouped: true,
	},
	hands: { ...BODY, id: 'PaperHands', name: '经办', align: 'left', indent: 0, before: LINE, keepNext: true },
	// The seal covers the name and the day: above them two lines stay empty.
	organ: {
		...BODY,
		id: 'PaperOrgan',
		name: '发文机关署名',
		align: 'right',
		indent: 0,
		before: 2 * LINE,
		keepNext: true,
	},
	signer: {
		...BODY,
		id: 'PaperSigner',
		name: '署名',
		align: 'right',
		indent: 0,
		before: LINE,
		keepNext: true,
	},
	day: { ...BODY, id: 'PaperDay', name: '成文日期', align: 'right', indent: 0, keepNext: true },
	note: {
		...BODY,
		id: 'PaperNote',
		name: '附注',
		points: 12,
		line: 400,
		align: 'left',
		indent: 0,
		before: 120,
		keepNext: true,
	},
}

/** What stands in the cells of a table, and in those of one with many rows. */
export const CELL_STYLES = {
	plain: { ...BODY, id: 'PaperCell', name: '表格', points: 12, line: 360, align: 'left', indent: 0 },
	dense: {
		...BODY,
		id: 'PaperDenseCell',
		name: '密排表格',
		points: 10.5,
		line: 300,
		align: 'left',
		indent: 0,
	},
} as const satisfies Record<string, PaperStyle>

/** The lines of the seal, set like an imprint: 四号 would take three lines of them. */
export const SEAL_STYLE: PaperStyle = {
	...BODY,
	id: 'PaperSeal',
	name: '封存信息',
	points: 10.5,
	line: 320,
	align: 'left',
	indent: 0,
	before: 280,
	ruled: true,
}

/** styles.xml: the body as the default, and a named style for each kind of line. */
export function stylesXml(): string {
	const styles = [...Object.values(LINE_STYLES), ...Object.values(CELL_STYLES), SEAL_STYLE]
	return [
		'<w:docDefaults><w:rPrDefault><w:rPr>',
		runXml({ face: 'body', points: BODY_POINTS }),
		'<w:lang w:val="en-US" w:eastAsia="zh-CN"/>',
		'</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
		'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
		...styles.map(styleXml),
	].join('')
}

function styleXml(style: PaperStyle): string {
	return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraphXml(style)}</w:pPr><w:rPr>${runXml(style)}</w:rPr></w:style>`
}

function paragraphXml(style: PaperStyle): string {
	const { keepNext, ruled, line, align, before, after, outline } = style
	const rule =
		'<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="auto"/><w:bottom w:val="single" w:sz="6" w:space="4" w:color="auto"/></w:pBdr>'
	return [
		keepNext ? '<w:keepNext/>' : '',
		'<w:widowControl/>',
		ruled ? rule : '',
		'<w:overflowPunct/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
		`<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`,
		indentXml(style),
		ruled || style.isGrouped ? '<w:contextualSpacing/>' : '',
		`<w:jc w:val="${align}"/>`,
		outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
	].join('')
}

function indentXml({ indent, hanging }: PaperStyle): string {
	const twips = (characters: number) => (characters / 100) * BODY_POINTS * 20
	if (hanging) {
		const { left, by } = hanging
		return `<w:ind w:leftChars="${left}" w:left="${twips(left)}" w:hangingChars="${by}" w:hanging="${twips(by)}"/>`
	}
	return indent === 0 ? '' : `<w:ind w:firstLineChars="${indent}" w:firstLine="${twips(indent)}"/>`
}

function runXml({ face, points }: Pick<PaperStyle, 'face' | 'points'>): string {
	const closer = points === BODY_POINTS ? `<w:spacing w:val="${CLOSER}"/>` : ''
	return `${fontsXml(face)}${closer}<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
}
