import { createHash } from 'node:crypto'
import { deflateSync, crc32 } from 'node:zlib'
import { buildDocx, p, r } from './docx-builder.ts'

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
	const length = Buffer.alloc(4)
	length.writeUInt32BE(data.length)
	const sum = Buffer.alloc(4)
	sum.writeUInt32BE(crc32(body))
	return Buffer.concat([length, body, sum])
}

/** A PNG of 160 × 60 points, grey with a dark frame. */
function picture(): Buffer {
	const [width, height] = [160, 60]
	const head = Buffer.alloc(13)
	head.writeUInt32BE(width, 0)
	head.writeUInt32BE(height, 4)
	head.set([8, 0, 0, 0, 0], 8)
	const rows = Array.from({ length: height }, (_row, y) =>
		Buffer.from([
			0,
			...Array.from({ length: width }, (_column, x) =>
				x < 3 || y < 3 || x >= width - 3 || y >= height - 3 ? 40 : 200,
			),
		]),
	)
	return Buffer.concat([
		Buffer.from('89504e470d0a1a0a', 'hex'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	])
}

export const PICTURE = picture()
export const PICTURE_SHA256 = createHash('sha256').update(PICTURE).digest('hex')

/** A run that shows the image of a relationship. */
export function pictured(id: string, words: string): string {
	return `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1524000" cy="571500"/><wp:docPr id="1" name="图" descr="${words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** The relationship by which a document shows an image of its package. */
export function imageRelation(id: string, target: string): string {
	return `<Relationship Id="${id}" Type="${RELATION}" Target="${target}"/>`
}

const cell = (words: string, properties = '') =>
	`<w:tc><w:tcPr>${properties}</w:tcPr>${words === '' ? p('') : p(r(words))}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr>${properties}${cells}</w:tr>`
const FIRST = '<w:vMerge w:val="restart"/>'
const GOES_ON = '<w:vMerge/>'

/** Columns merged in the head, a limit merged over two rows. */
const TABLE = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${[
	row(cell('数量') + cell('补助（元）', '<w:gridSpan w:val="2"/>'), '<w:trPr><w:tblHeader/></w:trPr>'),
	row(cell('一至二个') + cell('2000') + cell('8000', FIRST)),
	row(cell('三至五个') + cell('3500') + cell('', GOES_ON)),
].join('')}</w:tbl>`

/** A draft of our own writing with a table in 第二条, a picture in 第三条 and an annex. */
export const PICTURED_DRAFT = buildDocx({
	body: [
		p(r('青禾区油烟治理补助办法'), '<w:jc w:val="center"/>'),
		p(r('第一条　为规范补助发放，制定本办法。')),
		p(r('第二条　补助按照下列标准发放：')),
		TABLE,
		p(r('前款所称数量，按照申请时核定。')),
		p(r('第三条　补助按照下图所示程序办理：')),
		p(pictured('rIdPicture', '办理程序')),
		p(r('第四条　本办法自印发之日起施行，有效期二年。')),
		p(r('附件1')),
		p(r('补助申请表')),
	].join(''),
	relationships: imageRelation('rIdPicture', 'media/picture.png'),
	extra: [{ name: 'word/media/picture.png', data: PICTURE }],
})
