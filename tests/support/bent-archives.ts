import type { KeyObject } from 'node:crypto'
import type { Json } from '#app/domain/audit-chain/canonical-json.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'
import {
	type TakenApart,
	chainAnew,
	edited,
	linesOf,
	putLines,
	rebuildTree,
	writeEntries,
} from './tampered-evidence.ts'

const changeWords = (body: Record<string, Json>) => {
	body['detail'] = { ...(body['detail'] as object), words: '改过的话。' }
}
const anHourEarlier = (body: Record<string, Json>) => {
	body['at'] = String(body['at']).replace(/T\d\d/, 'T00')
}

/** One way to bend an archive, and what is named of it. */
export type Bent = {
	readonly name: string
	readonly bend: (apart: TakenApart, at: number, key: KeyObject) => void
	/** The first thing that does not hold, by the number of the entry that was bent. */
	readonly named: (seq: number) => string
	/** Whether it takes a checkpoint from elsewhere. */
	readonly takesCheckpoint?: true
}

/** The kinds of the design paper that change an archive; its other three change the database, and follow below. */
export const KINDS: readonly Bent[] = [
	{
		name: '1 words of an entry',
		bend: (apart, at) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', changeWords)
			writeEntries(apart, 'kept')
		},
		named: (seq) => `entry-hash ${seq}`,
	},
	{
		name: '2 words of an entry with its own hash',
		bend: (apart, at) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', changeWords)
			writeEntries(apart)
		},
		named: (seq) => `entry-prev ${seq + 1}`,
	},
	{
		name: '3 words of an entry, the stream chained anew',
		bend: (apart, at) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', changeWords)
			chainAnew(apart.entries)
			writeEntries(apart)
		},
		named: (seq) => `entry-proof ${seq}`,
	},
	{
		name: '4 the same with the tree made anew, without the key',
		bend: (apart, at) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', changeWords)
			chainAnew(apart.entries)
			rebuildTree(apart, null)
		},
		named: () => 'checkpoint',
	},
	{
		name: '5 the same with the stolen key',
		bend: (apart, at, key) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', changeWords)
			chainAnew(apart.entries)
			rebuildTree(apart, key)
		},
		named: () => 'held-differs',
		takesCheckpoint: true,
	},
	{
		name: '6 an entry taken out of the middle',
		bend: (apart, at) => {
			apart.entries.splice(at, 1)
			putLines(apart.files, 'trail', apart.entries)
		},
		named: (seq) => `entry-place ${seq}`,
	},
	{
		name: '7 the same with everything made anew, without the key',
		bend: (apart, at) => {
			apart.entries.splice(at, 1)
			const [gone = 0] = apart.places.splice(at, 1)
			apart.list.splice(gone, 1)
			for (const [each, place] of apart.places.entries()) if (place > gone) apart.places[each] = place - 1
			chainAnew(apart.entries)
			rebuildTree(apart, null)
		},
		named: () => 'checkpoint',
	},
	{
		name: '8 the tail, which was under the checkpoint',
		bend: (apart) => {
			apart.entries.splice(-2)
			putLines(apart.files, 'trail', apart.entries)
			putLines(apart.files, 'leaves', linesOf(apart.files, 'leaves').slice(0, -2))
		},
		named: () => 'extract',
	},
	{
		name: '10 the whole stream',
		bend: ({ files }) => {
			files.delete('trail-0001.jsonl')
			files.delete('leaves-0001.jsonl')
		},
		named: () => 'trail-empty',
	},
	{
		name: '11 an entry of an earlier day put in',
		bend: (apart, at) => {
			const { entries, places, list } = apart
			const added = edited(entries[at] ?? '', changeWords)
			entries.splice(at, 0, added)
			const place = places[at] ?? 0
			for (const [each, other] of places.entries()) if (other >= place) places[each] = other + 1
			places.splice(at, 0, place)
			list.splice(place, 0, leafHash(added))
			chainAnew(entries)
			rebuildTree(apart, null)
		},
		named: () => 'checkpoint',
	},
	{
		name: '12 two entries changed about',
		bend: (apart, at) => {
			const [one = '', two = ''] = apart.entries.slice(at, at + 2)
			apart.entries.splice(at, 2, two, one)
			writeEntries(apart)
		},
		named: (seq) => `entry-place ${seq}`,
	},
	{
		name: '13 the time of an entry',
		bend: (apart, at) => {
			apart.entries[at] = edited(apart.entries[at] ?? '', anHourEarlier)
			writeEntries(apart, 'kept')
		},
		named: (seq) => `entry-hash ${seq}`,
	},
	{
		name: '14 a row without an entry',
		bend: ({ files }) => {
			const lines = linesOf(files, 'rows')
			const at = lines.findIndex((line) => line.endsWith('"table":"opinion"}'))
			lines[at] = (lines[at] ?? '').replace(/"summary":"[^"]*"/, '"summary":"改过的意见。"')
			putLines(files, 'rows', [lines[at] ?? '', ...lines.filter((_, each) => each !== at)])
		},
		named: () => 'row-differs 1',
	},
	{
		name: '16 the whole house written anew with the stolen key',
		bend: (apart, _, key) => {
			for (const [at, entry] of apart.entries.entries()) apart.entries[at] = edited(entry, changeWords)
			chainAnew(apart.entries)
			for (const at of apart.list.keys()) if (!isOfKeys(apart, at)) apart.list[at] = leafHash(`anew ${at}`)
			rebuildTree(apart, key)
		},
		named: () => 'held-differs',
		takesCheckpoint: true,
	},
	{
		name: '18 an entry in another writing',
		bend: (apart, at) => {
			apart.entries[at] = JSON.stringify(JSON.parse(apart.entries[at] ?? ''), null, 1).replaceAll('\n', '')
			writeEntries(apart, 'kept')
		},
		named: (seq) => `entry-canonical ${seq}`,
	},
]

