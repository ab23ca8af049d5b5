import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from './error-code.ts'
import { openCheckpoint } from '#app/domain/checkpoint/checkpoint.ts'
import type { NoteKey } from '#app/domain/checkpoint/signed-note.ts'

/** A leaf as the folder has it. */
type Leaf = { readonly stream: string; readonly seq: number; readonly hash: string }

/** Lines of leaves between two sizes of the list, and the note of the later one. */
type Bundle = {
	readonly origin: string
	readonly from: number
	readonly size: number
	readonly note: string
	readonly leaves: () => AsyncGenerator<readonly Leaf[]>
}

const CHECKPOINT = /^checkpoint-(\d{12})\.txt$/
const LEAVES = /^leaves-(\d{12})-(\d{12})\.txt$/

/**
 * A folder on another machine's share that takes checkpoints: a file for each note, named by its size, and a file with the
 * leaves that came since. Nothing there is ever changed or removed by this house; the share should not let it.
 */
export function openDepositFolder(folder: string) {
	const placeOf = (origin: string) =>
		join(folder, createHash('sha256').update(origin).digest('hex').slice(0, 16))
	return {
		put: async ({ origin, from, size, note, leaves }: Bundle): Promise<void> => {
			const place = placeOf(origin)
			// The folder itself has to be there: a share that is not mounted must not become a folder of this machine.
			await readdir(folder)
			await mkdir(place, { recursive: true })
			await writeWhole(join(place, `leaves-${padded(from)}-${padded(size)}.txt`), lines(leaves()))
			// The note last: where it lies, its leaves do.
			await writeWhole(join(place, `checkpoint-${padded(size)}.txt`), [note])
		},
		/** The newest note; a file that one of the keys has not signed is a stranger's, and says nothing. */
		newest: async (origin: string, key: NoteKey) => {
			await readdir(folder)
			for (const name of (await namesIn(placeOf(origin), CHECKPOINT)).reverse()) {
				const checkpoint = openCheckpoint(await readFile(join(placeOf(origin), name), 'utf8'), [key])
				if (checkpoint?.origin === origin) return checkpoint
			}
			return null
		},
		/** Every note that lies there, the shortest list first. */
		all: async function* (origin: string, key: NoteKey) {
			for (const name of await namesIn(placeOf(origin), CHECKPOINT)) {
				const checkpoint = openCheckpoint(await readFile(join(placeOf(origin), name), 'utf8'), [key])
				if (checkpoint?.origin === origin) yield checkpoint
			}
		},
		/** The leaves that lie there from a place on. */
		leavesFrom: async (origin: string, position: number): Promise<readonly Leaf[]> => {
			const found = new Map<number, Leaf>()
			for (const name of await namesIn(placeOf(origin), LEAVES)) {
				const [, from = '', to = ''] = LEAVES.exec(name) ?? []
				if (Number(to) <= position) continue
				const text = await readFile(join(placeOf(origin), name), 'utf8')
				for (const [at, line] of text.trimEnd().split('\n').entries()) {
					const [stream = '', seq = '', hash = ''] = line.split(' ')
					if (Number(from) + at >= position) found.set(Number(from) + at, { stream, seq: Number(seq), hash })
				}
			}
			return [...found].sort(([a], [b]) => a - b).map(([, leaf]) => leaf)
		},
	}
}

function padded(size: number): string {
	return String(size).padStart(12, '0')
}

async function namesIn(place: string, pattern: RegExp): Promise<string[]> {
	try {
		return (await readdir(place)).filter((name) => pattern.test(name)).sort()
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return []
		throw error
	}
}

async function* lines(leaves: AsyncGenerator<readonly Leaf[]>): AsyncGenerator<string> {
	for await (const some of leaves)
		yield some.map(({ stream, seq, hash }) => `${stream} ${seq} ${hash}\n`).join('')
}

/** Written under another name, synced and then named: a file that is there is whole. */
async function writeWhole(file: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void> {
	const draft = `${file}.part`
	const handle = await open(draft, 'w', 0o644)
	try {
		for await (const part of parts) await handle.write(part)
		await handle.sync()
	} catch (error) {
		await rm(draft, { force: true })
		throw error
	} finally {
		await handle.close()
	}
	await rename(draft, file)
}
