import { crc32 } from 'node:zlib'

/** What a zip archive without ZIP64 can say of a size or a place. */
export const LARGEST_ZIP = 0xffff_ffff
/** And of the number of its files. */
const MOST_FILES = 0xffff

/**
 * A zip archive that stores its files as they are, one after the other: the same files make the same bytes. Who reads it
 * strictly can tell every byte that is another one. Names are of plain letters.
 */
export type StoredZip = {
	/** What stands before the bytes of the next file. */
	readonly begin: (path: string, bytes: Uint8Array) => Uint8Array
	/** What stands behind the last file. */
	readonly end: () => Uint8Array
}

const VERSION = 20
/** The first day that the format knows: an archive says its times itself. */
const DATE = 0x0021

/** Opens an archive without files. */
export function openStoredZip(): StoredZip {
	const directory: Buffer[] = []
	let offset = 0
	return {
		begin: (path, bytes) => {
			const name = Buffer.from(path, 'ascii')
			const facts = Buffer.alloc(26)
			facts.writeUInt16LE(VERSION, 0)
			facts.writeUInt16LE(DATE, 8)
			facts.writeUInt32LE(crc32(bytes), 10)
			facts.writeUInt32LE(bytes.byteLength, 14)
			facts.writeUInt32LE(bytes.byteLength, 18)
			facts.writeUInt16LE(name.length, 22)
			const place = Buffer.alloc(14)
			place.writeUInt32LE(offset, 10)
			const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name])
			directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]))
			offset += local.length + bytes.byteLength
			if (offset > LARGEST_ZIP || directory.length > MOST_FILES)
				throw new RangeError('larger than a zip archive without ZIP64')
			return local
		},
		end: () => {
			const central = Buffer.concat(directory)
			const record = Buffer.alloc(22)
			record.write('PK\x05\x06', 'latin1')
			record.writeUInt16LE(directory.length, 8)
			record.writeUInt16LE(directory.length, 10)
			record.writeUInt32LE(central.length, 12)
			record.writeUInt32LE(offset, 16)
			return Buffer.concat([central, record])
		},
	}
}
