import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { accept, refuse, type Result } from '#app/domain/result.ts'
import type { PackageRefused } from './draft-reading.ts'
import { sniffContent } from './sniff-content.ts'

/** What is inside a package: the bytes of its XML parts, and of every other part only size and hash. */
export type Package = {
	readonly xml: ReadonlyMap<string, Buffer>
	/** Parts in another format that Word takes words from: web pages, RTF, text, a document in the document. */
	readonly chunks: ReadonlyMap<string, Buffer>
	readonly binary: ReadonlyMap<string, { readonly sha256: string; readonly size: number }>
}

/** Bounds of a package: far above any real draft, far below what would hurt the server. Bytes, except entries. */
export const PACKAGE_LIMITS = {
	entries: 3_000,
	unpacked: 120 * 1024 * 1024,
	/** A tree takes about ten times the bytes of its part. How well a part packs says nothing: a white picture does. */
	xmlPart: 16 * 1024 * 1024,
	xmlTotal: 24 * 1024 * 1024,
} as const

const UTF8_NAME = 0x800
const SYMBOLIC_LINK = 0xa000

/**
 * Opens a zip package with bounds that are checked on what it declares before anything is inflated, and again on
 * what really comes out. Part names are unique whatever their case, because Word finds them so.
 */
export async function openPackage(bytes: Uint8Array): Promise<Result<Package, PackageRefused>> {
	let zip: ZipFile
	try {
		zip = await fromBufferPromise(withoutTail(bytes), {
			lazyEntries: true,
			decodeStrings: false,
			validateEntrySizes: true,
		})
	} catch {
		return sniffContent(bytes) === 'zip'
			? refuse({ code: 'damaged-file', part: '' })
			: refuse({ code: 'not-a-zip' })
	}
	const entries = await listEntries(zip)
	if (!entries.ok) return entries
	const declared = checkDeclared(entries.value)
	if (declared !== null) return refuse(declared)
	return inflateAll(zip, entries.value)
}

/** Largest image taken out of a package, in bytes as it unpacks. */
const IMAGE_LIMIT = 20 * 1024 * 1024

/** The bytes of one part of a package that was read before, or null where it has no such part or a larger one. */
export async function readImagePart(bytes: Uint8Array, part: string): Promise<Buffer | null> {
	const zip = await fromBufferPromise(withoutTail(bytes), {
		lazyEntries: true,
		decodeStrings: false,
		validateEntrySizes: true,
	})
	const entries = await listEntries(zip)
	const found = entries.ok
		? entries.value.find(({ name }) => name.toLowerCase() === part.toLowerCase())
		: undefined
	if (!found || found.entry.uncompressedSize > IMAGE_LIMIT) return null
	const chunks: Buffer[] = []
	const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(found.entry)
	for await (const chunk of stream) chunks.push(chunk)
	return Buffer.concat(chunks)
}

const END_RECORD = Buffer.from([0x50, 0x4b, 5, 6])
const END_RECORD_LENGTH = 22

/** The archive without what mail programs and scanners append to it. Word reads such a file, yauzl does not. */
function withoutTail(bytes: Uint8Array): Buffer {
	const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const at = whole.lastIndexOf(END_RECORD)
	if (at < 0 || at + END_RECORD_LENGTH > whole.length) return whole
	return whole.subarray(0, at + END_RECORD_LENGTH + whole.readUInt16LE(at + 20))
}

type NamedEntry = { readonly name: string; readonly entry: Entry }

async function listEntries(zip: ZipFile): Promise<Result<NamedEntry[], PackageRefused>> {
	if (zip.entryCount > PACKAGE_LIMITS.entries) return refuse(bomb('entries', PACKAGE_LIMITS.entries))
	const entries: NamedEntry[] = []
	const names = new Set<string>()
	try {
		for await (const entry of zip.eachEntry()) {
			const name = entryName(entry)
			const key = name.toLowerCase()
			if (isBadName(name, entry) || names.has(key)) return refuse({ code: 'bad-entry-name', part: name })
			if (name.endsWith('/') && entry.uncompressedSize === 0) continue
			names.add(key)
			entries.push({ name, entry })
		}
	} catch {
		return refuse({ code: 'damaged-file', part: '' })
	}
	return accept(entries)
}

