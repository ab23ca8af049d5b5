import { useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { dataAddress, HELD } from './data-address.ts'
import { loadOutbox } from './load-outbox.ts'

/** The form's own way through the outbox: what its `onSubmit` does, and whether it is on its way. */
export function useOutbox(done?: () => void) {
	const id = useId()
	const submit = useSubmit()
	const isNavigating = useNavigation().state === 'submitting'
	const [isSending, setSending] = useState(false)
	const wasSent = useRef(false)
	// Whoever leaves the page gives its form up: an answer that came later would call them back.
	useEffect(() => () => void (wasSent.current && loadOutbox().then(({ forget }) => forget(id))), [id])
	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		const form = event.currentTarget
		event.preventDefault()
		if (isNavigating) return
		const fields = fieldsOf(form, event.nativeEvent)
		const isUpload = form.enctype === 'multipart/form-data'
		const action = new URL(form.getAttribute('action') ?? '', location.href)
		const to = { method: 'post', action: action.pathname + action.search } as const
		// The router takes the answer that is held: nothing of the form has to go through it once more.
		const deliver = (held: string) => submit({ [HELD]: held }, to)
		const letter = { id, url: dataAddress(action), fields, isUpload, deliver, ...(done ? { done } : {}) }
		wasSent.current = true
		setSending(true)
		loadOutbox()
			.then(
				({ post }) => post(letter),
				// Pressed before the outbox had come: the router sends it, as it did before there was one.
				() =>
					submit(fields, {
						...to,
						encType: isUpload ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
					}),
			)
			.finally(() => setSending(false))
	}
	return { onSubmit, isBusy: isNavigating || isSending }
}

/** The fields of a form with those of the button that sent it; older browsers do not take the button themselves. */
function fieldsOf(form: HTMLFormElement, sent: Event): FormData {
	const fields = new FormData(form)
	const submitter = 'submitter' in sent ? sent.submitter : null
	if (submitter instanceof HTMLButtonElement && submitter.name !== '')
		fields.append(submitter.name, submitter.value)
	return fields
}
