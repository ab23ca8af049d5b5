import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip archive, with everything an honest archive computes open to be forged. */
export type ZipEntry = {
	readonly name: string
	readonly data: Uint8Array | string
	readonly stored?: boolean
	/** Uncompressed size the headers claim. */
	readonly claimedSize?: number
	/** Name in the local header, when it differs from the one in the directory. */
	readonly localName?: string
	readonly crc?: number
	readonly encrypted?: boolean
	/** Unix mode in the external attributes. */
	readonly mode?: number
}

/** Writes a zip archive byte by byte, so that tests can make every kind of lying one. */
export function buildZip(entries: readonly ZipEntry[]): Buffer {
	const locals: Buffer[] = []
	const directory: Buffer[] = []
	let offset = 0
	for (const entry of entries) {
		const data = Buffer.from(entry.data)
		const packed = entry.stored === true ? data : deflateRawSync(data)
		const facts = { entry, packed, size: entry.claimedSize ?? data.length, crc: entry.crc ?? crc32(data) }
		const local = localHeader(facts)
		locals.push(local, packed)
		directory.push(directoryHeader(facts, offset))
		offset += local.length + packed.length
	}
	const central = Buffer.concat(directory)
	return Buffer.concat([...locals, central, endRecord(entries.length, central.length, offset)])
}

type EntryFacts = {
	readonly entry: ZipEntry
	readonly packed: Buffer
	readonly size: number
	readonly crc: number
}

function fields({ entry, packed, size, crc }: EntryFacts, nameLength: number): Buffer {
	const header = Buffer.alloc(26)
	header.writeUInt16LE(20, 0)
	header.writeUInt16LE(0x800 | (entry.encrypted === true ? 1 : 0), 2)
	header.writeUInt16LE(entry.stored === true ? 0 : 8, 4)
	header.writeUInt32LE(0x21_0000, 6)
	header.writeUInt32LE(crc, 10)
	header.writeUInt32LE(packed.length, 14)
	header.writeUInt32LE(size, 18)
	header.writeUInt16LE(nameLength, 22)
	return header
}

function localHeader(facts: EntryFacts): Buffer {
	const name = Buffer.from(facts.entry.localName ?? facts.entry.name)
	return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields(facts, name.length), name])
}

function directoryHeader(facts: EntryFacts, offset: number): Buffer {
	const name = Buffer.from(facts.entry.name)
	const tail = Buffer.alloc(14)
	tail.writeUInt32LE(((facts.entry.mode ?? 0) << 16) >>> 0, 6)
	tail.writeUInt32LE(offset, 10)
	return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields(facts, name.length), tail, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
	const end = Buffer.alloc(22)
	end.writeUInt32LE(0x0605_4b50, 0)
	end.writeUInt16LE(count, 8)
	end.writeUInt16LE(count, 10)
	end.writeUInt32LE(size, 12)
	end.writeUInt32LE(offset, 16)
	return end
}
