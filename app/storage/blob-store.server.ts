import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Files kept by what is in them. A blob is written once and never changes; its name is its SHA-256. */
export type BlobStore = {
	/** Keeps the bytes and returns when they are safe on disk; the same bytes again change nothing. */
	readonly put: (bytes: Uint8Array) => Promise<{ readonly sha256: string; readonly size: number }>
	/** The bytes, hashed again while they are read. Throws `BlobDamaged` when they are not those that were put. */
	readonly read: (sha256: string) => Promise<Uint8Array>
	/** Whether the blob is there and whole. */
	readonly verify: (sha256: string) => Promise<boolean>
}

/** The disk holds something else than what was put, or nothing: an operator must restore it from a backup. */
export class BlobDamaged extends Error {
	readonly sha256: string
	readonly found: 'missing' | 'other-bytes'

	constructor(sha256: string, found: 'missing' | 'other-bytes') {
		super(`blob ${sha256}: ${found}`)
		this.name = 'BlobDamaged'
		this.sha256 = sha256
		this.found = found
	}
}

/** Opens the store in `folder` (`<data>/blobs`); the folders below it are made as they are needed. */
export function openBlobStore(folder: string): BlobStore {
	const directory = resolve(folder)
	const root = join(directory, 'sha256')
	return {
		put: async (bytes) => {
			const sha256 = hashOf(bytes)
			const path = pathOf(root, sha256)
			if (!(await isWhole(path, sha256))) await writeBlob(path, bytes)
			await syncFolders(dirname(path), directory)
			return { sha256, size: bytes.byteLength }
		},
		read: (sha256) => readBlob(pathOf(root, sha256), sha256),
		verify: (sha256) => isWhole(pathOf(root, sha256), sha256),
	}
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex')
}

/** A name that is no hash never becomes a path. */
function pathOf(root: string, sha256: string): string {
	if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a blob is named by 64 hexadecimal digits')
	return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

async function readBlob(path: string, sha256: string): Promise<Uint8Array> {
	const bytes = await readOrNull(path)
	if (bytes === null) throw new BlobDamaged(sha256, 'missing')
	if (hashOf(bytes) !== sha256) throw new BlobDamaged(sha256, 'other-bytes')
	return bytes
}

async function isWhole(path: string, sha256: string): Promise<boolean> {
	const bytes = await readOrNull(path)
	return bytes !== null && hashOf(bytes) === sha256
}

/**
 * Temporary file in the same folder, synced, then linked under its name (`put` syncs the folders): at every moment
 * the name leads to the whole blob or to nothing. `link` does not overwrite, so two writers of one blob cannot
 * disturb each other. A damaged blob is left for the operator: putting its bytes again does not hide it.
 */
async function writeBlob(path: string, bytes: Uint8Array): Promise<void> {
	const folder = dirname(path)
	await mkdir(folder, { recursive: true })
	const temporary = join(folder, `.${randomUUID()}.part`)
	try {
		await writeSynced(temporary, bytes)
		await link(temporary, path).catch((error: unknown) => {
			if (!isCode(error, 'EEXIST')) throw error
		})
	} finally {
		await unlink(temporary).catch(() => undefined)
	}
	await readBlob(path, path.slice(-64))
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
	const file = await open(path, 'wx', 0o600)
	try {
		await file.writeFile(bytes)
		await file.sync()
	} finally {
		await file.close()
	}
	await chmod(path, 0o400)
}

/**
 * New folders are entries of their parents, which a power cut could lose. Done for a blob found in place too: another
 * writer may have linked it a moment ago and not have synced it yet.
 */
async function syncFolders(folder: string, directory: string): Promise<void> {
	for (let one = folder; one.length >= directory.length; one = dirname(one)) await syncFolder(one)
	await syncFolder(dirname(directory))
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r')
	try {
		await handle.sync()
	} finally {
		await handle.close()
	}
}

/** A file up to here is read at once: the way to another thread and back takes ten times as long as the file itself. */
const SMALL_BYTES = 128 * 1024

async function readOrNull(path: string): Promise<Uint8Array | null> {
	try {
		return statSync(path).size <= SMALL_BYTES ? readFileSync(path) : await readFile(path)
	} catch (error) {
		if (isCode(error, 'ENOENT')) return null
		throw error
	}
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code
}
