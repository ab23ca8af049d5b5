import { onTestFinished, expect, test } from 'vitest'
import { readReadAs } from '#app/documents/reader/read-as.ts'
import { openReader, type ReaderBounds } from '#app/documents/reader/reader.server.ts'
import { buildDocx, p, r } from '#tests/support/docx-builder.ts'

const BOUNDS: ReaderBounds = { threads: 1, milliseconds: 60_000, megabytes: 512 }

function openedReader(bounds: Partial<ReaderBounds> = {}) {
	const reader = openReader({ ...BOUNDS, ...bounds })
	onTestFinished(() => reader.close())
	return reader
}

const draft = (body: string) => ({ kind: 'draft', bytes: buildDocx({ body }), name: '稿.docx' }) as const

test('a draft is read in a thread, and its legal text comes with it', async () => {
	const read = await openedReader().read(draft(p(r('第一条　甲。')) + p(r('第二条　乙。'))))
	if (!read.ok || read.value.readAs === null) throw new Error('read')
	expect(read.value.text).toBe('第一条　甲。\n第二条　乙。')
	expect(readReadAs(read.value.readAs).legal.clauses.map(({ key }) => key)).toEqual(['1', '2'])
})

test('a draft that takes longer than it may is refused by name, and the next one is read', async () => {
	const reader = openedReader({ milliseconds: 5_000 })
	const short = draft(p(r('第一条　甲。')))
	expect(await reader.read(short)).toMatchObject({ ok: true })
	const long = { kind: 'pasted', text: '第一条 甲。\n'.repeat(400_000) } as const
	const hurried = openedReader({ milliseconds: 50 })
	expect(await hurried.read(long)).toEqual({ ok: false, reason: { code: 'too-costly' } })
	expect(await reader.read(short)).toMatchObject({ ok: true })
})

test('a draft that takes more memory than it may is refused by name, and the process goes on', async () => {
	const text = '第一条 甲。\n'.repeat(400_000)
	const answer = await openedReader({ megabytes: 48 }).read({ kind: 'pasted', text })
	expect(answer).toEqual({ ok: false, reason: { code: 'too-costly' } })
})
