/**
 * Verifies an evidence archive without the product and without a network, by docs/evidence-format.md alone:
 *
 *   node --experimental-strip-types verify-evidence.ts ARCHIVE.zip [--key VERIFIER-KEY]… [--checkpoint NOTE]… [--receipt NOTE]…
 *
 * It prints what holds and names the first thing that does not, in Chinese and in English. The exit status is 0 where all
 * holds, 1 where something does not, 2 where it was asked wrongly.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Members = { [key: string]: Json }

/** The first thing that does not hold: its code, and where. */
class Fault extends Error {
	readonly code: string
	readonly place: string
	constructor(code: string, place: string | number = '') {
		super(`${code} ${place}`)
		this.code = code
		this.place = String(place)
	}
}

const WORDS: Record<string, [zh: string, en: string]> = {
	zip: ['压缩包的字节与格式不符', 'the container is not as the format says'],
	manifest: ['清单不符合格式', 'the list of files is not as the format says'],
	file: ['文件与清单不一致，或者多出、缺少', 'a file is not as listed, not listed, or missing'],
	line: ['这一行不符合格式', 'a line is not as the format says'],
	'entry-canonical': ['办理记录不是规范文本', 'an entry is not canonical text'],
	'entry-place': ['办理记录不在它自己所说的位置', 'an entry is not at the place that it names'],
	'entry-hash': ['办理记录的哈希值不对', 'an entry does not have its hash'],
	'entry-prev': ['办理记录与上一条不相连', 'an entry does not follow the one before'],
	'entry-time': ['办理记录的时间早于上一条', 'an entry is earlier than the one before'],
	'entry-order': ['办理记录在总表中的先后不对', 'an entry stands before an earlier one in the list'],
	'entry-proof': ['办理记录不在检查点之下', 'an entry is not under the checkpoint'],
	'trail-empty': ['没有办理记录', 'there are no entries'],
	checkpoint: ['检查点不是本机关签名', 'the checkpoint is not signed by the key'],
	key: ['公钥登记不成立', 'a public key does not hold'],
	extract: ['摘录不完整，或者不是本机关签名', 'the extract is not whole, or not signed by the key'],
	earlier: ['较早的检查点不成立', 'an earlier checkpoint does not hold'],
	'signed-form': ['签名文本不符合格式', 'a signed text is not as the format says'],
	'signed-key': [
		'签名时间不在该公钥的有效期内，或者没有该公钥',
		'signed outside of the period of its key, or by no listed key',
	],
	'signed-signature': ['签名不成立', 'a signature does not hold'],
	'signed-trail': ['签名文本与办理记录不一致', 'a signed text is not what the trail says'],
	'signed-missing': ['办理记录所说的签名文本不在', 'a signed text that the trail names is missing'],
	'text-missing': ['办理记录所说的稿件不在', 'a text that the trail names is missing'],
	'text-hash': ['稿件的内容哈希值不对', 'the files of a version do not have its content hash'],
	'text-extra': ['有办理记录没有的稿件', 'a text is there that no entry names'],
	'paper-missing': ['办理记录所说的文书不在', 'a paper that the trail names is missing'],
	'paper-code': ['文书的验真码不对', 'a paper does not have its code'],
	'paper-extra': ['有办理记录没有的文书', 'a paper is there that no entry names'],
	'row-differs': ['数据与办理记录不一致', 'a row is not as the trail left it'],
	'row-missing': ['办理记录所说的数据不在', 'a row that the trail left is missing'],
	'known-key': ['检查点不是由给出的公钥签名', 'the checkpoint is not by the given key'],
	witness: ['没有见证人的有效签名', 'there is no valid line of the given witness'],
	'held-checkpoint': [
		'您手中的检查点不是本机关签名',
		'the checkpoint that you hold is not signed by this house',
	],
	'held-differs': ['您手中的检查点与证据包不是同一份总表', 'the checkpoint that you hold is of another list'],
	'held-longer': [
		'证据包短于您手中的检查点：其后的记录不在其中',
		'the archive is shorter than the checkpoint that you hold',
	],
	'held-unproven': [
		'证据包不能证明是您手中检查点的延续',
		'the archive does not show that it continues the checkpoint that you hold',
	],
	receipt: ['回执不是本机关签名', 'the receipt is not signed by this house'],
	'receipt-gone': ['回执所说的办理记录不在', 'the entry that the receipt names is gone'],
	'receipt-differs': ['回执所说的办理记录已是另一条', 'the entry that the receipt names is another one'],
}

/* ---- bytes, hashes, canonical text ---- */

const sha256 = (...parts: (string | Uint8Array)[]) => {
	const hash = createHash('sha256')
	for (const part of parts) hash.update(part)
	return hash.digest()
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const isHash = (value: Json | undefined): value is string =>
	typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isCount = (value: Json | undefined): value is number =>
	Number.isSafeInteger(value) && (value as number) >= 0
const isInstant = (value: Json | undefined): value is string =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)

function utf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
	} catch {
		return null
	}
}

function base64(text: string): Buffer | null {
	const bytes = Buffer.from(text, 'base64')
	return text !== '' && bytes.toString('base64') === text ? bytes : null
}

const DEEPEST = 64

