import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { forget, isUnderWay, outbox, post } from '#app/components/sending/outbox.ts'
import { dataAddress, HELD } from '#app/components/sending/data-address.ts'

const PAUSE_MS = 2000

/** What the server answered to the last saving. */
export type SavingAnswer = { readonly savedAt: string | null; readonly refusal: unknown }

type Saved = { readonly id: string; timer: number }

/**
 * Saves a form two seconds after the last keystroke in it, each time under a key of its own, by way of the outbox: a
 * saving that finds no line is tried until it does, and a later one takes its place. Without JavaScript the form's button
 * does the same. `onInput` goes onto what is around the forms; `saving` is how the last try went.
 */
export function useAutosave(action: string) {
	const fetcher = useFetcher<SavingAnswer>()
	const name = useId()
	const forms = useRef(new Map<HTMLFormElement, Saved>())
	const standings = useSyncExternalStore(outbox.subscribe, outbox.read, none)
	useEffect(() => {
		const all = forms.current
		return () => {
			for (const { id, timer } of all.values()) {
				window.clearTimeout(timer)
				forget(id)
			}
		}
	}, [])
	const save = (form: HTMLFormElement, id: string) => {
		if (!form.isConnected) return
		const fields = new FormData(form)
		fields.set('key', freshKey())
		fields.delete('seen')
		const deliver = (held: string) => fetcher.submit({ [HELD]: held }, { method: 'post', action })
		const url = dataAddress(new URL(action, location.href))
		void post({
			id,
			url,
			fields,
			isUpload: false,
			isSaving: true,
			deliver,
			done: () => form.dispatchEvent(new Event('done')),
		})
	}
	const onInput = (event: FormEvent<HTMLElement>) => {
		const form = event.target instanceof Element ? event.target.closest('form') : null
		if (!form) return
		const { id, timer } = forms.current.get(form) ?? { id: `${name}-${forms.current.size}`, timer: 0 }
		window.clearTimeout(timer)
		forms.current.set(form, { id, timer: window.setTimeout(() => save(form, id), PAUSE_MS) })
	}
	return {
		onInput,
		isSaving: fetcher.state !== 'idle' || isUnderWay(`${name}-`),
		isUnsaved: standings.some(({ id }) => id.startsWith(`${name}-`)),
		saving: fetcher.data ?? null,
	}
}

const NONE: ReturnType<typeof outbox.read> = []
const none = () => NONE

/** 128 random bits; `crypto.randomUUID` is younger than the browsers we build for. */
function freshKey(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('')
}
