/** What is typed and chosen in a form, by the names of its fields; never a password, and no file. */
export type Words = Readonly<Record<string, readonly string[]>>

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Fields that keep nothing of what somebody typed, or must not. */
const UNKEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'])

/** What stands in a form now. */
export function wordsOf(form: HTMLFormElement): Words {
	const words: Record<string, string[]> = {}
	for (const field of typedFields(form)) {
		const values = (words[field.name] ??= [])
		if (!isBox(field) || field.checked) values.push(field.value)
	}
	return words
}

/** Puts words back into their fields, as if they had been typed. */
export function putWords(form: HTMLFormElement, words: Words): void {
	for (const field of typedFields(form)) {
		const values = words[field.name]
		if (values === undefined) continue
		if (isBox(field)) {
			if (field.checked !== values.includes(field.value)) field.click()
		} else if (field.value !== (values[0] ?? '')) {
			field.value = values[0] ?? ''
			field.dispatchEvent(
				new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
			)
		}
	}
}

/** Whether there is more in a form than one would type again at once: several fields, or one of many lines. */
export function isWorthKeeping(form: HTMLFormElement): boolean {
	const fields = typedFields(form)
	return new Set(fields.map(({ name }) => name)).size > 1 || fields.some(({ type }) => type === 'textarea')
}

/** The names of the files that are chosen in a form: they themselves cannot be kept. */
export function filesOf(form: HTMLFormElement): string[] {
	return [...form.elements].flatMap((field) =>
		field instanceof HTMLInputElement ? [...(field.files ?? [])].map(({ name }) => name) : [],
	)
}

/** Which form this is, on every visit of its page: where it goes to, and what it is about. */
export function slotOf(form: HTMLFormElement): string {
	const { pathname } = new URL(form.getAttribute('action') ?? '', location.href)
	const about = [...form.elements].flatMap((field) =>
		field instanceof HTMLInputElement && field.type === 'hidden' && isAbout(field)
			? [`${field.name}=${field.value}`]
			: [],
	)
	return [pathname, ...about].join('&')
}

/** Long values are hashes of what a page showed: they change, and the form is the same. */
function isAbout({ name, value }: HTMLInputElement): boolean {
	return !['csrf', 'key', 'seen'].includes(name) && value.length <= 40
}

function typedFields(form: HTMLFormElement): Typed[] {
	return [...form.elements].filter(
		(field): field is Typed =>
			(field instanceof HTMLInputElement ||
				field instanceof HTMLTextAreaElement ||
				field instanceof HTMLSelectElement) &&
			field.name !== '' &&
			!UNKEPT.has(field.type),
	)
}

function isBox(field: Typed): field is HTMLInputElement {
	return field.type === 'checkbox' || field.type === 'radio'
}
