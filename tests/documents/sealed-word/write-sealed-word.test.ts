import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '#app/domain/audit-chain/canonical-json.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { type Paper, type PaperNode, type Words, sentencesOf } from '#app/domain/paper/paper.ts'
import { verificationCode } from '#app/domain/paper/verification-code.ts'
import { writeSealedWord } from '#app/documents/sealed-word/write-sealed-word.ts'
import { brokenRules } from '#tests/support/office-rules.ts'

const said = (text: string): Words => ({ says: 'plain', text, from: [] })
const NODES: readonly PaperNode[] = [
	{ kind: 'title', words: said('青禾区司法局合法性审查意见书') },
	{ kind: 'number', words: said('青司审〔2026〕7号') },
	{ kind: 'subject', words: said('关于《青禾区电动自行车停放充电管理办法（送审稿）》的合法性审查意见') },
	{ kind: 'addressee', words: said('青禾区住房和城乡建设局：') },
	{ kind: 'heading', words: said('一、审查依据和材料') },
	{ kind: 'paragraph', words: said('依据甲规定审查。'), then: [said('予以确认。')] },
	{ kind: 'subheading', words: said('（一）必须修改：第六条。') },
	{ kind: 'strong', words: said('应当予以修改 <不含> "引号" & 符号\u0001。') },
	{ kind: 'fact', words: said('时　　间：2026年12月9日') },
	{
		kind: 'table',
		widths: [4, 48, 48],
		head: [said('序'), said('位置'), said('意见')],
		rows: [
			{
				cells: [[said('二十一')], [said('第六条')], [said('甲'), said('乙')]],
				isStrong: true,
				isUntested: true,
			},
		],
	},
	{ kind: 'hands', words: said('承办人：甲某') },
	{ kind: 'note', words: said('说明。') },
	{ kind: 'organ', words: said('青禾区司法局') },
	{ kind: 'day', words: said('2026年11月29日') },
]

function contentOf(nodes: readonly PaperNode[]): string {
	const paper: Paper = {
		form: 1,
		id: '0',
		kind: 'opinion',
		number: '青司审〔2026〕7号',
		title: '青禾区司法局合法性审查意见书',
		nodes,
	}
	return canonicalJson(paper as unknown as Json)
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
	return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

/** The texts of the paragraphs, breaks inside them left out. */
function paragraphsOf(document: string): string[] {
	return document
		.split('</w:p>')
		.map((paragraph) =>
			[...paragraph.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
		)
		.filter((text) => text !== '')
}

test('every sentence of the paper stands in the file, in order, and nothing else but the lines about its seal', () => {
	const content = contentOf(NODES)
	const document = partsOf(writeSealedWord(content))['word/document.xml'] ?? ''
	const code = verificationCode(sha256Hex(content))
	const words = paragraphsOf(document)
	expect(words.slice(0, -2).join('')).toBe(
		sentencesOf({ nodes: NODES })
			.map(({ text }) => text)
			.join('')
			.replace('<不含> "引号" & 符号\u0001', '&lt;不含&gt; &quot;引号&quot; &amp; 符号\uFFFD'),
	)
	expect(words.at(-2)).toBe(`封存校验码 ${sha256Hex(content).slice(0, 16)}　验真码 ${code}`)
	expect(words.at(-1)).toContain('/verify')
})

test('the file is sound by the rules of OOXML, and the same content gives the same bytes', () => {
	const content = contentOf(NODES)
	expect(brokenRules(writeSealedWord(content))).toEqual([])
	expect(writeSealedWord(content)).toEqual(writeSealedWord(content))
	expect(writeSealedWord(contentOf(NODES.slice(1)))).not.toEqual(writeSealedWord(content))
})

test('GB/T 9704: page, faces, size, lines and page numbers are those of an official paper', () => {
	const parts = partsOf(writeSealedWord(contentOf(NODES)))
	// 37, 26, 35 and 28 mm in twentieths of a point.
	expect(parts['word/document.xml']).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"')
	const styles = parts['word/styles.xml'] ?? ''
	const styleOf = (id: string) => styles.match(new RegExp(`w:styleId="${id}".*?</w:style>`))?.[0] ?? ''
	expect(styleOf('PaperTitle')).toMatch(/方正小标宋简体.*w:sz w:val="44"/)
	expect(styleOf('PaperText')).toMatch(
		/w:line="560" w:lineRule="exact".*firstLineChars="200".*仿宋_GB2312.*w:sz w:val="32"/,
	)
	expect(styleOf('PaperHeading')).toContain('黑体')
	expect(styleOf('PaperSubheading')).toContain('楷体_GB2312')
	expect(styles).not.toContain('<w:b/>')
	expect(parts['word/fontTable.xml']).toContain(
		'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,STFangsong"/>',
	)
	expect(parts['word/footer-odd.xml']).toMatch(/w:jc w:val="right".*— .*PAGE.* —/)
	expect(parts['word/footer-even.xml']).toContain('w:jc w:val="left"')
	expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
})

test('the day stands four characters from the margin, the organ centred over it, and no seal is drawn or named', () => {
	const document = partsOf(writeSealedWord(contentOf(NODES)))['word/document.xml'] ?? ''
	// 青禾区司法局 is 6 characters wide, 2026年11月29日 is 7: (7 − 6) / 2 further in than the day.
	expect(document).toMatch(/PaperOrgan"\/><w:ind w:rightChars="450"/)
	expect(document).toMatch(/PaperDay"\/><w:ind w:rightChars="400"/)
	expect(document).not.toContain('印章')
})

test('a title is broken before or after the name it quotes, and a short cell never one character to a row', () => {
	const document = partsOf(writeSealedWord(contentOf(NODES)))['word/document.xml'] ?? ''
	expect(document).toMatch(
		/>关于《青禾区电动自行车停放充电管理办法（送审稿）》<\/w:t><w:br\/><w:t [^>]*>的合法性审查意见</,
	)
	const [first] = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
	// 二十一 in 12 pt is 36 pt wide, with 8 pt of white: 880 twentieths.
	expect(first).toBeGreaterThanOrEqual(880)
})