/** The canonical text of a value; throws for what has none. */
function canonical(value: Json, depth = 0): string {
	if (depth > DEEPEST) throw new RangeError('too deep')
	if (value === null || typeof value === 'boolean') return String(value)
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new RangeError('no whole number')
		return String(value)
	}
	if (typeof value === 'string') {
		if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value))
			throw new RangeError('lone surrogate')
		return JSON.stringify(value)
	}
	if (Array.isArray(value)) return `[${value.map((each) => canonical(each, depth + 1)).join(',')}]`
	const keys = Object.keys(value).sort()
	return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key] as Json, depth + 1)}`).join(',')}}`
}

/** Reads a text that has to be the canonical text of an object; null for any other. */
function readCanonical(text: string | null): Members | null {
	try {
		if (text === null) return null
		const value = JSON.parse(text) as Json
		return isMembers(value) && canonical(value) === text ? value : null
	} catch {
		return null
	}
}

function isMembers(value: Json | undefined): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

/** Whether an object has exactly these members. */
function hasOnly(value: Members | null, ...names: string[]): value is Members {
	return value !== null && Object.keys(value).sort().join() === names.sort().join()
}

/* ---- the container ---- */

type Stored = { path: string; size: number; offset: number; crc: number }
type Archive = { files: Stored[]; read: (path: string) => Buffer }
type Reader = (start: number, size: number) => Buffer

/** Opens a file for pieces of it, for as long as the work takes. */
function withFile<Value>(name: string, work: (at: Reader, length: number) => Value): Value {
	const fd = openSync(name, 'r')
	const length = fstatSync(fd).size
	const at: Reader = (start, size) => {
		if (start < 0 || start + size > length) throw new Fault('zip')
		const bytes = Buffer.alloc(size)
		for (let done = 0; done < size;) {
			const got = readSync(fd, bytes, done, size - done, start + done)
			if (got === 0) throw new Fault('zip')
			done += got
		}
		return bytes
	}
	try {
		return work(at, length)
	} finally {
		closeSync(fd)
	}
}

/** Reads a zip archive as the format has it: every byte of it is looked at. */
function openArchive(at: Reader, length: number): Archive {
	const end = at(length - 22, 22)
	const count = end.readUInt16LE(10)
	const centralSize = end.readUInt32LE(12)
	const centralAt = end.readUInt32LE(16)
	const expectedEnd = Buffer.alloc(22)
	expectedEnd.write('PK\x05\x06', 'latin1')
	expectedEnd.writeUInt16LE(count, 8)
	expectedEnd.writeUInt16LE(count, 10)
	expectedEnd.writeUInt32LE(centralSize, 12)
	expectedEnd.writeUInt32LE(centralAt, 16)
	if (!expectedEnd.equals(end) || centralAt + centralSize + 22 !== length) throw new Fault('zip')
	const central = at(centralAt, centralSize)
	const files: Stored[] = []
	let here = 0
	let offset = 0
	for (let number = 0; number < count; number += 1) {
		if (here + 46 > centralSize) throw new Fault('zip')
		const crc = central.readUInt32LE(here + 16)
		const size = central.readUInt32LE(here + 24)
		const nameLength = central.readUInt16LE(here + 28)
		const path = central.subarray(here + 46, here + 46 + nameLength).toString('latin1')
		if (path.length !== nameLength || !/^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)?$/.test(path))
			throw new Fault('zip')
		const facts = Buffer.alloc(26)
		facts.writeUInt16LE(20, 0)
		facts.writeUInt16LE(0x0021, 8)
		facts.writeUInt32LE(crc, 10)
		facts.writeUInt32LE(size, 14)
		facts.writeUInt32LE(size, 18)
		facts.writeUInt16LE(nameLength, 22)
		const place = Buffer.alloc(14)
		place.writeUInt32LE(offset, 10)
		const named = Buffer.from(path, 'latin1')
		const inDirectory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, named])
		const before = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, named])
		if (!inDirectory.equals(central.subarray(here, here + inDirectory.length))) throw new Fault('zip', path)
		if (!before.equals(at(offset, before.length))) throw new Fault('zip', path)
		if (files.some((file) => file.path === path)) throw new Fault('zip', path)
		files.push({ path, size, offset: offset + before.length, crc })
		here += inDirectory.length
		offset += before.length + size
	}
	if (here !== centralSize || offset !== centralAt) throw new Fault('zip')
	const read = (path: string) => {
		const file = files.find((each) => each.path === path)
		if (!file) throw new Fault('file', path)
		const bytes = at(file.offset, file.size)
		if (crc32(bytes) !== file.crc) throw new Fault('zip', path)
		return bytes
	}
	return { files, read }
}

/* ---- the list of files ---- */

type Manifest = { origin: string; log: string; stream: string; size: number; hashes: Map<string, string> }

