/**
 * The faces of official papers by GB/T 9704-2012 (5.2.2, 7.3), each with faces that stand in for it where a machine does
 * not have it. They are named and not embedded.
 */
export const FACES = {
	title: { name: '方正小标宋简体', instead: ['方正小标宋_GBK', '华文中宋', 'STZhongsong'] },
	body: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', 'STFangsong'] },
	heading: { name: '黑体', instead: ['SimHei', 'STHeiti'] },
	subheading: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', 'STKaiti'] },
	number: { name: '宋体', instead: ['SimSun', 'STSong'] },
} as const

export type Face = keyof typeof FACES

/** A face for every script of a run: Arabic figures stand in the face of the text around them. */
export function fontsXml(face: Face): string {
	const { name } = FACES[face]
	return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

/** The table of fonts: what each face may be replaced by. */
export function fontTableXml(): string {
	return Object.values(FACES)
		.map(
			({ name, instead }) =>
				`<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
		)
		.join('')
}