function entryName(entry: Entry): string {
	const raw = entry.fileNameRaw
	return (entry.generalPurposeBitFlag & UTF8_NAME) === 0 ? raw.toString('latin1') : raw.toString('utf8')
}

// oxlint-disable-next-line no-control-regex -- control characters in a name are what is looked for
const UNNAMEABLE = /[\\\u0000-\u001F\uFFFD]/

function isBadName(name: string, entry: Entry): boolean {
	const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === SYMBOLIC_LINK
	return isLink || name === '' || UNNAMEABLE.test(name) || validateFileName(name) !== null
}

/** Refuses by what the package says of itself, before a byte is inflated. */
function checkDeclared(entries: readonly NamedEntry[]): PackageRefused | null {
	let total = 0
	let xmlTotal = 0
	for (const { name, entry } of entries) {
		const size = entry.uncompressedSize
		total += size
		if (entry.isEncrypted()) return { code: 'encrypted-document' }
		if (isXml(name)) xmlTotal += size
		if (isXml(name) && size > PACKAGE_LIMITS.xmlPart) return bomb('part', PACKAGE_LIMITS.xmlPart)
		if (xmlTotal > PACKAGE_LIMITS.xmlTotal) return bomb('unpacked', PACKAGE_LIMITS.xmlTotal)
		if (total > PACKAGE_LIMITS.unpacked) return bomb('unpacked', PACKAGE_LIMITS.unpacked)
	}
	return null
}

async function inflateAll(
	zip: ZipFile,
	entries: readonly NamedEntry[],
): Promise<Result<Package, PackageRefused>> {
	const xml = new Map<string, Buffer>()
	const chunks = new Map<string, Buffer>()
	const binary = new Map<string, { sha256: string; size: number }>()
	for (const { name, entry } of entries) {
		const inflated = await inflate(zip, name, entry)
		if (!inflated.ok) return inflated
		if (isXml(name)) xml.set(name, inflated.value.bytes)
		else if (isChunk(name, entry)) chunks.set(name, inflated.value.bytes)
		if (!isXml(name)) binary.set(name, { sha256: inflated.value.sha256, size: entry.uncompressedSize })
	}
	return accept({ xml, chunks, binary })
}

/** One entry. yauzl stops at the declared size, so what is inflated never exceeds what `checkDeclared` allowed. */
async function inflate(
	zip: ZipFile,
	name: string,
	entry: Entry,
): Promise<Result<{ bytes: Buffer; sha256: string }, PackageRefused>> {
	const kept: Buffer[] = []
	const hash = createHash('sha256')
	let checksum = 0
	try {
		const local = await zip.readLocalFileHeaderPromise(entry)
		if (!local.fileName.equals(entry.fileNameRaw)) return refuse({ code: 'lying-header', part: name })
		const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry)
		for await (const chunk of stream) {
			checksum = crc32(chunk, checksum)
			if (isXml(name) || isChunk(name, entry)) kept.push(chunk)
			if (!isXml(name)) hash.update(chunk)
		}
	} catch (error) {
		return refuse({ code: isSizeLie(error) ? 'lying-header' : 'damaged-file', part: name })
	}
	if (checksum !== entry.crc32) return refuse({ code: 'damaged-file', part: name })
	return accept({ bytes: Buffer.concat(kept), sha256: hash.digest('hex') })
}

/** yauzl tells a wrong size only by its words. */
function isSizeLie(error: unknown): boolean {
	return error instanceof Error && /(too many|not enough) bytes in the stream/.test(error.message)
}

function isXml(name: string): boolean {
	return /\.(xml|rels|vml)$/i.test(name)
}

/** Larger ones are named without their words. */
const CHUNK_LIMIT = 2 * 1024 * 1024

function isChunk(name: string, entry: Entry): boolean {
	return /\.(html?|xhtml|mht|mhtml|rtf|txt|docx)$/i.test(name) && entry.uncompressedSize <= CHUNK_LIMIT
}

function bomb(measure: 'entries' | 'unpacked' | 'part', limit: number): PackageRefused {
	return { code: 'zip-bomb', measure, limit }
}
