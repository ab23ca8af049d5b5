import { expect, test } from 'vitest'
import { takeDraft } from '#app/services/take-file.server.ts'
import type { DocxParts } from '#tests/support/docx-builder.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const BODY = p(r('第一条　本办法自印发之日起施行。'))
const LONG = '青禾区人民政府办公室文件'.repeat(20)
const comment = (words: string) => `<w:comment w:id="1" w:author="王某">${p(r(words))}</w:comment>`
const deleted = (words: string) =>
	p(`<w:del w:id="1" w:author="王某"><w:r><w:delText>${words}</w:delText></w:r></w:del>`)

/** Everywhere in a Word file that words stand without standing in its text. */
const ASIDE: readonly (readonly [where: string, parts: (marking: string) => DocxParts])[] = [
	['a header', (marking) => ({ body: BODY, header: p(r(marking)) })],
	['the end of a long header', (marking) => ({ body: BODY, header: p(r(LONG + marking)) })],
	['a footer', (marking) => ({ body: BODY, footer: p(r(marking)) })],
	['a comment', (marking) => ({ body: BODY, comments: comment(LONG + marking) })],
	['a deletion not yet accepted', (marking) => ({ body: BODY + deleted(marking) })],
	[
		'the last of very many deletions',
		(marking) => ({
			body: BODY + Array.from({ length: 300 }, (_, at) => deleted(`删${at}`)).join('') + deleted(marking),
		}),
	],
	['hidden words', (marking) => ({ body: BODY + p(r(LONG + marking, '<w:vanish/>')) })],
]

test.each(ASIDE)('a marking in %s is found like one in the text', async (_where, parts) => {
	const take = (marking: string) =>
		takeDraft({ name: '办法.docx', bytes: buildDocx(parts(marking)), secrecy: 'internal' })
	expect(await take('绝密★长期')).toMatchObject({
		ok: false,
		reason: { code: 'classified', level: 'top-secret' },
	})
	expect(await take('保守国家秘密')).toMatchObject({ ok: true })
})