function verifyManifest(archive: Archive): Manifest {
	if (archive.files.at(-1)?.path !== 'manifest.json') throw new Fault('manifest')
	const manifest = readCanonical(utf8(archive.read('manifest.json')))
	if (!hasOnly(manifest, 'files', 'origin', 'size', 'stream', 'v') || manifest['v'] !== 'yiqian-evidence/1')
		throw new Fault('manifest')
	const { origin, stream, size, files } = manifest
	if (typeof origin !== 'string' || !origin.startsWith('yiqian.local/')) throw new Fault('manifest')
	if (
		typeof stream !== 'string' ||
		!/^matter\/[^/]+$/.test(stream) ||
		!isCount(size) ||
		!Array.isArray(files)
	)
		throw new Fault('manifest')
	const hashes = new Map<string, string>()
	const present = archive.files.slice(0, -1)
	for (const [at, listed] of files.entries()) {
		if (
			!isMembers(listed) ||
			!hasOnly(listed, 'path', 'sha256', 'size') ||
			typeof listed['path'] !== 'string'
		)
			throw new Fault('manifest')
		const path = listed['path']
		if (present[at]?.path !== path) throw new Fault('file', path)
		const bytes = archive.read(path)
		if (bytes.length !== listed['size'] || hex(sha256(bytes)) !== listed['sha256'])
			throw new Fault('file', path)
		hashes.set(path, listed['sha256'])
	}
	const extra = present[files.length]
	if (extra) throw new Fault('file', extra.path)
	const known =
		/^((checkpoint|extract)\.txt|(trail|leaves|keys|earlier|signed|rows)-\d{4}\.jsonl|(texts|papers)\/.*)$/
	for (const path of hashes.keys()) if (!known.test(path)) throw new Fault('file', path)
	return { origin, log: origin.slice('yiqian.local/'.length), stream, size, hashes }
}

/** The lines of a series of files, in their order; each ends with a line feed. */
function* linesOf(archive: Archive, series: string): Generator<Buffer> {
	let number = 0
	for (const { path } of archive.files) {
		if (!path.startsWith(`${series}-`)) continue
		number += 1
		if (path !== `${series}-${String(number).padStart(4, '0')}.jsonl`) throw new Fault('file', path)
		const bytes = archive.read(path)
		if (bytes.length === 0 || bytes.at(-1) !== 0x0a) throw new Fault('file', path)
		for (let start = 0; start < bytes.length;) {
			const end = bytes.indexOf(0x0a, start)
			yield bytes.subarray(start, end)
			start = end + 1
		}
	}
}

/* ---- entries and their chain ---- */

type Entry = { seq: number; hash: string; at: string; body: Members; detail: Members }
type Leaf = { index: number; proof: string[] }

function readPlace(value: Members): Leaf | null {
	const { index, proof } = value
	return isCount(index) && Array.isArray(proof) && proof.every(isHash)
		? { index, proof: proof as string[] }
		: null
}

function readEntry(
	text: string | null,
	{ log }: Manifest,
): { body: Members; at: string; detail: Members } | null {
	const body = readCanonical(text)
	if (!body || body['v'] !== 'yiqian-audit/1' || body['alg'] !== 'sha256' || body['log'] !== log) return null
	const { at, detail } = body
	return isInstant(at) && isMembers(detail) ? { body, at, detail } : null
}

function verifyTrail(archive: Archive, manifest: Manifest): { entries: Entry[]; leaves: Leaf[] } {
	const entries: Entry[] = []
	const leaves: Leaf[] = []
	const places = linesOf(archive, 'leaves')
	let before = { hash: '0'.repeat(64), at: '' }
	for (const line of linesOf(archive, 'trail')) {
		const seq = entries.length + 1
		const read = readEntry(utf8(line), manifest)
		if (!read) throw new Fault('entry-canonical', seq)
		const { body, at, detail } = read
		if (body['stream'] !== manifest.stream || body['seq'] !== seq) throw new Fault('entry-place', seq)
		const hash = hex(sha256(Buffer.from([0]), line))
		const place = places.next()
		const said = place.done ? null : readCanonical(utf8(place.value))
		const leaf =
			hasOnly(said, 'hash', 'index', 'proof', 'seq') && said['seq'] === seq ? readPlace(said) : null
		if (!said || !leaf) throw new Fault('line', `leaves ${seq}`)
		if (said['hash'] !== hash) throw new Fault('entry-hash', seq)
		if (body['prev'] !== before.hash) throw new Fault('entry-prev', seq)
		if (at < before.at) throw new Fault('entry-time', seq)
		entries.push({ seq, hash, at, body, detail })
		leaves.push(leaf)
		before = { hash, at }
	}
	if (!places.next().done) throw new Fault('line', `leaves ${entries.length + 1}`)
	if (entries.length === 0) throw new Fault('trail-empty')
	return { entries, leaves }
}

/* ---- the tree ---- */

function nodeHash(left: string, right: string): string {
	return hex(sha256(Buffer.from(`01${left}${right}`, 'hex')))
}

/** RFC 9162 2.1.3.2. Numbers stay below 2^53, so that halves are taken by division. */
function verifyInclusion(leaf: string, index: number, size: number, root: string, proof: string[]): boolean {
	if (index >= size) return false
	let [fn, sn, hash] = [index, size - 1, leaf]
	for (const sibling of proof) {
		if (sn === 0) return false
		if (fn % 2 === 1 || fn === sn) {
			hash = nodeHash(sibling, hash)
			while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
		} else hash = nodeHash(hash, sibling)
		;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
	}
	return sn === 0 && hash === root
}

