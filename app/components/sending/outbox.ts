import { type Cause, isPassing, kindOfAnswer } from './answer-kind.ts'
import { fetchWhole } from './fetch-whole.ts'
import { guardFetch, holdAnswer, plainFetch } from './guarded-fetch.ts'

/** Whether a command was done, by its key; unknown until the server could be asked. */
export type OnRecord = 'unknown' | 'none' | 'done' | 'refused'

/** A form on its way. */
export type Letter = {
	/** The form that it was sent from, so that it is on its way once. */
	readonly id: string
	/** The address of its page's action, as the browser asks for data. */
	readonly url: string
	readonly fields: FormData
	readonly isUpload: boolean
	/** Has the router take the answer that is held under this name. */
	readonly deliver: (held: string) => void
	/** Whether it only saves what is typed, so that a later one takes its place. */
	readonly isSaving?: boolean
	/** Called once the act is known to be done. */
	readonly done?: () => void
}

/** How a letter stands that has no answer yet. */
export type Standing = {
	readonly id: string
	readonly cause: Cause
	readonly onRecord: OnRecord
	/** Whether it bears a key, so that it can be sent again without being done twice. */
	readonly hasKey: boolean
	/** Whether it is sent again by itself. */
	readonly isWaiting: boolean
	/** What was sent, in millions of bytes. */
	readonly megabytes: string
	readonly number: string | null
	/** Whether the form was changed after what is on record had been sent. */
	readonly isChanged: boolean
}

type Sending = { readonly wake: () => void; readonly stop: () => void }

const NO_ANSWER = { kind: 'failed', cause: 'no-answer' } as const

// Rendering on the server loads this too.
if (typeof document !== 'undefined') guardFetch()

const WAITS_MS = [1000, 2000, 4000, 8000, 15_000]

const underWay = new Map<string, Sending>()
/** What was sent from a form and has no answer yet, also where it is not sent again by itself. */
const unsettled = new Map<string, Letter>()
let standings: readonly Standing[] = []
const listeners = new Set<() => void>()

/** How all letters stand that are not yet answered, for `useSyncExternalStore`. */
export const outbox = {
	subscribe: (listener: () => void) => {
		listeners.add(listener)
		return () => void listeners.delete(listener)
	},
	read: () => standings,
}

/**
 * Sends a form until its answer has come. Whatever befalls it on the way, the page stays as it is: only a true answer
 * goes on to the router. It is sent again under the same key, so that it is done once, and in between the server is asked
 * by that key whether it was. Without a key it is not sent again.
 */
export async function post(letter: Letter): Promise<void> {
	const earlier = unsettled.get(letter.id)
	if (earlier && !letter.isSaving) {
		// The page may have a new key by now; what became of the former one is not known yet.
		const key = keyOf(earlier)
		if (key !== null) letter.fields.set('key', key)
		if (isSame(earlier.fields, letter.fields) && underWay.has(letter.id)) return sendNow(letter.id)
		if (!isSame(earlier.fields, letter.fields) && !(await mayFollow(letter, key))) return
	}
	underWay.get(letter.id)?.stop()
	unsettled.set(letter.id, letter)
	await sendUntilAnswered(letter)
}

/**
 * Whether a changed form may be sent under the key of what was sent before: not while that is being sent, nor once it
 * was done, which is said.
 */
async function mayFollow({ id }: Letter, key: string | null): Promise<boolean> {
	const last = standings.find((standing) => standing.id === id)
	if (!last) return !underWay.has(id)
	const onRecord = key === null ? 'none' : await askByKey(key)
	if (onRecord !== 'done') return true
	underWay.get(id)?.stop()
	show(id, { ...last, onRecord, isWaiting: false, isChanged: true })
	return false
}

