import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useId, useState, useSyncExternalStore } from 'react'
import { dataAddress, HELD } from '#app/components/sending/data-address.ts'
import { forget, outbox, post } from '#app/components/sending/outbox.ts'

/** What was pressed, and the answer that was there before. */
type Pressed = { readonly isSeen: boolean; readonly before: Ticked | undefined }

type Ticked = { readonly savedAt: string | null; readonly refusal: unknown }

const NONE: ReturnType<typeof outbox.read> = []
const none = () => NONE

/**
 * Sends a tick by way of the outbox, which tries until it finds a line; the page stays where it is. What was pressed shows
 * at once, `isUnsaved` as long as the server has not taken it. Without script the form is sent as any other.
 */
export function useTick(action: string, isSeen: boolean) {
	const fetcher = useFetcher<Ticked>()
	const id = useId()
	const [pressed, setPressed] = useState<Pressed | null>(null)
	const standings = useSyncExternalStore(outbox.subscribe, outbox.read, none)
	useEffect(() => () => forget(id), [id])
	// What was pressed counts until its answer has come and the page was read anew.
	const isAnswered = fetcher.state === 'idle' && fetcher.data !== pressed?.before
	const isRefused = fetcher.state === 'idle' && fetcher.data?.savedAt === null
	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault()
		const fields = new FormData(event.currentTarget)
		const submitter = 'submitter' in event.nativeEvent ? event.nativeEvent.submitter : null
		if (submitter instanceof HTMLButtonElement) fields.set(submitter.name, submitter.value)
		setPressed({ isSeen: fields.get('intent') === 'see', before: fetcher.data })
		const deliver = (held: string) => fetcher.submit({ [HELD]: held }, { method: 'post', action })
		const url = dataAddress(new URL(action, location.href))
		void post({ id, url, fields, isUpload: false, isSaving: true, deliver })
	}
	return {
		onSubmit,
		isSeen: pressed && !isAnswered ? pressed.isSeen : isSeen,
		isRefused,
		isUnsaved: standings.some((standing) => standing.id === id),
	}
}