/** RFC 9162 2.1.4.2, of a smaller tree that is not empty. */
function verifyConsistency(
	first: number,
	firstRoot: string,
	second: number,
	secondRoot: string,
	given: string[],
): boolean {
	if (first === 0 || first >= second || given.length === 0) return false
	const isPower = Number.isInteger(Math.log2(first))
	const proof = isPower ? [firstRoot, ...given] : given
	let [fn, sn] = [first - 1, second - 1]
	while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
	let fr = proof[0] as string
	let sr = fr
	for (const c of proof.slice(1)) {
		if (sn === 0) return false
		if (fn % 2 === 1 || fn === sn) {
			;[fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)]
			while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
		} else sr = nodeHash(sr, c)
		;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
	}
	return sn === 0 && fr === firstRoot && sr === secondRoot
}

/* ---- signatures and notes ---- */

const ED25519_DER = Buffer.from('302a300506032b6570032100', 'hex')

function isSigned(message: string | Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
	if (publicKey.length !== 32 || signature.length !== 64) return false
	try {
		const key = createPublicKey({ key: Buffer.concat([ED25519_DER, publicKey]), format: 'der', type: 'spki' })
		return verify(null, Buffer.from(message), key, signature)
	} catch {
		return false
	}
}

type NoteKey = { name: string; id: string; type: number; bytes: Buffer }
type Note = { text: string; lines: { name: string; id: string; bytes: Buffer }[] }

function noteKey(name: string, type: number, bytes: Buffer): NoteKey {
	return { name, id: hex(sha256(`${name}\n`, Buffer.from([type]), bytes).subarray(0, 4)), type, bytes }
}

const isName = (name: string) => name !== '' && /^[!-*,-~]+$/.test(name)

function readVerifierKey(word: string): NoteKey | null {
	const [name = '', id = '', ...rest] = word.split('+')
	const bytes = base64(rest.join('+'))
	if (!isName(name) || bytes?.length !== 33) return null
	const key = noteKey(name, bytes[0] as number, bytes.subarray(1))
	return key.id === id ? key : null
}

function readNote(bytes: Uint8Array): Note | null {
	const note = bytes.length <= 100_000 ? utf8(bytes) : null
	const gap = note?.lastIndexOf('\n\n') ?? -1
	if (note === null || gap < 0 || !note.endsWith('\n')) return null
	const text = note.slice(0, gap + 1)
	// oxlint-disable-next-line no-control-regex -- what the format forbids
	if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) return null
	const lines = note
		.slice(gap + 2, -1)
		.split('\n')
		.map((line) => {
			const [dash, name = '', encoded = '', ...more] = line.split(' ')
			const signed = base64(encoded)
			if (dash !== '\u2014' || more.length > 0 || !isName(name) || !signed || signed.length < 5) return null
			return { name, id: hex(signed.subarray(0, 4)), bytes: signed.subarray(4) }
		})
	if (lines.length > 32 || lines.some((line) => line === null)) return null
	return { text, lines: lines as Note['lines'] }
}

/** Whether the key has signed the note; one line of it that does not verify spoils the note. */
function isNoteBy({ text, lines }: Note, key: NoteKey): boolean {
	const own = lines.filter(({ name, id }) => name === key.name && id === key.id)
	return own.length > 0 && own.every(({ bytes }) => isSigned(text, key.bytes, bytes))
}

type Head = { size: number; root: string; note: Note }