/** What else a verifier looks at. */
export const OTHERS: readonly Bent[] = [
	{
		name: 'another text in the place of one',
		bend: ({ files }) => files.set(textOf(files), Buffer.from('另一份稿件。')),
		named: () => 'text-missing',
	},
	{
		name: 'a text left out',
		bend: ({ files }) => files.delete(textOf(files)),
		named: () => 'text-missing',
	},
	{
		name: 'a text more',
		bend: ({ files }) => files.set('texts/9-1.txt', Buffer.from('另一份稿件。')),
		named: () => 'text-extra texts/9-1.txt',
	},
	{
		name: 'a paper more',
		bend: ({ files }) => files.set('papers/9-clearance.json', Buffer.from('{}')),
		named: () => 'paper-extra papers/9-clearance.json',
	},
	{
		name: 'a signed text left out',
		bend: ({ files }) => putLines(files, 'signed', linesOf(files, 'signed').slice(1)),
		named: () => 'signed-missing',
	},
	{
		name: 'a signed text twice',
		bend: ({ files }) =>
			putLines(
				files,
				'signed',
				[0, 0, 1].map((at) => linesOf(files, 'signed')[at] ?? ''),
			),
		named: () => 'signed-trail 2',
	},
	{
		name: 'a signed text with other words',
		bend: ({ files }) =>
			putLines(
				files,
				'signed',
				linesOf(files, 'signed').map((line) =>
					line.replace('\\"explanation\\":null', '\\"explanation\\":\\"\\"'),
				),
			),
		named: () => 'signed-signature 1',
	},
	{
		name: 'a key of another day',
		bend: ({ files }) =>
			putLines(
				files,
				'keys',
				linesOf(files, 'keys').map((line) => line.replace('"from":"2026', '"from":"2025')),
			),
		named: () => 'key',
	},
	{
		name: 'a row left out',
		bend: ({ files }) =>
			putLines(
				files,
				'rows',
				linesOf(files, 'rows').filter((line) => !line.endsWith('"table":"clearance"}')),
			),
		named: () => 'row-missing clearance',
	},
	{
		name: 'a checkpoint of another size',
		bend: ({ files }) =>
			files.set(
				'checkpoint.txt',
				Buffer.from(String(files.get('checkpoint.txt')).replace(/\n\d+\n/, '\n7\n')),
			),
		named: () => 'checkpoint',
	},
]

function textOf(files: ReadonlyMap<string, Buffer>): string {
	return [...files.keys()].find((path) => path.startsWith('texts/')) ?? ''
}

function isOfKeys({ files, list }: TakenApart, at: number): boolean {
	return linesOf(files, 'keys').some(
		(line) => leafHash((JSON.parse(line) as { entry: { text: string } }).entry.text) === list[at],
	)
}
