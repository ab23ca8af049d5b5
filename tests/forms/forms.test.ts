import { expect, test } from 'vitest'
import type { Field } from '#app/forms/field.ts'
import { type Form, type Forms, isOne } from '#app/forms/form.ts'
import { parseForm, replyOf } from '#app/http/parse-form.server.ts'

const MODULES = import.meta.glob<Readonly<Record<string, Form | Forms>>>('/app/forms/*-forms.ts', {
	eager: true,
})

/** Every form that is defined, by its name, with its fields: REVOCATION, SIGNING.back. */
const FORMS = Object.values(MODULES)
	.flatMap((module) => Object.entries(module))
	.flatMap(([name, shape]) => formsOf(name, shape))

function formsOf(name: string, shape: Form | Forms): [string, Field[]][] {
	if (isOne(shape)) return [[name, Object.values(shape)]]
	return Object.entries(shape).map(([intent, form]) => [`${name}.${intent}`, Object.values(form)])
}

const BOUNDED = FORMS.flatMap(([name, fields]) =>
	fields.flatMap((field): [string, Field, number][] =>
		field.most === null ? [] : [[`${name}.${field.name}`, field, field.most]],
	),
)

const SECRET = ['password', 'newPassword', 'repeat', 'oneTimeCode']

/** The name that a field is sent under: of each row of a page by the row's key. */
function sentAs(field: Field): string {
	return field.isEach ? `${field.name}-1` : field.name
}

/** What a form with this one field is answered, when these texts are sent. */
function answer(field: Field, ...texts: readonly string[]) {
	const sent = new FormData()
	for (const text of texts) sent.append(sentAs(field), text)
	return parseForm(sent, { [field.name]: field })
}

test('there are forms, and fields whose length is bounded', () => {
	expect(FORMS.length).toBeGreaterThan(15)
	expect(BOUNDED.length).toBeGreaterThan(15)
})

test.each(BOUNDED)(
	'%s takes as many characters as it may, and one more is said to be too long',
	(_name, field, most) => {
		expect(answer(field, '字'.repeat(most)).status).toBe('success')
		const refused = answer(field, '字'.repeat(most + 1))
		expect(refused).toMatchObject({ status: 'error', error: { [sentAs(field)]: ['too-long'] } })
		// What was typed goes back to the page, but for passwords and one-time codes.
		const back = replyOf(refused).initialValue[sentAs(field)]
		expect(back).toBe(SECRET.includes(field.name) ? undefined : '字'.repeat(most + 1))
	},
)

test.each(FORMS)('%s names each field by its own name, and what must be there is missed', (_name, fields) => {
	for (const field of fields) {
		const empty = answer(field)
		expect(empty.status, field.name).toBe(field.isRequired ? 'error' : 'success')
		if (empty.status !== 'success') expect(Object.keys(empty.error ?? {})).toEqual([field.name])
	}
})
