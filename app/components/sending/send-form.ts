import { dropSent } from '#app/components/kept-words/kept-records.ts'
import { keepDoneAct } from './done-act.ts'
import { dataAddress, HELD } from './data-address.ts'
import { post } from './outbox.ts'

/** A form that was sent, with its fields and its action as they were then. */
export type SentForm = {
	readonly id: string
	readonly form: HTMLFormElement
	readonly fields: FormData
	readonly action: URL
	readonly person: string | undefined
	/** The words of the button that sent it; null where it only asks what would follow. */
	readonly act: string | null
	/** Has the router submit to the form's action. */
	readonly submit: (fields: Record<string, string>) => void
}

/** Sends a form by the outbox. Once it is done, its words are kept no longer, wherever they were typed. */
export function sendForm({ id, form, fields, action, person, act, submit }: SentForm): Promise<void> {
	// Words that came back keep the key under which they had been sent.
	if (form.dataset['key'] !== undefined) fields.set('key', form.dataset['key'])
	return post({
		id,
		url: dataAddress(action),
		fields,
		isUpload: form.enctype === 'multipart/form-data',
		// The router takes the answer that is held: nothing of the form has to go through it once more.
		deliver: (held) => {
			delete form.dataset['key']
			submit({ [HELD]: held })
		},
		done: () => {
			form.dispatchEvent(new Event('done'))
			if (act !== null) keepDoneAct(act)
			if (person !== undefined) dropSent(person, String(fields.get('key') ?? ''))
		},
	})
}

export { forget } from './outbox.ts'
