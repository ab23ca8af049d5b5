/**
 * The thread that compares large pairs and writes their papers: `compare-threads.server.ts` starts it. It sends a
 * comparison in pieces and waits after each until it is asked for more, because taking in a large result at once would
 * hold up every page. For the same reason it compares anew what it writes a paper of; the paper's bytes are handed over,
 * not copied.
 */
import { parentPort } from 'node:worker_threads'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import type { ComparisonAsked, PaperAsked } from './comparison-asked.ts'

/** What is sent to the thread: a pair to compare, a paper of one or of sealed content to write, or the word to send on. */
export type ToThread =
	| { readonly asked: ComparisonAsked }
	| { readonly paper: PaperAsked }
	| { readonly sealed: string }
	| 'more'

/** What the thread sends: blocks, piece by piece, then all else of the result; a paper; or what went wrong. */
export type FromThread =
	| { readonly blocks: readonly RedlineBlock[] }
	| { readonly rest: Omit<Redline, 'blocks'> }
	| { readonly bytes: Uint8Array }
	| { readonly failure: string }

/** About this many code units of text go into one piece: a few milliseconds for who takes it in. */
const PIECE = 40_000

const port = parentPort
if (!port) throw new Error('this file is run as a thread')

let pieces: Iterator<FromThread> = [][Symbol.iterator]()

port.on('message', (message: ToThread) => void take(message))

async function take(message: ToThread): Promise<void> {
	try {
		if (message !== 'more' && !('asked' in message)) {
			const bytes = await ('paper' in message ? write(message.paper) : writeSealed(message.sealed))
			// Node's buffers are never shared memory, which the type allows for.
			port?.postMessage({ bytes } satisfies FromThread, [bytes.buffer as ArrayBuffer])
			return
		}
		if (message !== 'more') pieces = compare(message.asked)
		const next = pieces.next()
		if (!next.done) port?.postMessage(next.value)
	} catch (error) {
		const failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
		port?.postMessage({ failure } satisfies FromThread)
	}
}

async function write({ paper, facts, corrections }: PaperAsked): Promise<Uint8Array> {
	// A thread that only compares need not wait for what writes Word files.
	const { writePaper } = await import('#app/documents/papers/write-paper.server.ts')
	const { texts } = facts
	return writePaper(paper, facts, compareTexts(texts.old, texts.new, corrections))
}

async function writeSealed(content: string): Promise<Uint8Array> {
	const { writeSealedWord } = await import('#app/documents/sealed-word/write-sealed-word.ts')
	return writeSealedWord(content)
}

function* compare({ old, new: fresh, corrections }: ComparisonAsked): Generator<FromThread> {
	const { blocks, ...rest } = compareTexts(old, fresh, corrections)
	let piece: RedlineBlock[] = []
	let size = 0
	for (const block of blocks) {
		piece.push(block)
		size += sizeOf(block)
		if (size < PIECE) continue
		yield { blocks: piece }
		piece = []
		size = 0
	}
	yield { blocks: piece }
	yield { rest }
}

function sizeOf(block: RedlineBlock): number {
	return block.rows.reduce(
		(sum, row) => sum + row.merged.reduce((length, segment) => length + segment.text.length, 0),
		0,
	)
}
