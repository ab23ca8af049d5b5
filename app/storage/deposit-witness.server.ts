import { createHash } from 'node:crypto'
import { openCheckpoint, readCosignatures } from '#app/domain/checkpoint/checkpoint.ts'
import { type NoteKey, readNote } from '#app/domain/checkpoint/signed-note.ts'

/** A witness takes and gives little; one that is slower is tried again later. */
const PATIENCE_MS = 10_000
const LONGEST_ANSWER = 100_000

/** A checkpoint for a witness, and how the list is proven to begin with an earlier one. */
type Submission = {
	readonly note: string
	readonly text: string
	readonly size: number
	/** How long the list was that the witness is believed to know. */
	readonly from: number
	readonly proof: (from: number) => Promise<readonly string[]>
}

/**
 * A witness that somebody else runs (C2SP tlog-witness): it cosigns a checkpoint only where the list has grown from the
 * one that it knew, and tells everybody the newest that it has seen.
 */
export function openDepositWitness(url: string, witnessKey: NoteKey) {
	const submit = async ({ note, size, proof }: Submission, from: number): Promise<Response> => {
		const lines = (from === 0 || from > size ? [] : await proof(from)).map(
			(hash) => `${Buffer.from(hash, 'hex').toString('base64')}\n`,
		)
		return fetch(`${url}/add-checkpoint`, {
			method: 'POST',
			body: `old ${from}\n${lines.join('')}\n${note}`,
			signal: AbortSignal.timeout(PATIENCE_MS),
		})
	}
	return {
		/** Sends a checkpoint; gives the witness' lines. What the witness says to be its size is taken once. */
		put: async (submission: Submission): Promise<string> => {
			let answer = await submit(submission, submission.from)
			if (answer.status === 409) {
				const known = Number((await answer.text()).trim())
				if (!Number.isSafeInteger(known) || known < 0 || known > submission.size)
					throw new Error(`the witness knows a list of ${known} leaves, this one has ${submission.size}`)
				answer = await submit(submission, known)
			}
			const lines = await textOf(answer)
			if (!answer.ok) throw new Error(`the witness answered ${answer.status}`)
			if (!readCosignatures(submission.text, lines, [witnessKey])?.length)
				throw new Error('the witness answered without a cosignature of its key')
			return lines
		},
		/** The newest checkpoint that the witness has cosigned; null where it knows none. */
		newest: async (origin: string, key: NoteKey) => {
			const place = createHash('sha256').update(origin).digest('hex')
			const answer = await fetch(`${url}/${place}/checkpoint`, { signal: AbortSignal.timeout(PATIENCE_MS) })
			if (answer.status === 404) return null
			if (!answer.ok) throw new Error(`the witness answered ${answer.status}`)
			const note = await textOf(answer)
			const read = readNote(note)
			const cosigned = read && readCosignatures(read.text, note.slice(read.text.length + 1), [witnessKey])
			const checkpoint = openCheckpoint(note, [key])
			if (!cosigned?.length || checkpoint?.origin !== origin)
				throw new Error(
					'what the witness gives as the newest checkpoint is not signed by it and by this house',
				)
			return checkpoint
		},
	}
}

async function textOf(answer: Response): Promise<string> {
	const text = await answer.text()
	if (text.length > LONGEST_ANSWER) throw new Error('the witness answered with more than a note')
	return text
}
