import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BlobDamaged, openBlobStore } from '#app/storage/blob-store.server.ts'

let directory: string

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'yiqian-blobs-'))
})

afterEach(async () => {
	await rm(directory, { recursive: true, force: true })
})

const bytes = new TextEncoder().encode('第一条　本办法自发布之日起施行。')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function pathOf(hash: string): string {
	return join(directory, 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash)
}

test('what was put is read back, under its hash', async () => {
	const store = openBlobStore(directory)
	expect(await store.put(bytes)).toEqual({ sha256, size: bytes.byteLength })
	expect(Buffer.from(await store.read(sha256)).equals(bytes)).toBe(true)
	expect(await store.verify(sha256)).toBe(true)
})

test('putting the same bytes again, also many times at once, leaves one read-only file', async () => {
	const store = openBlobStore(directory)
	await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)))
	await store.put(bytes)
	expect(await readdir(join(pathOf(sha256), '..'))).toEqual([sha256])
	expect((await stat(pathOf(sha256))).mode & 0o777).toBe(0o400)
})

test('an empty blob is a blob', async () => {
	const store = openBlobStore(directory)
	const empty = await store.put(new Uint8Array())
	expect((await store.read(empty.sha256)).byteLength).toBe(0)
})

test('a blob changed on disk is not read, not verified, and not covered up by putting it again', async () => {
	const store = openBlobStore(directory)
	await store.put(bytes)
	await chmod(pathOf(sha256), 0o600)
	await writeFile(pathOf(sha256), '第一条　另一个文本。')
	await expect(store.read(sha256)).rejects.toBeInstanceOf(BlobDamaged)
	expect(await store.verify(sha256)).toBe(false)
	await expect(store.put(bytes)).rejects.toMatchObject({ name: 'BlobDamaged', found: 'other-bytes' })
})

test('a missing blob is damage, and a name that is no hash is a bug', async () => {
	const store = openBlobStore(directory)
	await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ found: 'missing' })
	expect(await store.verify('0'.repeat(64))).toBe(false)
	expect(() => store.read('../../etc/passwd')).toThrow(TypeError)
})