async function sendUntilAnswered(letter: Letter): Promise<void> {
	const { id } = letter
	let isStopped = false
	let wake = () => {}
	const stop = () => {
		isStopped = true
		wake()
	}
	const sending = { wake: () => wake(), stop }
	underWay.set(id, sending)
	globalThis.addEventListener('online', sending.wake)
	try {
		for (let tries = 0; !isStopped; tries += 1) {
			show(id, null)
			const failed = await attempt(letter, () => isStopped)
			if (failed === null || isStopped) return
			const isWaiting = isPassing(failed.cause) && failed.hasKey
			show(id, { ...failed, isWaiting })
			if (!isWaiting) return
			await new Promise<void>((resolve) => {
				wake = resolve
				setTimeout(resolve, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)])
			})
		}
	} finally {
		globalThis.removeEventListener('online', sending.wake)
		if (underWay.get(id) === sending) underWay.delete(id)
		tell([...standings])
	}
}

/** Sends what waits now. */
export function sendNow(id: string): void {
	underWay.get(id)?.wake()
}

/** Stops sending a form again; its words stay on the page, and how it stands is said as far as it is known. */
export function stopSending(id: string): void {
	underWay.get(id)?.stop()
	const last = standings.find((standing) => standing.id === id)
	if (last) show(id, { ...last, isWaiting: false })
}

/** Whether any form whose name begins so is on its way, or waits to be sent again. */
export function isUnderWay(beginning: string): boolean {
	return [...underWay.keys()].some((id) => id.startsWith(beginning))
}

/** Gives up sending a form, and takes its notice away. */
export function drop(id: string): void {
	underWay.get(id)?.stop()
	if (standings.some((standing) => standing.id === id)) show(id, null)
}

/** Forgets a form that is gone with its page. */
export function forget(id: string): void {
	drop(id)
	unsettled.delete(id)
}

/** Asks the server by its key whether a command was done. */
export async function askByKey(key: string): Promise<OnRecord> {
	const url = `/receipts/${encodeURIComponent(key)}`
	const came = await fetchWhole(plainFetch, url, { credentials: 'same-origin', redirect: 'error' })
	const said = came?.status === 200 ? came.text : ''
	return said === 'done' || said === 'refused' || said === 'none' ? said : 'unknown'
}

/** How it failed, or null where its answer went to the page, or nobody waits for it any more. */
async function attempt(
	letter: Letter,
	isStopped: () => boolean,
): Promise<Omit<Standing, 'isWaiting'> | null> {
	const { id, url, fields, isUpload } = letter
	// Remix sends the fields of a form without files in the same way.
	const body = isUpload ? fields : new URLSearchParams(textsOf(fields))
	const came = await fetchWhole(plainFetch, url, { method: 'POST', body }, isUpload)
	if (isStopped()) return null
	const kind = came ? kindOfAnswer(came.status, came.isOurs, came.text) : NO_ANSWER
	if (came && kind.kind === 'answer') {
		unsettled.delete(id)
		if (kind.isDone) letter.done?.()
		letter.deliver(holdAnswer(came.response, kind.isDone))
		return null
	}
	const { cause } = kind.kind === 'failed' ? kind : NO_ANSWER
	const key = keyOf(letter)
	return {
		id,
		cause,
		onRecord: key === null || cause === 'too-large' ? 'unknown' : await askByKey(key),
		megabytes: (sizeOf(fields) / 1_000_000).toFixed(1),
		number: came?.number ?? null,
		hasKey: key !== null,
		isChanged: false,
	}
}

function show(id: string, standing: Standing | null): void {
	tell([...standings.filter((each) => each.id !== id), ...(standing ? [standing] : [])])
}

function tell(next: readonly Standing[]): void {
	standings = next
	for (const listener of listeners) listener()
}

function keyOf({ fields }: Letter): string | null {
	const key = fields.get('key')
	return typeof key === 'string' && key !== '' ? key : null
}

function textsOf(fields: FormData): [string, string][] {
	return [...fields].map(([name, value]) => [name, typeof value === 'string' ? value : value.name])
}

function sizeOf(fields: FormData): number {
	return [...fields].reduce(
		(sum, [name, value]) =>
			sum + name.length + (typeof value === 'string' ? new Blob([value]).size : value.size),
		0,
	)
}

function isSame(one: FormData, other: FormData): boolean {
	const print = (fields: FormData) =>
		JSON.stringify(
			[...fields].map(([name, value]) =>
				typeof value === 'string' ? [name, value] : [name, value.name, value.size, value.lastModified],
			),
		)
	return print(one) === print(other)
}
