import { expect, test } from 'vitest'
import { readForm, readOpenForm } from '#app/http/read-form.server.ts'

const form = (words: string) =>
	new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ words }) })

test('a form is read, in either way that a browser sends one', async () => {
	expect((await readForm(form('依据 & 理由'))).get('words')).toBe('依据 & 理由')
	const body = new FormData()
	body.append('words', '依据')
	const sent = new Request('http://localhost/', { method: 'POST', body })
	expect((await readForm(sent)).get('words')).toBe('依据')
})

test('a form that is too large is turned away before it is all here', async () => {
	let chunks = 0
	const body = new ReadableStream({
		pull: (controller) => {
			chunks += 1
			if (chunks > 1000) controller.close()
			else controller.enqueue(new TextEncoder().encode(`words=${'字'.repeat(20_000)}&`))
		},
	})
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
	const endless = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' })
	await expect(readForm(endless)).rejects.toMatchObject({ status: 413 })
	expect(chunks).toBeLessThan(100)
})

test.each([
	['nothing at all', {}],
	['another kind of body', { body: '{}', headers: { 'Content-Type': 'application/json' } }],
	['a form without its boundary', { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
])('%s is no form, and the sender is told so', async (_what, init) => {
	const sent = new Request('http://localhost/', { method: 'POST', ...init })
	await expect(readForm(sent)).rejects.toMatchObject({ status: 400 })
})

test('T57 a form that is open to everybody takes 16 KB, and is turned away before its fields are read', async () => {
	expect([...(await readOpenForm(form('字'.repeat(1000))))]).toHaveLength(1)
	const many = new Request('http://localhost/', {
		method: 'POST',
		body: new URLSearchParams('a=b&'.repeat(5000)),
	})
	await expect(readOpenForm(many)).rejects.toMatchObject({ status: 413 })
	const said = new Request('http://localhost/', {
		method: 'POST',
		body: new URLSearchParams({ a: 'b' }),
		headers: { 'Content-Length': '3900000' },
	})
	await expect(readOpenForm(said)).rejects.toMatchObject({ status: 413 })
})

test('a form of a hundred thousand fields is turned away before they are read, whoever sends it', async () => {
	const sent = (count: number) =>
		new Request('http://localhost/', {
			method: 'POST',
			body: new URLSearchParams(Array.from({ length: count }, (_, at) => [`f${at}`, ''])),
		})
	await expect(readForm(sent(100_000))).rejects.toMatchObject({ status: 413 })
	expect([...(await readForm(sent(2000)))]).toHaveLength(2000)
})
