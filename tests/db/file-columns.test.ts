import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FILE_COLUMNS } from '#app/db/file-columns.ts'

/** Columns that repeat the hash of a file which another column names: what was read of it, what relied on it. */
const REPEATED = ['file_reading.file_sha256', 'opinion_material.sha256']

/** The columns of the models that hold the hash of a stored file by their name. */
function columnsOfFiles(): string[] {
	const models = readdirSync('prisma/schema')
		.map((name) => readFileSync(`prisma/schema/${name}`, 'utf8'))
		.join('\n')
	return [...models.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
		const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? ''
		const columns = [...body.matchAll(/^\s+(\w+)\s+String\??.*$/gm)].map(
			([line, field = '']) => /@map\("(\w+)"\)/.exec(line)?.[1] ?? field,
		)
		return columns
			.filter((column) => column === 'sha256' || column.endsWith('file_sha256'))
			.map((column) => `${table}.${column}`)
	})
}

test('every column that names a stored file is kept by a backup and read by verification', () => {
	const kept = FILE_COLUMNS.map(({ table, column }) => `${table}.${column}`)
	expect([...kept, ...REPEATED].sort()).toEqual(columnsOfFiles().sort())
})
