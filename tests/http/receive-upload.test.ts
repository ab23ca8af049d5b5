import { expect, test } from 'vitest'
import { receiveUpload } from '#app/http/receive-upload.server.ts'

const TOKEN = 'the token of this session'
const isOwn = (fields: FormData) => fields.get('csrf') === TOKEN

/** A form with files as a browser sends it, in the order of its fields. */
function form(parts: readonly (readonly [string, string | File])[]): Request {
	const body = new FormData()
	for (const [name, value] of parts) body.append(name, value)
	return new Request('http://localhost/', { method: 'POST', body })
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer> = '正文') => new File([content], name)
const big = (megabytes: number) => new Uint8Array(megabytes * 2 ** 20)
const receive = (request: Request) => receiveUpload(request, { isOwn, files: 'kept' })

test('fields and files come as they were sent, under the names that people gave them', async () => {
	const sent = form([
		['csrf', TOKEN],
		['title', '区养犬管理办法（草案）'],
		['main', file('区养犬管理办法（送审稿）.docx', 'bytes')],
		['title', '第二个'],
		['annexes', file('附件 1.pdf', '')],
		['annexes', file('')],
	])
	const received = await receive(sent)
	if (!received.ok) throw new Error(received.reason.fault)
	const { fields, files } = received.value
	expect(fields.getAll('title')).toEqual(['区养犬管理办法（草案）', '第二个'])
	expect(files.map(({ field, name, bytes }) => [field, name, new TextDecoder().decode(bytes)])).toEqual([
		['main', '区养犬管理办法（送审稿）.docx', 'bytes'],
		['annexes', '附件 1.pdf', ''],
	])
})

test('files that arrive in one piece keep each its own name, and none is lost behind an empty field', async () => {
	const whole = form([
		['csrf', TOKEN],
		['bulk', file('征求意见汇总表.txt', '意见')],
		['bulk', file('关于送审的函.txt', '函')],
		['main', file('', '')],
	])
	const headers = { 'Content-Type': whole.headers.get('Content-Type') ?? '' }
	const body = await whole.arrayBuffer()
	const received = await receive(new Request(whole.url, { method: 'POST', headers, body }))
	const files = received.ok ? received.value.files : []
	expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
		['征求意见汇总表.txt', '意见'],
		['关于送审的函.txt', '函'],
	])
})

test('a name is kept without the path that some browsers send with it', async () => {
	const received = await receive(
		form([
			['csrf', TOKEN],
			['main', file('C:\\文件\\草案.docx')],
		]),
	)
	expect(received.ok && received.value.files.map(({ name }) => name)).toEqual(['草案.docx'])
})

test.each([
	[
		'another token',
		[
			['csrf', 'of somebody else'],
			['main', file('a.docx')],
		],
	],
	['no token', [['main', file('a.docx')]]],
	[
		'its token after its files',
		[
			['main', file('a.docx')],
			['csrf', TOKEN],
		],
	],
	['no token and no file', [['title', 'x']]],
] as const)('a form with %s is foreign', async (_what, parts) => {
	expect(await receive(form(parts))).toMatchObject({ ok: false, reason: { fault: 'foreign' } })
})

test('T58 of a form with a wrong token nothing is read beyond the head of its first file', async () => {
	const boundary = 'a-boundary'
	let megabytes = 0
	const body = new ReadableStream<Uint8Array>({
		start: (controller) => {
			const head = `--${boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nwrong\r\n--${boundary}\r\nContent-Disposition: form-data; name="main"; filename="a.docx"\r\n\r\n`
			controller.enqueue(new TextEncoder().encode(head))
		},
		pull: (controller) => {
			megabytes += 1
			if (megabytes > 100) controller.close()
			else controller.enqueue(big(1))
		},
	})
	const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
	const sent = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' })
	expect(await receive(sent)).toMatchObject({ ok: false, reason: { fault: 'foreign' } })
	expect(megabytes).toBeLessThan(4)
})

test('a text that is longer than a field may be is not taken, rather than cut', async () => {
	const sent = form([
		['csrf', TOKEN],
		['pasted', 'x'.repeat(4 * 2 ** 20 + 1)],
	])
	expect(await receive(sent)).toMatchObject({ ok: false, reason: { fault: 'long-fields' } })
})

test('fields are bounded in number and in all, whether or not a file comes with them', async () => {
	const tooLong = { ok: false, reason: { fault: 'long-fields' } }
	const many = Array.from({ length: 10_001 }, (_, at) => [`f${at}`, ''] as const)
	expect(await receive(form([['csrf', TOKEN], ...many]))).toMatchObject(tooLong)
	const long = Array.from({ length: 5 }, (_, at) => [`f${at}`, 'x'.repeat(2 ** 20)] as const)
	expect(await receive(form([['csrf', TOKEN], ...long]))).toMatchObject(tooLong)
})

test.each([
	['a file over 30 MB', [['main', file('大.docx', big(31))]], { fault: 'too-large', fileName: '大.docx' }],
	[
		'files over 120 MB together',
		[1, 2, 3, 4, 5].map((at) => ['annexes', file(`${at}.pdf`, big(29))] as const),
		{ fault: 'too-large-together' },
	],
	[
		'more than 20 files',
		Array.from({ length: 21 }, (_, at) => ['annexes', file(`${at}.pdf`)] as const),
		{ fault: 'too-many-files' },
	],
] as const)('%s are not taken, and it is said which', async (_what, parts, reason) => {
	expect(await receive(form([['csrf', TOKEN], ...parts]))).toMatchObject({ ok: false, reason })
})

test.each([
	['another kind of body', 'application/json', '{}'],
	['no boundary', 'multipart/form-data', 'x'],
	['a form that breaks off in its head', 'multipart/form-data; boundary=b', '--b\r\nContent-Dispo'],
	[
		'a form that breaks off in a file',
		'multipart/form-data; boundary=b',
		`--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${TOKEN}\r\n--b\r\nContent-Disposition: form-data; name="main"; filename="a.docx"\r\n\r\nhalf`,
	],
])('%s is no form', async (_what, type, body) => {
	const sent = new Request('http://localhost/', { method: 'POST', body, headers: { 'Content-Type': type } })
	expect(await receive(sent)).toMatchObject({ ok: false, reason: { fault: 'no-form' } })
})

test('O20 a name keeps its quotation marks, and what looks like another escape', async () => {
	const received = await receive(
		form([
			['csrf', TOKEN],
			['main', file('“甲” "乙" 100%25.docx', '正文')],
		]),
	)
	expect(received.ok && received.value.files.map(({ name }) => name)).toEqual(['“甲” "乙" 100%25.docx'])
})
