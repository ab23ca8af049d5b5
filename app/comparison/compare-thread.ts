/**
 * The thread that compares large pairs: `compare-threads.server.ts` starts it. It sends its result in pieces and waits
 * after each until it is asked for more, because taking in a large result at once would hold up every page.
 */
import { parentPort } from 'node:worker_threads'
import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import type { ComparisonAsked } from './comparison-asked.ts'

/** What is sent to the thread: a pair to compare, or the word to send on. */
export type ToThread = { readonly asked: ComparisonAsked } | 'more'

/** What the thread sends: blocks, piece by piece, then all else of the result; or what went wrong. */
export type FromThread =
	| { readonly blocks: readonly RedlineBlock[] }
	| { readonly rest: Omit<Redline, 'blocks'> }
	| { readonly failure: string }

/** About this many code units of text go into one piece: a few milliseconds for who takes it in. */
const PIECE = 40_000

const port = parentPort
if (!port) throw new Error('this file is run as a thread')

let pieces: Iterator<FromThread> = [][Symbol.iterator]()

port.on('message', (message: ToThread) => {
	if (message !== 'more') pieces = answer(message.asked)
	const next = pieces.next()
	if (!next.done) port.postMessage(next.value)
})

function* answer({ oldText, newText, corrections }: ComparisonAsked): Generator<FromThread> {
	let redline: Redline
	try {
		redline = compareTexts(oldText, newText, corrections)
	} catch (error) {
		yield { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
		return
	}
	const { blocks, ...rest } = redline
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
