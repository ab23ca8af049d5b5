import type { Tx } from '#app/db/open-database.server.ts'
import { READING_VERSION, readReadAs, type ReadAs } from '#app/documents/reader/read-as.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import type { LegalText } from '#app/domain/legal-text/legal-text.ts'
import { type PlacedDocument, placeDocument } from '#app/domain/legal-text/placed-document.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A file that was read as a draft. */
type ReadableFile = { readonly sha256: string; readonly name: string }

/** What a draft was read as, with the hash of its canonical JSON. */
export type StoredReading = ReadAs & { readonly sha256: string }

/** Keeps what a file was read as, if this reader has not kept it yet. */
export async function keepReading(
	tx: Pick<Tx, 'fileReading'>,
	jurisdictionId: string,
	fileSha256: string,
	readAs: string,
	readAt: Date,
): Promise<void> {
	const key = { jurisdictionId, fileSha256, readerVersion: READING_VERSION }
	const kept = await tx.fileReading.findUnique({
		where: { jurisdictionId_fileSha256_readerVersion: key },
		select: { readAsSha256: true },
	})
	if (kept) return
	await tx.fileReading.create({ data: { ...key, readAs, readAsSha256: sha256Hex(readAs), readAt } })
}

/**
 * What a draft's file was read as: as it was kept, where this process has seen that its bytes read so, or read now from
 * the very bytes.
 *
 * @throws BlobDamaged when the disk holds something else
 */
export async function readAsStored(
	shell: Shell,
	jurisdictionId: string,
	file: ReadableFile,
): Promise<StoredReading> {
	const reading = await readIfReadable(shell, jurisdictionId, file)
	if (!reading) throw new Error(`a draft that cannot be read: ${file.sha256}`)
	return reading
}

/** The same of a file that was not taken as a draft, such as an annex: null where it cannot be read as one. */
export async function readIfReadable(
	shell: Shell,
	jurisdictionId: string,
	file: ReadableFile,
): Promise<StoredReading | null> {
	const key = { jurisdictionId, fileSha256: file.sha256, readerVersion: READING_VERSION }
	const kept = await shell.db.fileReading.findUnique({
		where: { jurisdictionId_fileSha256_readerVersion: key },
	})
	const vouched = vouchedIn(shell)
	if (kept && vouched.get(file.sha256) === sha256Hex(kept.readAs))
		return { ...readReadAs(kept.readAs), sha256: sha256Hex(kept.readAs) }
	const readAs = await readBytes(shell, file)
	if (readAs === null) return null
	const sha256 = sha256Hex(readAs)
	vouch(vouched, file.sha256, sha256)
	if (kept && sha256Hex(kept.readAs) !== sha256)
		shell.log.error({ fileSha256: file.sha256 }, 'a kept reading is not what its file reads as')
	if (!kept) await keepOnce(shell, jurisdictionId, file.sha256, readAs)
	return { ...readReadAs(readAs), sha256 }
}

/**
 * What each file reads as, by the hash of both, as this process has seen it itself: a kept reading has its hash beside it
 * in the database, and who changes the one changes the other. A file is read once from its bytes, then what is kept
 * of it is believed as long as it stays the same.
 */
const seen = new WeakMap<object, Map<string, string>>()

/** So many files are remembered; the one that was remembered first is read again. */
const MOST_VOUCHED = 5000

function vouchedIn({ blobs }: Pick<Shell, 'blobs'>): Map<string, string> {
	const present = seen.get(blobs) ?? new Map<string, string>()
	seen.set(blobs, present)
	return present
}

function vouch(vouched: Map<string, string>, fileSha256: string, readAsSha256: string): void {
	const [oldest] = vouched.keys()
	if (vouched.size >= MOST_VOUCHED && oldest !== undefined) vouched.delete(oldest)
	vouched.set(fileSha256, readAsSha256)
}

async function readBytes(shell: Shell, file: ReadableFile): Promise<string | null> {
	const bytes = await shell.blobs.read(file.sha256)
	const read = await shell.reader.read({ kind: 'draft', bytes, name: file.name })
	return read.ok ? read.value.readAs : null
}

/** Two pages may read the same file at the same time: the second row is not needed. */
async function keepOnce(
	shell: Shell,
	jurisdictionId: string,
	fileSha256: string,
	readAs: string,
): Promise<void> {
	try {
		await keepReading(shell.db, jurisdictionId, fileSha256, readAs, shell.now())
	} catch (error) {
		shell.log.warn({ fileSha256, cause: String(error) }, 'a reading was not kept')
	}
}

/** The main text of a version as its pages show it, with the file that it was read from. */
export type VersionReading = {
	readonly document: PlacedDocument
	readonly legal: LegalText
	/** The main text's file. */
	readonly file: ReadableFile
	/** SHA-256 of it. */
	readonly fileSha256: string
	/** What was read, as it is kept: its hash, and the reader's version. */
	readonly readAs: string
	readonly reader: string
}

/** The main text of a version as its file was read, from what was kept of it. */
export async function readVersionAsStored(
	shell: Shell,
	jurisdictionId: string,
	files: readonly VersionFile[],
): Promise<VersionReading> {
	const main = mainOf(files)
	return placeReading(main, await readAsStored(shell, jurisdictionId, main))
}

/**
 * The main text of a version read anew from the very bytes of its file, whatever the database keeps: for what is printed
 * for a meeting.
 *
 * @throws BlobDamaged when the disk holds something else
 */
export async function readVersionFromBytes(
	shell: Shell,
	files: readonly VersionFile[],
): Promise<VersionReading> {
	const main = mainOf(files)
	const readAs = await readBytes(shell, main)
	if (readAs === null) throw new Error(`a draft that cannot be read: ${main.sha256}`)
	return placeReading(main, { ...readReadAs(readAs), sha256: sha256Hex(readAs) })
}

type VersionFile = ReadableFile & { readonly role: string }

function mainOf(files: readonly VersionFile[]): VersionFile {
	const main = files.find((file) => file.role === 'main')
	if (!main) throw new Error('a version without a main text')
	return main
}

function placeReading(main: VersionFile, { document, legal, sha256 }: StoredReading): VersionReading {
	return {
		document: placeDocument(document, legal),
		legal,
		file: { sha256: main.sha256, name: main.name },
		fileSha256: main.sha256,
		readAs: sha256,
		reader: READING_VERSION,
	}
}
