import type { KeyObject } from 'node:crypto'
import { unzipSync } from 'fflate'
import { type Json, type JsonObject, canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { leafHash, sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { checkpointText, signCheckpoint } from '#app/domain/checkpoint/checkpoint.ts'
import { signExtract } from '#app/domain/checkpoint/extract-note.ts'
import { consistencyRanges, inclusionRanges, rootOf, rootsOf } from '#app/domain/checkpoint/merkle-tree.ts'
import { readNote } from '#app/domain/checkpoint/signed-note.ts'
import { manifestText } from '#app/domain/evidence/archive.ts'
import { openStoredZip } from '#app/documents/stored-zip.server.ts'

/** An archive taken apart, with the whole list of leaves that its house has: what whoever bends it may work with. */
export type TakenApart = {
	readonly files: Map<string, Buffer>
	readonly origin: string
	readonly stream: string
	/** The texts of the entries, and the place of each in the list. */
	readonly entries: string[]
	readonly places: number[]
	readonly list: string[]
}

/** Takes an archive apart. */
export function takeApart(archive: Uint8Array, list: readonly string[]): TakenApart {
	const files = new Map(Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, Buffer.from(bytes)]))
	const { origin, stream } = JSON.parse(String(files.get('manifest.json'))) as Record<
		'origin' | 'stream',
		string
	>
	files.delete('manifest.json')
	const leaves = linesOf(files, 'leaves').map((line) => JSON.parse(line) as { index: number })
	return {
		files,
		origin,
		stream,
		entries: linesOf(files, 'trail'),
		places: leaves.map(({ index }) => index),
		list: [...list],
	}
}

/** The lines of a series, which in these archives is one file. */
export function linesOf(files: ReadonlyMap<string, Buffer>, series: string): string[] {
	return String(files.get(`${series}-0001.jsonl`) ?? '')
		.split('\n')
		.slice(0, -1)
}

/** Puts lines in the place of those of a series. */
export function putLines(files: Map<string, Buffer>, series: string, lines: readonly string[]): void {
	files.set(`${series}-0001.jsonl`, Buffer.from(lines.map((line) => `${line}\n`).join('')))
}

/** Packs files with a list of them that fits. */
export function pack({ files, origin, stream }: Pick<TakenApart, 'files' | 'origin' | 'stream'>): Buffer {
	const size = Number(String(files.get('checkpoint.txt')).split('\n')[1])
	const listed = [...files].map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256Hex(bytes) }))
	const manifest = Buffer.from(manifestText({ origin, stream, size, files: listed }))
	const zip = openStoredZip()
	const pieces = [...files, ['manifest.json', manifest] as const].flatMap(([path, bytes]) => [
		zip.begin(path, bytes),
		bytes,
	])
	return Buffer.concat([...pieces, zip.end()])
}

/** Changes members of an entry and gives its canonical text. */
export function edited(entry: string, change: (body: Record<string, Json>) => void): string {
	const body = JSON.parse(entry) as Record<string, Json>
	change(body)
	return canonicalJson(body)
}

/** Chains all entries anew, each with its number, as whoever holds the database can. */
export function chainAnew(entries: string[]): void {
	let prev = '0'.repeat(64)
	for (const [at, entry] of entries.entries()) {
		const text = edited(entry, (body) => Object.assign(body, { prev, seq: at + 1 }))
		entries[at] = text
		prev = leafHash(text)
	}
}

/** Writes the entries back; their hashes as `hashes` says, their places and proofs as they were. */
export function writeEntries({ files, entries }: TakenApart, hashes: 'kept' | 'own' = 'own'): void {
	putLines(files, 'trail', entries)
	if (hashes === 'kept') return
	const leaves = linesOf(files, 'leaves').map((line) => JSON.parse(line) as JsonObject)
	const lines = entries.map((entry, at) =>
		canonicalJson({ ...leaves[at], hash: leafHash(entry), seq: at + 1 }),
	)
	putLines(files, 'leaves', lines)
}

/**
 * Makes list, tree, proofs, checkpoints and extract anew for the entries that are there. With the house's key they are
 * signed; without it the old lines stand under the new texts.
 */
export function rebuildTree(apart: TakenApart, key: KeyObject | null): void {
	const { files, origin, stream, entries, places, list } = apart
	for (const [at, place] of places.entries()) list[place] = leafHash(entries[at] ?? '')
	const size = list.length
	const proofOf = (index: number) => [...rootsOf(list, inclusionRanges(index, size))]
	putLines(files, 'trail', entries)
	putLines(
		files,
		'leaves',
		entries.map((entry, at) =>
			canonicalJson({
				hash: leafHash(entry),
				index: places[at] ?? 0,
				proof: proofOf(places[at] ?? 0),
				seq: at + 1,
			}),
		),
	)
	putLines(
		files,
		'keys',
		linesOf(files, 'keys').map((line) => {
			const { entry, ...rest } = JSON.parse(line) as JsonObject & { entry: { text: string } }
			const index = list.indexOf(leafHash(entry.text))
			return canonicalJson({ ...rest, entry: { text: entry.text, index, proof: proofOf(index) } })
		}),
	)
	const note = (upTo: number, old: string) => {
		const checkpoint = { origin, size: upTo, root: rootOf(list.slice(0, upTo)) }
		return key ? signCheckpoint(checkpoint, key) : `${checkpointText(checkpoint)}\n${lineOf(old)}`
	}
	const earlier = linesOf(files, 'earlier').map((line) => (JSON.parse(line) as { note: string }).note)
	const kept = earlier.filter((old) => Number(old.split('\n')[1]) < size)
	putLines(
		files,
		'earlier',
		kept.map((old) => {
			const upTo = Number(old.split('\n')[1])
			return canonicalJson({
				note: note(upTo, old),
				proof: [...rootsOf(list, consistencyRanges(upTo, size))],
			})
		}),
	)
	files.set('checkpoint.txt', Buffer.from(note(size, String(files.get('checkpoint.txt')))))
	const last = { seq: entries.length, hash: leafHash(entries.at(-1) ?? '') }
	if (key) files.set('extract.txt', Buffer.from(signExtract({ origin, stream, size, ...last }, key)))
}

function lineOf(note: string): string {
	const text = readNote(note)?.text ?? ''
	return note.slice(text.length + 1)
}
