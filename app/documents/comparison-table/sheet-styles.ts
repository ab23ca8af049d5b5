/** The formats of cells by what they are for; the numbers are their places in `STYLES_XML`. */
export const STYLE_CODES = { title: 1, small: 2, head: 3, body: 4 } as const

const font = (face: string, size: number) =>
	`<font><sz val="${size}"/><name val="${face}"/><family val="3"/><charset val="134"/></font>`
const edge = (side: string) => `<${side} style="thin"><color auto="1"/></${side}>`
const format = (fontId: number, borderId: number, alignment: string) =>
	`<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${alignment}/></xf>`

/** Title 小标宋, head 黑体, the rest 仿宋; cells of the table are ruled and wrap. */
export const STYLES_XML = [
	'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
	`<fonts count="4">${font('仿宋', 11)}${font('方正小标宋简体', 20)}${font('仿宋', 10)}${font('黑体', 12)}</fonts>`,
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
	'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
	`<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>`,
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
	'<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
	format(1, 0, 'horizontal="center" vertical="center" wrapText="1"'),
	format(2, 0, 'horizontal="left" vertical="center"'),
	format(3, 1, 'horizontal="center" vertical="center" wrapText="1"'),
	format(0, 1, 'horizontal="left" vertical="top" wrapText="1"'),
	'</cellXfs></styleSheet>',
].join('')
