import { HELD } from './data-address.ts'

/**
 * The browser's fetch, with two differences for what Remix asks of our own pages. The answer to a form that the outbox
 * has received already is given from there. And a page that does not come because of the line is asked for again
 * until it does, so that the present page, with all that is typed in it, is not put away for a page of errors.
 */

/** The browser's own fetch. */
export const plainFetch: typeof fetch = (input, init) => browserFetch(input, init)

const browserFetch = globalThis.fetch?.bind(globalThis)
const WAITS_MS = [1000, 2000, 4000, 8000, 15_000]
const PASSING = new Set([502, 503, 504])

type Held = { readonly response: Response; readonly isDone: boolean }
const held = new Map<string, Held>()
let lastHeld = 0

/** What a page that does not come is said to follow; null while all pages come. */
export type PageWait = { readonly isAfterDone: boolean }

let wait: PageWait | null = null
let isAfterDone = false
let waiting = 0
let wakers: (() => void)[] = []
const listeners = new Set<() => void>()

/** Whether a page is waited for, for `useSyncExternalStore`. */
export const pageWait = {
	subscribe: (listener: () => void) => {
		listeners.add(listener)
		return () => void listeners.delete(listener)
	},
	read: () => wait,
}

/** Keeps the answer to a form for the router, which asks for it by the name that is given. */
export function holdAnswer(response: Response, isDone: boolean): string {
	lastHeld += 1
	held.set(String(lastHeld), { response, isDone })
	return String(lastHeld)
}

/** Asks for the page that is waited for now. */
export function askNow(): void {
	for (const wake of wakers) wake()
}

/** Puts the guarded fetch in the place of the browser's. */
export function guardFetch(): void {
	globalThis.fetch = (input, init = {}) => {
		const url = new URL(input instanceof Request ? input.url : input, location.href)
		const isOwn = url.origin === location.origin && /\.data$|^\/__manifest$/.test(url.pathname)
		if (!isOwn || input instanceof Request) return plainFetch(input, init)
		if (init.method === 'POST') return takeHeld(init.body) ?? plainFetch(input, init)
		return untilItComes(url.href, init)
	}
	addEventListener('online', askNow)
}

/** The page of errors names the number under which the operator's log has what broke. */
function noteBroken(number: string): void {
	document.documentElement.dataset['broken'] = number
}

function takeHeld(body: RequestInit['body']): Promise<Response> | null {
	const name = body instanceof URLSearchParams ? body.get(HELD) : null
	const found = name === null ? undefined : held.get(name)
	if (name === null || !found) return null
	held.delete(name)
	isAfterDone = found.isDone
	return Promise.resolve(found.response)
}

async function untilItComes(url: string, init: RequestInit): Promise<Response> {
	waiting += 1
	try {
		for (let tries = 0; ; tries += 1) {
			const response = await plainFetch(url, init).catch((error: unknown) => {
				if (init.signal?.aborted) throw error
				return null
			})
			const isOurs = response?.headers.get('X-Remix-Response') === 'yes'
			if (response && (isOurs || !PASSING.has(response.status))) {
				if (response.status >= 500) noteBroken(response.headers.get('X-Request-Id') ?? '')
				return response
			}
			say({ isAfterDone })
			await pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0, init.signal ?? null)
		}
	} finally {
		waiting -= 1
		if (waiting === 0) {
			isAfterDone = false
			say(null)
		}
	}
}

/** @throws where whoever asked has gone elsewhere */
function pause(ms: number, signal: AbortSignal | null): Promise<void> {
	return new Promise((resolve, reject) => {
		const done = () => {
			clearTimeout(bell)
			wakers = wakers.filter((wake) => wake !== done)
			signal?.removeEventListener('abort', done)
			if (signal?.aborted) reject(new DOMException('given up', 'AbortError'))
			else resolve()
		}
		const bell = setTimeout(done, ms)
		wakers.push(done)
		signal?.addEventListener('abort', done)
	})
}

function say(next: PageWait | null): void {
	if (wait?.isAfterDone === next?.isAfterDone) return
	wait = next
	for (const listener of listeners) listener()
}
