import { askByKey } from '#app/components/sending/outbox.ts'
import { filesOf, isWorthKeeping, putWords, slotOf, type Words, wordsOf } from './form-words.ts'
import { dropRecord, keep, type KeptRecord, placeOf, recordsAt } from './kept-records.ts'

/** What is told of a form whose words were kept: that they are back, or that another window has others. */
export type Told =
	| { readonly kind: 'restored'; readonly at: string; readonly files: readonly string[] }
	| {
			readonly kind: 'differs'
			readonly at: string
			readonly fields: readonly { readonly label: string; readonly theirs: string }[]
			readonly take: () => void
			readonly leave: () => void
	  }

const PAUSE_MS = 300
const WINDOW = Math.random().toString(36).slice(2)

/**
 * Keeps what is typed in a form in this browser, for this person: over a reload, the way back, the end of a session and
 * in another window. Each window writes under its own name, so that none writes over another. Gives what ends it.
 */
export function keepForm(
	form: HTMLFormElement,
	person: string,
	tell: (told: Told | null) => void,
): () => void {
	if (!isWorthKeeping(form)) return () => {}
	const place = placeOf(person, slotOf(form))
	const own = place + WINDOW
	let base = JSON.stringify(wordsOf(form))
	let sent: KeptRecord['sent'] = null
	let timer = 0
	const compare = otherWindow(form, place, own, tell)
	const write = (isOpen = true) => {
		window.clearTimeout(timer)
		const words = wordsOf(form)
		if (JSON.stringify(words) === base && sent === null) dropRecord(own)
		else keep(own, { at: new Date().toISOString(), isOpen, words, files: filesOf(form), sent })
	}
	const onInput = () => {
		window.clearTimeout(timer)
		timer = window.setTimeout(() => {
			write()
			compare()
		}, PAUSE_MS)
	}
	const onSent = () => {
		sent = { key: keyOf(form), words: wordsOf(form) }
		write()
	}
	// What is done is kept by the server: only what is typed from here on is new.
	const onDone = () => {
		base = JSON.stringify(wordsOf(form))
		sent = null
		write()
		tell(null)
	}
	const release = () => write(false)
	const stop = listen([
		[form, 'input', onInput],
		[form, 'change', onInput],
		[form, 'submit', onSent],
		[form, 'done', onDone],
		[window, 'storage', (event) => isWrittenElsewhere(event, place, own) && compare()],
		[window, 'pagehide', release],
		[window, 'pageshow', (event) => isShownAgain(event) && write()],
	])
	void takeOver(form, place, own).then((record) => {
		if (record) {
			sent = record.sent
			tell({ kind: 'restored', at: record.at, files: record.files })
			write()
		}
		compare()
	})
	return () => {
		stop()
		release()
	}
}

/** Tells of another window that has other words in the same form, once of each of its states. */
function otherWindow(
	form: HTMLFormElement,
	place: string,
	own: string,
	tell: (told: Told | null) => void,
): () => void {
	let settled = ''
	return () => {
		const present = JSON.stringify(wordsOf(form))
		const other = recordsAt(place).find(
			({ name, record }) => name !== own && record.isOpen && JSON.stringify(record.words) !== present,
		)
		if (!other || other.name + other.record.at === settled) return
		const { name, record } = other
		const leave = () => {
			settled = name + record.at
			tell(null)
		}
		const take = () => {
			leave()
			putWords(form, record.words)
		}
		tell({ kind: 'differs', at: record.at, fields: differences(form, record.words), take, leave })
	}
}

function isWrittenElsewhere(event: Event, place: string, own: string): boolean {
	if (!(event instanceof StorageEvent)) return false
	const { key, newValue } = event
	return key !== null && key.startsWith(place) && key !== own && newValue !== null
}

/** Whether the browser shows a page that it had put aside, with the words that were in it. */
function isShownAgain(event: Event): boolean {
	return event instanceof PageTransitionEvent && event.persisted
}

type Listener = readonly [target: EventTarget, event: string, act: (event: Event) => unknown]

/** Begins to listen, and gives what ends it. */
function listen(listeners: readonly Listener[]): () => void {
	for (const [target, event, act] of listeners) target.addEventListener(event, act)
	return () => {
		for (const [target, event, act] of listeners) target.removeEventListener(event, act)
	}
}

/** Takes what a page kept that is gone: the words come back, unless what was sent is known to be done. */
async function takeOver(form: HTMLFormElement, place: string, own: string): Promise<KeptRecord | null> {
	const left = recordsAt(place).find(({ name, record }) => name === own || !record.isOpen)
	if (!left) return null
	const { name, record } = left
	dropRecord(name)
	const onRecord = record.sent ? await askByKey(record.sent.key) : 'none'
	const isAsSent = JSON.stringify(record.words) === JSON.stringify(record.sent?.words)
	if (onRecord === 'done' && isAsSent) return null
	putWords(form, record.words)
	// Sent again under the former key, it is not done twice, should the first one still arrive.
	const isOpen = record.sent !== null && (onRecord === 'none' || onRecord === 'unknown')
	if (isOpen && record.sent) form.dataset['key'] = record.sent.key
	return isOpen ? record : { ...record, sent: null }
}

/** The fields in which another window has something else, by their labels. */
function differences(form: HTMLFormElement, theirs: Words) {
	const ours = wordsOf(form)
	return Object.entries(theirs)
		.filter(([name, values]) => JSON.stringify(values) !== JSON.stringify(ours[name]))
		.map(([name, values]) => ({ label: labelOf(form, name), theirs: values.join('、') }))
}

function labelOf(form: HTMLFormElement, name: string): string {
	const found = form.elements.namedItem(name)
	const field = found instanceof RadioNodeList ? found[0] : found
	const words =
		field instanceof HTMLElement
			? (field.closest('fieldset')?.querySelector('legend') ?? form.querySelector(`label[for="${field.id}"]`))
			: null
	return words?.textContent ?? ''
}

function keyOf(form: HTMLFormElement): string {
	return form.dataset['key'] ?? String(new FormData(form).get('key') ?? '')
}
