import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { READING_VERSION } from '#app/documents/reader/read-as.ts'
import { readAsStored } from '#app/services/files/read-as-stored.server.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

const TEXT = '第一条　甲。\n第二条　乙。'
const JURISDICTION = 'j'

async function openWithFile() {
	const shell = await openTestShell()
	await shell.blobs.put(new TextEncoder().encode(TEXT))
	const sha256 = sha256Hex(new TextEncoder().encode(TEXT))
	return { shell, file: { sha256, name: 'pasted.txt' } }
}

test('what a file was read as is kept, and read no second time', async () => {
	const { shell, file } = await openWithFile()
	const first = await readAsStored(shell, JURISDICTION, file)
	const asked: string[] = []
	const watched = {
		...shell,
		reader: {
			...shell.reader,
			read: async (each: Parameters<typeof shell.reader.read>[0]) => {
				asked.push(each.kind)
				return shell.reader.read(each)
			},
		},
	}
	expect(await readAsStored(watched, JURISDICTION, file)).toEqual(first)
	expect(asked).toEqual([])
	expect(first.legal.clauses.map(({ key }) => key)).toEqual(['1', '2'])
})

test('a kept reading that is not what its hash says is not shown: the file is read again', async () => {
	const { shell, file } = await openWithFile()
	const readAt = shell.now()
	const key = { jurisdictionId: JURISDICTION, fileSha256: file.sha256, readerVersion: READING_VERSION }
	await shell.db.fileReading.create({
		data: { ...key, readAs: '{"document":{},"legal":{"clauses":[]}}', readAsSha256: '0'.repeat(64), readAt },
	})
	const reading = await readAsStored(shell, JURISDICTION, file)
	expect(reading.legal.clauses.map(({ key: number }) => number)).toEqual(['1', '2'])
})

test('another reader adds its reading and changes none', async () => {
	const { shell, file } = await openWithFile()
	const key = { jurisdictionId: JURISDICTION, fileSha256: file.sha256, readerVersion: '0.0' }
	await shell.db.fileReading.create({
		data: { ...key, readAs: '{}', readAsSha256: '0'.repeat(64), readAt: shell.now() },
	})
	await readAsStored(shell, JURISDICTION, file)
	const rows = await shell.db.fileReading.findMany({ orderBy: { readerVersion: 'asc' } })
	expect(rows.map(({ readerVersion }) => readerVersion)).toEqual(['0.0', READING_VERSION])
	await expect(
		shell.db.fileReading.updateMany({ where: { fileSha256: file.sha256 }, data: { readAs: '{}' } }),
	).rejects.toThrow()
})