const readDecimal = (text: string) =>
	/^(0|[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null

function readCheckpoint(bytes: Uint8Array, origin: string, key: NoteKey): Head | null {
	const note = readNote(bytes)
	const lines = note?.text.slice(0, -1).split('\n') ?? []
	const size = readDecimal(lines[1] ?? '')
	const root = base64(lines[2] ?? '')
	if (!note || lines.length !== 3 || lines[0] !== origin || size === null || root?.length !== 32) return null
	return isNoteBy(note, key) ? { size, root: hex(root), note } : null
}

/* ---- keys ---- */

type Key = {
	id: string
	use: string
	from: string
	until: string | null
	bytes: Buffer
	isFirst: boolean
	entry: Leaf & { text: string }
}

function readKeys(archive: Archive, manifest: Manifest): Key[] {
	const keys: Key[] = []
	for (const line of linesOf(archive, 'keys')) {
		const key = readCanonical(utf8(line))
		const number = keys.length + 1
		if (!hasOnly(key, 'algorithm', 'entry', 'from', 'id', 'publicKey', 'until', 'use'))
			throw new Fault('line', `keys ${number}`)
		const { id, use, algorithm, publicKey, from, until, entry } = key
		if (typeof id !== 'string') throw new Fault('line', `keys ${number}`)
		const place = isMembers(entry) && hasOnly(entry, 'index', 'proof', 'text') ? readPlace(entry) : null
		const bytes = base64(typeof publicKey === 'string' ? publicKey : '')
		if (
			!place ||
			!isMembers(entry) ||
			typeof entry['text'] !== 'string' ||
			bytes?.length !== 32 ||
			algorithm !== 'ed25519'
		)
			throw new Fault('key', id)
		if (
			!isInstant(from) ||
			!(until === null || isInstant(until)) ||
			(use !== 'clearance' && use !== 'checkpoint')
		)
			throw new Fault('key', id)
		const ownId =
			use === 'checkpoint'
				? noteKey(manifest.origin, 1, bytes).id
				: hex(sha256(ED25519_DER, bytes)).slice(0, 16)
		const read = readEntry(entry['text'], manifest)
		const said = read?.detail ?? {}
		const isSaid =
			said['key'] === id && said['use'] === use && said['publicKey'] === publicKey && read?.at === from
		if (id !== ownId || !isSaid || read?.body['act'] !== 'key.introduced' || read.body['outcome'] !== 'done')
			throw new Fault('key', id)
		const former = keys.findLast((each) => each.use === use)
		if (former && (former.until !== from || former.from > from)) throw new Fault('key', former.id)
		keys.push({ id, use, from, until, bytes, isFirst: !former, entry: { ...place, text: entry['text'] } })
	}
	for (const key of keys) {
		const isLast = keys.findLast(({ use }) => use === key.use) === key
		if (isLast && key.until !== null) throw new Fault('key', key.id)
	}
	return keys
}

/* ---- what was signed ---- */

type Rule = {
	act: string
	named: string
	id: string
	at: string
	same: [inText: string, inDetail: string][]
	/** Whether only an entry whose detail names the format has a signed text: those of earlier releases have none. */
	isNamed?: true
}

/** What each format says, and the entry that has to say the same. */
const FORMATS: Record<string, Rule> = {
	'yiqian-clearance/1': {
		act: 'clearance.issued',
		named: 'clearance',
		id: 'id',
		at: 'issuedAt',
		same: [
			['number', 'number'],
			['kind', 'kind'],
			['contentSha256', 'contentSha256'],
			['versionId', 'version'],
		],
	},
	'yiqian-clearance/2': {
		act: 'clearance.issued',
		named: 'clearance',
		id: 'id',
		at: 'issuedAt',
		same: [
			['number', 'number'],
			['kind', 'kind'],
			['contentSha256', 'contentSha256'],
			['versionId', 'version'],
		],
	},
	'yiqian-post-check/1': {
		act: 'meeting-text.confirmed',
		named: 'check',
		id: 'checkId',
		at: 'decidedAt',
		same: [['contentSha256', 'contentSha256']],
	},
	'yiqian-opinion/1': {
		act: 'opinion.signed',
		named: 'opinion',
		id: 'id',
		at: 'signedAt',
		same: [
			['number', 'number'],
			['conclusion', 'conclusion'],
			['contentSha256', 'contentSha256'],
		],
		isNamed: true,
	},
	'yiqian-counsel-opinion/1': {
		act: 'counsel-opinion.signed',
		named: 'counselOpinion',
		id: 'id',
		at: 'signedAt',
		same: [
			['conclusion', 'conclusion'],
			['contentSha256', 'version'],
		],
		isNamed: true,
	},
	'yiqian-recheck/1': {
		act: 'recheck.signed',
		named: 'recheck',
		id: 'id',
		at: 'decidedAt',
		same: [
			['kind', 'kind'],
			['decisionText', 'explanation'],
		],
		isNamed: true,
	},
	'yiqian-outcome/1': {
		act: 'outcome.recorded',
		named: 'item',
		id: 'agendaItemId',
		at: 'recordedAt',
		same: [
			['meetingId', 'meeting'],
			['outcome', 'outcome'],
			['decisionText', 'decisionText'],
			['dissent', 'dissent'],
		],
		isNamed: true,
	},
	'yiqian-register/1': {
		act: 'text.published',
		named: 'document',
		id: 'id',
		at: 'registeredAt',
		same: [
			['contentSha256', 'contentSha256'],
			['publishedOn', 'publishedOn'],
		],
		isNamed: true,
	},
}

const isDone = ({ body }: Entry) => body['outcome'] === 'done'

function verifySigned(archive: Archive, manifest: Manifest, keys: Key[], entries: Entry[]): number {
	const owed = new Map<string, Entry>()
	for (const entry of entries)
		for (const [format, { act, named, isNamed }] of Object.entries(FORMATS))
			if (isDone(entry) && entry.body['act'] === act && (!isNamed || entry.detail['signed'] === format))
				owed.set(`${act} ${textOf(entry.detail[named])}`, entry)
	const uploaded = entries
		.filter((entry) => isDone(entry) && entry.body['act'] === 'version.uploaded')
		.map(({ detail }) => detail['contentSha256'])
	let number = 0
	for (const line of linesOf(archive, 'signed')) {
		number += 1
		const statement = readCanonical(utf8(line))
		if (!hasOnly(statement, 'format', 'key', 'signature', 'text')) throw new Fault('signed-form', number)
		const { format, key: keyId, signature, text } = statement
		const rule = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
		const fields = typeof text === 'string' ? readCanonical(text) : null
		const at = rule && fields?.[rule.at]
		if (!rule || !fields || !isInstant(at)) throw new Fault('signed-form', number)
		const key = keys.find((each) => each.use === 'clearance' && each.id === keyId)
		if (!key || (at < key.from && !key.isFirst) || (key.until !== null && at >= key.until))
			throw new Fault('signed-key', number)
		const bytes = base64(typeof signature === 'string' ? signature : '')
		if (!bytes || !isSigned(`${textOf(format)}\n${textOf(text)}`, key.bytes, bytes))
			throw new Fault('signed-signature', number)
		const name = `${rule.act} ${textOf(fields[rule.id])}`
		const entry = owed.get(name)
		const isHere =
			fields['jurisdictionId'] === manifest.log && `matter/${textOf(fields['matterId'])}` === manifest.stream
		const isByKey = !('keyId' in fields) || fields['keyId'] === keyId
		const isSame =
			entry &&
			rule.same.every(([own, other]) => !(other in entry.detail) || entry.detail[other] === fields[own])
		const isOfText = !('contentSha256' in fields) || uploaded.includes(fields['contentSha256'])
		if (!entry || !isHere || !isByKey || !isSame || !isOfText || at > entry.at)
			throw new Fault('signed-trail', number)
		owed.delete(name)
	}
	const [missing] = owed.values()
	if (missing) throw new Fault('signed-missing', missing.seq)
	return number
}

/* ---- texts and papers ---- */

function filesBelow(manifest: Manifest, folder: string): Map<string, string> {
	return new Map(
		[...manifest.hashes]
			.filter(([path]) => path.startsWith(`${folder}/`))
			.map(([path, hash]) => [hash, path]),
	)
}

function verifyTexts(archive: Archive, manifest: Manifest, entries: Entry[]): number {
	const present = filesBelow(manifest, 'texts')
	const named = new Set<string>()
	for (const { seq, detail } of entries.filter(
		(entry) => isDone(entry) && entry.body['act'] === 'version.uploaded',
	)) {
		const { files } = detail
		if (!Array.isArray(files)) continue
		const list: Json[] = []
		for (const file of files) {
			const { role = null, name = null, sha256: hash } = isMembers(file) ? file : {}
			const path = typeof hash === 'string' ? present.get(hash) : undefined
			if (path === undefined || typeof hash !== 'string') throw new Fault('text-missing', seq)
			named.add(hash)
			list.push({
				role,
				name,
				size: archive.files.find((each) => each.path === path)?.size ?? 0,
				sha256: hash,
			})
		}
		if (hex(sha256(canonical(list))) !== detail['contentSha256']) throw new Fault('text-hash', seq)
	}
	refuseExtra(manifest, 'texts', named, 'text-extra')
	return named.size
}

const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function codeOf(hash: string): string {
	let rest = BigInt(`0x${hash}`)
	let code = ''
	for (let at = 0; at < 16; at += 1) {
		code += (at > 0 && at % 4 === 0 ? '-' : '') + CODE_SIGNS[Number(rest % 31n)]
		rest /= 31n
	}
	return code
}

function verifyPapers(manifest: Manifest, entries: Entry[]): number {
	const present = filesBelow(manifest, 'papers')
	const named = new Set<string>()
	let papers = 0
	for (const entry of entries.filter(isDone)) {
		const list = entry.detail['papers']
		for (const paper of Array.isArray(list) ? list : []) {
			const { sha256: content, file, code } = isMembers(paper) ? paper : {}
			if (typeof content !== 'string' || !present.has(content)) throw new Fault('paper-missing', entry.seq)
			if (file !== undefined && (typeof file !== 'string' || !present.has(file)))
				throw new Fault('paper-missing', entry.seq)
			if (!isHash(content) || code !== codeOf(content)) throw new Fault('paper-code', entry.seq)
			named.add(content)
			if (typeof file === 'string') named.add(file)
			papers += 1
		}
	}
	refuseExtra(manifest, 'papers', named, 'paper-extra')
	return papers
}

function refuseExtra(manifest: Manifest, folder: string, named: Set<string>, code: string): void {
	for (const [path, hash] of manifest.hashes)
		if (path.startsWith(`${folder}/`) && !named.has(hash)) throw new Fault(code, path)
}

/* ---- rows ---- */

const SHOWN_TABLES = new Set(
	(
		'matter draft_version version_file opinion opinion_item opinion_point opinion_revocation recheck recheck_item clearance ' +
		'clearance_state clearance_live agenda_item agenda_listing agenda_outcome meeting_revision meeting_check ' +
		'meeting_check_decision text_registration text_numbering text_issue matter_conclusion'
	).split(' '),
)

type Left = { table: string; key: string; times: number; digest: string | null }

function verifyRows(archive: Archive, entries: Entry[]): { shown: number; elsewhere: number } {
	const left = new Map<string, Left>()
	for (const { body } of entries) {
		const rows = body['rows']
		for (const row of Array.isArray(rows) ? rows : []) {
			const [table, key, times, digest] = Array.isArray(row) ? row : []
			if (
				typeof table !== 'string' ||
				typeof key !== 'string' ||
				!isCount(times) ||
				!(digest === null || isHash(digest))
			)
				continue
			const name = `${table} ${key}`
			if (SHOWN_TABLES.has(table) && (left.get(name)?.times ?? 0) < times)
				left.set(name, { table, key, times, digest })
		}
	}
	const byDigest = new Map([...left].map(([name, { table, digest }]) => [`${table} ${digest}`, name]))
	let elsewhere = 0
	let number = 0
	for (const line of linesOf(archive, 'rows')) {
		number += 1
		const text = utf8(line)
		let value: Json = null
		try {
			value = JSON.parse(text ?? '') as Json
		} catch {
			throw new Fault('line', `rows ${number}`)
		}
		if (!isMembers(value)) throw new Fault('line', `rows ${number}`)
		const other = value['elsewhere']
		if (isMembers(other)) {
			const name = `${textOf(other['table'])} ${textOf(other['key'])}`
			const own = left.get(name)
			if (
				!hasOnly(readCanonical(text), 'elsewhere') ||
				!own ||
				!isCount(other['times']) ||
				other['times'] <= own.times
			)
				throw new Fault('row-differs', number)
			left.delete(name)
			elsewhere += 1
			continue
		}
		const name = byDigest.get(`${textOf(value['table'])} ${hex(sha256(line))}`)
		if (name === undefined || !left.delete(name)) throw new Fault('row-differs', number)
	}
	for (const [name, { digest }] of left) if (digest !== null) throw new Fault('row-missing', name)
	return { shown: number - elsewhere, elsewhere }
}

/* ---- what somebody holds from elsewhere ---- */

type Asked = { archive: string; keys: NoteKey[]; checkpoints: string[]; receipts: string[] }

function verifyHeld(
	asked: Asked,
	origin: string,
	key: NoteKey,
	head: Head,
	earlier: Map<number, string>,
): void {
	for (const { name, id, type, bytes } of asked.keys) {
		if (type === 1 && !(name === key.name && id === key.id && bytes.equals(key.bytes)))
			throw new Fault('known-key', name)
		if (type !== 4) continue
		const lines = head.note.lines.filter((line) => line.name === name && line.id === id)
		const isWitnessed = lines.some((line) => {
			const time = line.bytes.length === 72 ? line.bytes.readBigUInt64BE() : 0n
			return (
				time > 0n &&
				isSigned(`cosignature/v1\ntime ${time}\n${head.note.text}`, bytes, line.bytes.subarray(8))
			)
		})
		if (!isWitnessed) throw new Fault('witness', name)
	}
	for (const file of asked.checkpoints) {
		const held = readCheckpoint(readFileSync(file), origin, key)
		if (!held) throw new Fault('held-checkpoint')
		if (held.size > head.size) throw new Fault('held-longer', held.size)
		const root = held.size === head.size ? head.root : earlier.get(held.size)
		if (root === undefined) throw new Fault('held-unproven', held.size)
		if (root !== held.root) throw new Fault('held-differs', held.size)
		say(
			`您手中的检查点（${held.size} 条）与证据包是同一份总表`,
			`the checkpoint of ${held.size} leaves that you hold is of this list`,
		)
	}
}

function verifyReceipts(asked: Asked, manifest: Manifest, key: NoteKey, entries: Entry[]): void {
	for (const file of asked.receipts) {
		const note = readNote(readFileSync(file))
		const [label, origin, stream, seqText = '', hash, at, ...more] = note?.text.slice(0, -1).split('\n') ?? []
		const seq = readDecimal(seqText)
		const isWhole =
			label === 'yiqian-receipt/1' &&
			origin === manifest.origin &&
			seq !== null &&
			isHash(hash) &&
			isInstant(at) &&
			more.length === 1
		if (!note || !isWhole || !isNoteBy(note, key)) throw new Fault('receipt')
		if (stream !== manifest.stream) {
			say('有一份回执不是本事项的，没有核对', 'a receipt is not of this matter, and was not compared')
			continue
		}
		const entry = entries[seq - 1]
		if (entry && entry.hash !== hash) throw new Fault('receipt-differs', seq)
		const isLater = at > (entries.at(-1)?.at ?? '')
		if (!entry && !isLater) throw new Fault('receipt-gone', seq)
		if (entry) say(`回执所说的第 ${seq} 条办理记录在`, `entry ${seq}, which a receipt names, is there`)
		else say('有一份回执晚于证据包，没有核对', 'a receipt is later than the archive, and was not compared')
	}
}

/* ---- all of it ---- */

let print: (line: string) => void = console.log

function say(zh: string, en: string): void {
	print(`${zh} / ${en}`)
}

function verifyArchive(archive: Archive, asked: Asked): void {
	const manifest = verifyManifest(archive)
	const { origin, stream, size } = manifest
	say(`文件 ${manifest.hashes.size} 个，与清单一致`, `${manifest.hashes.size} files, all as listed`)
	const { entries, leaves } = verifyTrail(archive, manifest)
	say(
		`${stream}：办理记录 ${entries.length} 条，逐条相连`,
		`${stream}: ${entries.length} entries, each following the one before`,
	)
	const keys = readKeys(archive, manifest)
	const signers = keys.filter(({ use }) => use === 'checkpoint').map(({ bytes }) => noteKey(origin, 1, bytes))
	const note = archive.read('checkpoint.txt')
	const key = signers.find((each) => readCheckpoint(note, origin, each) !== null)
	const head = key ? readCheckpoint(note, origin, key) : null
	if (!key || head?.size !== size) throw new Fault('checkpoint')
	say(`检查点：${size} 条，签名成立`, `checkpoint of ${size} leaves, its signature holds`)
	for (const { id, entry } of keys) {
		const hash = hex(sha256(Buffer.from([0]), entry.text))
		if (!verifyInclusion(hash, entry.index, size, head.root, entry.proof)) throw new Fault('key', id)
	}
	let before = -1
	for (const [at, { seq, hash }] of entries.entries()) {
		const { index, proof } = leaves[at] as Leaf
		if (index <= before) throw new Fault('entry-order', seq)
		if (!verifyInclusion(hash, index, size, head.root, proof)) throw new Fault('entry-proof', seq)
		before = index
	}
	say('每条办理记录和每个公钥都在检查点之下', 'every entry and every key is under the checkpoint')
	verifyExtract(archive, manifest, key, entries)
	say(
		'机关签名确认：在该检查点之下，本事项的办理记录到此为止',
		'the house has signed that under this checkpoint the entries end here',
	)
	const earlier = verifyEarlier(archive, origin, signers, head)
	say(
		`较早的检查点 ${earlier.size} 个，都是它的前段`,
		`${earlier.size} earlier checkpoints, each a beginning of it`,
	)
	const signed = verifySigned(archive, manifest, keys, entries)
	say(`签名 ${signed} 个，成立且与办理记录一致`, `${signed} signatures hold and are what the trail says`)
	const texts = verifyTexts(archive, manifest, entries)
	say(`稿件 ${texts} 个，与办理记录一致`, `${texts} files of texts are those of the trail`)
	const papers = verifyPapers(manifest, entries)
	say(`文书 ${papers} 件，与封存时一致`, `${papers} papers are as they were sealed`)
	const rows = verifyRows(archive, entries)
	say(
		`数据 ${rows.shown} 行，与办理记录一致；${rows.elsewhere} 行后来由其他办理改过，不在此列`,
		`${rows.shown} rows are as the trail left them; ${rows.elsewhere} were written by other acts since, and are not shown`,
	)
	verifyHeld(asked, origin, key, head, earlier)
	verifyReceipts(asked, manifest, key, entries)
	const word = `${key.name}+${key.id}+${Buffer.concat([Buffer.from([1]), key.bytes]).toString('base64')}`
	if (asked.keys.some(({ type }) => type === 1)) say('公钥与您给出的一致', 'the key is the one that you gave')
	else
		say(
			`公钥只是证据包自己所说，请与机关公布的核对：${word}`,
			`the key is only what the archive says; compare it with the published one: ${word}`,
		)
}

function verifyExtract(archive: Archive, manifest: Manifest, key: NoteKey, entries: Entry[]): void {
	const note = readNote(archive.read('extract.txt'))
	const last = entries.at(-1)
	const lines = ['yiqian-extract/1', manifest.origin, manifest.stream, last?.seq, last?.hash, manifest.size]
	if (!note || note.text !== lines.map((line) => `${line}\n`).join('') || !isNoteBy(note, key))
		throw new Fault('extract')
}

function verifyEarlier(archive: Archive, origin: string, keys: NoteKey[], head: Head): Map<number, string> {
	const earlier = new Map<number, string>()
	let before = 0
	for (const line of linesOf(archive, 'earlier')) {
		const value = readCanonical(utf8(line))
		const number = earlier.size + 1
		if (
			!hasOnly(value, 'note', 'proof') ||
			typeof value['note'] !== 'string' ||
			!Array.isArray(value['proof'])
		)
			throw new Fault('line', `earlier ${number}`)
		const bytes = Buffer.from(value['note'])
		const one = keys.map((key) => readCheckpoint(bytes, origin, key)).find((each) => each !== null)
		const proof = value['proof']
		if (!one || one.size <= before || !proof.every(isHash)) throw new Fault('earlier', number)
		if (!verifyConsistency(one.size, one.root, head.size, head.root, proof as string[]))
			throw new Fault('earlier', number)
		earlier.set(one.size, one.root)
		before = one.size
	}
	return earlier
}

function readArguments(words: string[]): Asked | null {
	const asked: Asked = { archive: '', keys: [], checkpoints: [], receipts: [] }
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] as string
		if (!word.startsWith('--')) {
			if (asked.archive !== '') return null
			asked.archive = word
			continue
		}
		const value = words[(at += 1)]
		if (value === undefined) return null
		if (word === '--checkpoint') asked.checkpoints.push(value)
		else if (word === '--receipt') asked.receipts.push(value)
		else if (word === '--key') {
			const key = readVerifierKey(value)
			if (!key) return null
			asked.keys.push(key)
		} else return null
	}
	return asked.archive === '' ? null : asked
}

/** Verifies what these words of a command line ask for; gives the exit status. */
export function main(words: string[], out: (line: string) => void = console.log): number {
	print = out
	const asked = readArguments(words)
	if (!asked) {
		out('verify-evidence ARCHIVE.zip [--key VERIFIER-KEY]... [--checkpoint NOTE]... [--receipt NOTE]...')
		return 2
	}
	try {
		withFile(asked.archive, (at, length) => verifyArchive(openArchive(at, length), asked))
	} catch (error) {
		if (!(error instanceof Fault)) throw error
		const [zh = '', en = ''] = WORDS[error.code] ?? []
		say(`不成立：${zh}（${error.place}）`, `DOES NOT HOLD: ${en} (${error.place})`)
		out(`VERDICT fails ${error.code} ${error.place}`.trimEnd())
		return 1
	}
	say('证据包成立', 'the evidence holds')
	out('VERDICT holds')
	return 0
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
	process.exitCode = main(process.argv.slice(2))
