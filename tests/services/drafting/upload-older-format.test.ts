import { expect, test } from 'vitest'
import { takeDraftOfAnyFormat } from '#app/services/files/convert-draft.server.ts'
import { accept, refuse } from '#app/domain/result.ts'
import { READER_IN_PLACE } from '#tests/support/open-test-shell.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const RTF = Buffer.from('{\\rtf1\\ansi }')
const docx = buildDocx({ body: p(r('第一条 集市每周开放。')) })
const given = (name: string) => ({ name, bytes: RTF, secrecy: 'internal' })

test('a draft in an older format becomes a .docx that is named to be compared, with its original beside it', async () => {
	const taken = await takeDraftOfAnyFormat(
		{ reader: READER_IN_PLACE, converter: async () => accept(docx) },
		given('稿.docx'),
	)
	expect(taken).toMatchObject({
		ok: true,
		value: {
			main: {
				name: '稿.docx',
				text: '第一条 集市每周开放。',
				findings: [{ code: 'converted-draft', blocking: false, detail: { name: '稿.rtf' } }],
			},
			original: { name: '稿.rtf', bytes: RTF },
		},
	})
})

test('without a converter, or where it fails, the draft is refused with what to do', async () => {
	expect(
		await takeDraftOfAnyFormat({ reader: READER_IN_PLACE, converter: null }, given('稿.rtf')),
	).toMatchObject({
		ok: false,
		reason: { code: 'file-refused', cause: 'rtf-file' },
	})
	const failing = async () => refuse({ code: 'conversion-failed' } as const)
	expect(
		await takeDraftOfAnyFormat({ reader: READER_IN_PLACE, converter: failing }, given('稿.rtf')),
	).toMatchObject({
		ok: false,
		reason: { code: 'file-refused', cause: 'conversion-failed' },
	})
})

test('a .docx is taken as it is', async () => {
	const taken = await takeDraftOfAnyFormat(
		{ reader: READER_IN_PLACE, converter: null },
		{ name: '稿.docx', bytes: docx, secrecy: 'internal' },
	)
	expect(taken).toMatchObject({ ok: true, value: { main: { findings: [] }, original: null } })
})
