import { accept, refuse, type Result } from '#app/domain/result.ts'
import { exactly, type Fault, type Field, type Sent, type Taking } from './field.ts'

type Takings = Readonly<Record<string, Taking<unknown>>>
type Named<T extends Takings> = {
	readonly [Name in keyof T]: T[Name] extends Taking<infer Value> ? Field<Value> : never
}

/**
 * A form, defined once: its fields by their names. The page renders from it, the server reads what was sent by it, the
 * command takes what it gives. It is plain data and small functions, so that it goes to the browser without a library
 * of schemas (a schema of Zod brings 93 KB of script with it, gzipped).
 */
export type Form = Readonly<Record<string, Field>>

/** Several forms of one page, told apart by the field `intent`. */
export type Forms = Readonly<Record<string, Form>>

/** What a form gives once it was read; of several forms, one of theirs. */
export type Given<F> = F extends Form
	? { readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never }
	: F extends Forms
		? { readonly [Intent in keyof F]: Given<F[Intent]> }[keyof F]
		: never

/** Names the fields of a form. */
export function form<const T extends Takings>(takings: T): Named<T> {
	const named = Object.entries(takings).map(([name, taking]) => [name, { ...taking, name }])
	// The compiler does not follow the names of an object through its entries.
	return Object.fromEntries(named) as Named<T>
}

type WithIntent<T extends Readonly<Record<string, Takings>>> = {
	readonly [Intent in keyof T]: Named<T[Intent]> & {
		readonly intent: Field<Intent & string> & { readonly said: Intent & string }
	}
}

/** Names the forms of a page, each by the intent that is sent with it. */
export function forms<const T extends Readonly<Record<string, Takings>>>(each: T): WithIntent<T> {
	const named = Object.entries(each).map(([intent, takings]) => {
		const field = { ...exactly(intent), name: 'intent', said: intent }
		return [intent, { ...form(takings), intent: field }]
	})
	// As in `form`.
	return Object.fromEntries(named) as WithIntent<T>
}

/** The values of a form, or every fault at once. */
function readFields(fields: Form, sent: Sent): Result<unknown, readonly Fault[]> {
	const read = Object.entries(fields).map(([name, field]) => [name, field.read(sent, name)] as const)
	const faults = read.flatMap(([, value]) => (value.ok ? [] : value.reason))
	if (faults.length > 0) return refuse(faults)
	const values = read.flatMap(([name, value]) => (value.ok ? [[name, value.value]] : []))
	return accept(Object.fromEntries(values))
}

/** Reads a form, or the one of several that its intent names. */
export function readForm<F extends Form | Forms>(shape: F, sent: Sent): Result<Given<F>, readonly Fault[]> {
	// The compiler does not follow which form was read through its fields' names.
	return readOneOf(shape, sent) as Result<Given<F>, readonly Fault[]>
}

function readOneOf(shape: Form | Forms, sent: Sent): Result<unknown, readonly Fault[]> {
	if (isOne(shape)) return readFields(shape, sent)
	const [intent = ''] = sent.texts('intent')
	const chosen = Object.hasOwn(shape, intent) ? shape[intent] : undefined
	return chosen ? readFields(chosen, sent) : refuse([{ field: 'intent', problem: 'unknown-choice' }])
}

/** Whether this is a form by itself: its entries are fields, which can read. */
export function isOne(shape: Form | Forms): shape is Form {
	return Object.values(shape).every((entry) => typeof entry['read'] === 'function')
}

/** The field of one row of a page. */
export function fieldAt<Value>(
	field: Field<Readonly<Record<string, Value>>>,
	key: string | number,
): Field<Value> {
	// What one row's field gives is read with all rows; its own definition serves the page.
	return { ...field, isEach: false, name: `${field.name}-${key}` } as Field<Value>
}

type WithIntentOf = { readonly intent: { readonly name: string; readonly said: string } }

/** The name and value of the button that sends a form of several. */
export function sending({ intent }: WithIntentOf): { name: string; value: string } {
	return { name: intent.name, value: intent.said }
}

/** The fields by which a page knows which of its forms was sent: its intent, and what it is about. */
export function about<F extends WithIntentOf>(
	fields: F,
	of: { readonly [Name in Exclude<keyof F, 'intent'>]?: string } = {},
): Readonly<Record<string, string>> {
	return { intent: fields.intent.said, ...of }
}
