import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readCommandForm } from './command-form.server.ts'
import { parseForm } from './form-schema.server.ts'
import { matterIdOf } from './page-answer.server.ts'
import { faultyForm, refusedForm } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A form of a command, read: who sends it, its key, the revision that its page showed, and its fields by its schema. */
export type GivenForm<Form> = {
	readonly shell: Shell
	readonly actor: Actor
	readonly key: string
	readonly seen: number | null
	readonly form: Form
}

type Taking<Schema extends z.ZodType, Given, Value> = {
	readonly schema: Schema
	readonly run: (given: Given) => Promise<Result<Value, Refusal>>
	readonly goTo: (given: Given, value: Value) => string
}

/**
 * Takes the form of a command: reads it by its schema, runs its command, and goes on; or answers with the faults of
 * the fields or the refusal, everything that was typed kept.
 */
export async function takeForm<Schema extends z.ZodType, Value>(
	args: WebArgs,
	{ schema, run, goTo }: Taking<Schema, GivenForm<z.output<Schema>>, Value>,
) {
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, schema)
	if (submission.status !== 'success') return faultyForm(submission)
	const given = { shell, actor, key, seen, form: submission.value }
	const answer = await run(given)
	return answer.ok ? redirect(goTo(given, answer.value)) : refusedForm(answer.reason, submission)
}

/** A form on a matter, read; `order` is what its command wants to know of it. */
export type GivenMatterForm<Form> = GivenForm<Form> & {
	readonly order: { readonly matterId: string; readonly key: string; readonly seen: number | null }
}

/** Takes the form of a command on the matter that the address names. */
export async function takeMatterForm<Schema extends z.ZodType, Value>(
	args: WebArgs & { readonly params: unknown },
	{ schema, run, goTo }: Taking<Schema, GivenMatterForm<z.output<Schema>>, Value>,
) {
	const matterId = matterIdOf(args.params)
	const onMatter = (given: GivenForm<z.output<Schema>>) => {
		const { key, seen } = given
		return { ...given, order: { matterId, key, seen } }
	}
	return takeForm(args, {
		schema,
		run: (given) => run(onMatter(given)),
		goTo: (given, value: Value) => goTo(onMatter(given), value),
	})
}
