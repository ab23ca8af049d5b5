import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readCommandForm } from './command-form.server.ts'
import type { Form, Forms, Given } from '#app/forms/form.ts'
import { parseForm } from './parse-form.server.ts'
import { matterIdOf } from './page-answer.server.ts'
import { faultyForm, refusalStatus, refusedForm } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A form of a command, read: who sends it, its key, the revision that its page showed, and its fields by its definition. */
export type GivenForm<Value> = {
	readonly shell: Shell
	readonly actor: Actor
	readonly key: string
	readonly seen: number | null
	readonly form: Value
}

type Taking<Shape extends Form | Forms, Read, Value> = {
	readonly shape: Shape
	readonly run: (given: Read) => Promise<Result<Value, Refusal>>
	readonly goTo: (given: Read, value: Value) => string
	/** The form's name of a field that the command names, where they differ. */
	readonly fieldOf?: (given: Read, field: string) => string
}

/**
 * Takes the form of a command: reads it by its definition, runs its command, and goes on; or answers with the faults of
 * the fields or the refusal, everything that was typed kept.
 */
export async function takeForm<Shape extends Form | Forms, Value>(
	args: WebArgs,
	{ shape, run, goTo, fieldOf }: Taking<Shape, GivenForm<Given<Shape>>, Value>,
) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, shape)
	if (submission.status !== 'success') return faultyForm(submission)
	const given = { shell, actor, key, seen, form: submission.value }
	const answer = await run(given)
	if (answer.ok) return redirect(goTo(given, answer.value))
	return refusedForm(answer.reason, submission, (field) => fieldOf?.(given, field) ?? field)
}

/** A form on a matter, read; `order` is what its command wants to know of it. */
export type GivenMatterForm<Value> = GivenForm<Value> & {
	readonly order: { readonly matterId: string; readonly key: string; readonly seen: number | null }
}

/** Takes the form of a command on the matter that the address names. */
export async function takeMatterForm<Shape extends Form | Forms, Value>(
	args: WebArgs & { readonly params: unknown },
	{ shape, run, goTo, fieldOf }: Taking<Shape, GivenMatterForm<Given<Shape>>, Value>,
) {
	const matterId = matterIdOf(args.params)
	const onMatter = (given: GivenForm<Given<Shape>>) => {
		const { key, seen } = given
		return { ...given, order: { matterId, key, seen } }
	}
	return takeForm(args, {
		shape,
		run: (given) => run(onMatter(given)),
		goTo: (given, value: Value) => goTo(onMatter(given), value),
		fieldOf: (given, field) => fieldOf?.(onMatter(given), field) ?? field,
	})
}

/** Takes what a page sends by itself while somebody types: answers when it was saved, or that it was not. */
export async function takeSaving<Shape extends Form | Forms>(
	args: WebArgs & { readonly params: unknown },
	shape: Shape,
	run: (given: GivenMatterForm<Given<Shape>>) => Promise<Result<{ value: { savedAt: string } }, Refusal>>,
) {
	const matterId = matterIdOf(args.params)
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, shape)
	if (submission.status !== 'success') return data({ savedAt: null, refusal: null }, { status: 422 })
	const order = { matterId, key, seen }
	const answer = await run({ shell, actor, key, seen, order, form: submission.value })
	return answer.ok
		? data({ savedAt: answer.value.value.savedAt, refusal: null })
		: data({ savedAt: null, refusal: answer.reason }, { status: refusalStatus(answer.reason) })
}

/** The page of the matter itself. */
export function toMatter({ order }: Pick<GivenMatterForm<unknown>, 'order'>): string {
	return `/matters/${order.matterId}`
}
