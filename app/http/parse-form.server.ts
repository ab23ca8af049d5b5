import { SECRET_FIELDS } from '#app/forms/secret-fields.ts'
import type { FormReply } from '#app/components/form/form-state.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Fault, Sent, UploadedFile } from '#app/forms/field.ts'
import { type Form, type Forms, type Given, readForm } from '#app/forms/form.ts'

/** What came with a form: its values, or the problems by the names of their fields; and what was typed. */
export type FormSubmission<Value> = { readonly typed: FormReply['initialValue'] } & (
	| { readonly status: 'success'; readonly value: Value }
	| { readonly status: 'error'; readonly error: FormReply['error'] }
)

/** Never sent back to a page: what is secret, and what every form has anew. */
const HIDDEN: ReadonlySet<string> = new Set(['csrf', 'key', 'seen', ...SECRET_FIELDS])

/** Reads the fields of a form by its definition; files are read elsewhere and come beside them. */
export function parseForm<Shape extends Form | Forms>(
	fields: FormData,
	shape: Shape,
	files: readonly (UploadedFile & { readonly field: string })[] = [],
): FormSubmission<Given<Shape>> {
	const texts = textsOf(fields)
	const sent: Sent = {
		names: [...new Set([...texts.keys(), ...files.map(({ field }) => field)])],
		texts: (name) => texts.get(name) ?? [],
		files: (name) => files.filter(({ field }) => field === name),
	}
	const read = readForm(shape, sent)
	const typed = typedIn(texts)
	return read.ok
		? { status: 'success', value: read.value, typed }
		: { status: 'error', error: byField(read.reason), typed }
}

/** What goes back to the page with a refusal: what was typed, but for passwords, and the faults beside their fields. */
export function replyOf(
	submission: FormSubmission<unknown>,
	faults: Readonly<Record<string, readonly Problem[]>> = {},
): FormReply {
	const found = submission.status === 'error' ? submission.error : {}
	return { initialValue: submission.typed, error: { ...found, ...faults } }
}

type Texts = ReadonlyMap<string, readonly string[]>

/** The texts by their names, in one pass: to ask a form for each of its names looks through all of it each time. */
function textsOf(fields: FormData): Texts {
	const texts = new Map<string, string[]>()
	for (const [name, value] of fields) {
		const present = texts.get(name) ?? []
		if (typeof value === 'string') present.push(value)
		texts.set(name, present)
	}
	return texts
}

/** One text under its name; where a name came several times, all of them. */
function typedIn(fields: Texts): FormReply['initialValue'] {
	const names = [...fields.keys()].filter((name) => !HIDDEN.has(name))
	return Object.fromEntries(
		names.map((name) => {
			const texts = fields.get(name) ?? []
			return [name, texts.length > 1 ? [...texts] : (texts[0] ?? '')]
		}),
	)
}

function byField(faults: readonly Fault[]): Record<string, Problem[]> {
	return Object.fromEntries(faults.map(({ field, problem }) => [field, [problem]]))
}
