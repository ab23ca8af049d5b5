import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readImage } from '#app/documents/read-image.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const withPart = (name: string, data: Buffer) => buildDocx({ body: p(r('甲')), extra: [{ name, data }] })

test('what a browser could run or follow is no image, whatever it is called', async () => {
	for (const words of [
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
		'<html><script>alert(1)</script></html>',
		'\u0001\u0000\u0000\u0000 EMF',
	]) {
		const data = Buffer.from(words)
		expect(await readImage(withPart('word/media/a.png', data), 'word/media/a.png', hashOf(data))).toBeNull()
	}
})

test('a part with other bytes than the hash says is not given', async () => {
	const data = Buffer.from('ffd8ffe000', 'hex')
	const file = withPart('word/media/a.jpg', data)
	expect(await readImage(file, 'word/media/a.jpg', '0'.repeat(64))).toBeNull()
	expect(await readImage(file, 'word/media/A.JPG', hashOf(data))).toMatchObject({ mediaType: 'image/jpeg' })
	expect(await readImage(file, 'word/media/b.jpg', hashOf(data))).toBeNull()
})
