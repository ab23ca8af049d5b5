import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'

const PAUSE_MS = 2000

/** What the server answered to the last saving. */
export type SavingAnswer = { readonly savedAt: string | null; readonly refusal: unknown }

/**
 * Saves a form two seconds after the last keystroke in it, each time under a key of its own. Without JavaScript the
 * form's button does the same. `onInput` goes onto the form; `saving` is how the last try went.
 */
export function useAutosave(action: string) {
	const fetcher = useFetcher<SavingAnswer>()
	const timer = useRef<number | null>(null)
	useEffect(() => () => window.clearTimeout(timer.current ?? 0), [])
	const onInput = (event: FormEvent<HTMLElement>) => {
		const form = (event.target as HTMLElement).closest('form')
		if (!form) return
		window.clearTimeout(timer.current ?? 0)
		timer.current = window.setTimeout(() => {
			if (!form.isConnected) return
			const fields = new FormData(form)
			fields.set('key', freshKey())
			fields.delete('seen')
			fetcher.submit(fields, { method: 'post', action })
		}, PAUSE_MS)
	}
	return { onInput, isSaving: fetcher.state !== 'idle', saving: fetcher.data ?? null }
}

/** 128 random bits; `crypto.randomUUID` is younger than the browsers we build for. */
function freshKey(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('')
}
