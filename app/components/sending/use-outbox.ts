import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { FormEncType } from '@remix-run/router'
import { useFrame } from '#app/components/frame/frame-context.ts'

/** The outbox is fetched once the first page stands: nobody waits for it then, and it is here before the line breaks. */
const load = () => import('./send-form.ts')

/** The form's own way through the outbox: what its `onSubmit` does, and whether it is on its way. */
export function useOutbox(encType: FormEncType) {
	const id = useId()
	const send = useSubmit()
	const person = useFrame()?.person?.id
	const isNavigating = useNavigation().state === 'submitting'
	const [isSending, setSending] = useState(false)
	const wasSent = useRef(false)
	// Whoever leaves the page gives its form up: an answer that came later would call them back.
	useEffect(() => () => void (wasSent.current && load().then(({ forget }) => forget(id))), [id])
	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		const form = event.currentTarget
		event.preventDefault()
		if (isNavigating) return
		const fields = fieldsOf(form, event.nativeEvent)
		const act = actOf(fields, event.nativeEvent)
		const action = new URL(form.getAttribute('action') ?? '', location.href)
		const to = { method: 'post', action: action.pathname + action.search } as const
		const submit = (held: Record<string, string>) => send(held, to)
		wasSent.current = true
		setSending(true)
		load()
			.then(
				({ sendForm }) => sendForm({ id, form, fields, action, person, act, submit }),
				// Pressed before the outbox had come: the router sends it, as it does without one.
				() => send(fields, { ...to, encType }),
			)
			.finally(() => setSending(false))
	}
	return { onSubmit, isBusy: isNavigating || isSending }
}

/** The fields of a form with those of the button that sent it; older browsers do not take the button themselves. */
function fieldsOf(form: HTMLFormElement, sent: Event): FormData {
	const fields = new FormData(form)
	const button = buttonOf(sent)
	if (button && button.name !== '') fields.append(button.name, button.value)
	return fields
}

/** What a button does, in its own words; null for a form that does nothing once by its key, or asks what would follow. */
function actOf(fields: FormData, sent: Event): string | null {
	if (!fields.has('key') || fields.get('intent') === 'ask') return null
	return buttonOf(sent)?.innerText.trim() || null
}

function buttonOf(sent: Event): HTMLButtonElement | null {
	const submitter = 'submitter' in sent ? sent.submitter : null
	return submitter instanceof HTMLButtonElement ? submitter : null
}
