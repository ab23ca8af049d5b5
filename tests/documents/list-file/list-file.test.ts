import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { CellRow } from '#app/documents/list-file/cell.ts'
import { csvPieces } from '#app/documents/list-file/write-csv.ts'
import { xlsxPieces } from '#app/documents/list-file/write-xlsx.ts'

const HEADING = ['事项', '编号', '轮次', '期限', '进入本状态', '时间']
const ROW: CellRow = [
	'青禾区“<停车>”办法 & 说明',
	'0012',
	3,
	{ day: '2026-12-01' },
	{ instant: '2026-11-30T16:30:45.000Z' },
	{ second: '2026-11-30T16:30:45.900Z' },
]

async function* inPieces(...pieces: (readonly CellRow[])[]) {
	yield* pieces
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const parts: Uint8Array[] = []
	for await (const piece of pieces) parts.push(piece)
	return Buffer.concat(parts)
}

test('a spreadsheet holds words as words, figures as figures, and days and times in China as dates', async () => {
	const bytes = await whole(xlsxPieces('审查事项', HEADING, inPieces([ROW], [], [ROW])))
	const rows = await readSheet(bytes)
	expect(rows).toHaveLength(3)
	expect(rows[0]).toEqual(HEADING)
	const [title, number, round, due, since, at] = rows[2] ?? []
	expect([title, number, round]).toEqual(['青禾区“<停车>”办法 & 说明', '0012', 3])
	// What a cell shows has no zone: the reader gives it as if it were UTC. 00:30:45 on 1 December in China.
	expect(due).toEqual(new Date('2026-12-01T00:00:00.000Z'))
	expect(since).toEqual(new Date('2026-12-01T00:30:00.000Z'))
	expect(at).toEqual(new Date('2026-12-01T00:30:45.000Z'))
})

test('what begins like a formula is no formula in either file', async () => {
	const dangerous = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '|cmd', '  =HYPERLINK("http://a")', '＝1+1']
	const rows = dangerous.map((words): CellRow => [words])
	const csv = (await whole(csvPieces(['名称'], inPieces(rows)))).toString('utf8')
	const cells = (parse(csv, { bom: true }) as string[][]).slice(1).map(([cell]) => cell)
	expect(cells).toEqual(dangerous.map((words) => `'${words}`))
	const files = unzipSync(await whole(xlsxPieces('名称', ['名称'], inPieces(rows))))
	const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
	expect(sheet).not.toContain('<f>')
	expect(sheet.match(/t="inlineStr"/g)).toHaveLength(dangerous.length + 1)
})

test('a .csv begins with the mark of UTF-8, ends lines as spreadsheets want it, and quotes every cell', async () => {
	const csv = (await whole(csvPieces(['a', 'b'], inPieces([['一"二', null]])))).toString('utf8')
	expect(csv).toBe('\uFEFF"a","b"\r\n"一""二",""\r\n')
	const dates = (await whole(csvPieces([], inPieces([ROW.slice(3)])))).toString('utf8')
	expect(dates).toContain('"2026-12-01","2026-12-01 00:30","2026-12-01 00:30:45"')
})

test('what does not fit on a sheet goes on on the next, under the same heading', async () => {
	const rows = Array.from({ length: 7 }, (_, at): CellRow => [`第${at + 1}行`])
	const bytes = await whole(xlsxPieces('名单', ['名称'], inPieces(rows.slice(0, 2), rows.slice(2)), 4))
	const files = unzipSync(bytes)
	expect(Object.keys(files).filter((path) => path.includes('worksheets/')).length).toBe(3)
	expect(await readSheet(bytes, 2)).toEqual([['名称'], ['第4行'], ['第5行'], ['第6行']])
	expect(await readSheet(bytes, 3)).toEqual([['名称'], ['第7行']])
})

test('a long list is written piece by piece: the first bytes leave before the last row is read', async () => {
	let read = 0
	async function* endless() {
		for (; read < 200; read += 1)
			yield Array.from({ length: 500 }, (_, at): CellRow => [`${read}-${at} ${Math.sin(read * 500 + at)}`])
	}
	const written = xlsxPieces('名单', ['名称'], endless())
	await written.next()
	await written.next()
	expect(read).toBeLessThan(5)
	await written.return(undefined)
})
