import { type RefObject, useEffect, useRef, useState } from 'react'
import { useFrame } from '#app/components/frame/frame-context.ts'
import type { Told } from './keep-form.ts'
import type { KeptNote } from './kept-note.tsx'

const load = () => import('./kept-note.tsx')

type Note = { readonly told: Told; readonly Line: typeof KeptNote }

/** Keeps what is typed in a form, for whoever is signed in. Gives the form's place, and what is said above its fields. */
export function useKeptWords(): {
	readonly place: RefObject<HTMLFormElement>
	readonly note: React.ReactNode
} {
	const place = useRef<HTMLFormElement>(null)
	const person = useFrame()?.person?.id
	const [note, setNote] = useState<Note | null>(null)
	useEffect(() => {
		const form = place.current
		if (!form || person === undefined) return
		let stop = () => {}
		let isGone = false
		void load().then(({ keepForm, KeptNote: Line }) => {
			if (!isGone) stop = keepForm(form, person, (told) => setNote(told ? { told, Line } : null))
		})
		return () => {
			isGone = true
			stop()
		}
	}, [person])
	return { place, note: note ? <note.Line told={note.told} onRead={() => setNote(null)} /> : null }
}
