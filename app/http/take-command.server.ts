import { data, redirect } from '@remix-run/node'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readCommandForm } from './command-form.server.ts'
import { matterIdOf } from './page-answer.server.ts'
import { refusalResponse, refusalStatus, typedFields } from './refusal-response.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A command's form on a matter, read: who sends it, on what, and its text fields by name ('' where there is none). */
export type GivenCommand = {
	readonly shell: Shell
	readonly actor: Actor
	readonly order: { readonly matterId: string; readonly key: string; readonly seen: number | null }
	readonly text: (field: string) => string
	readonly fields: FormData
}

/** Takes a form on a matter: runs its command, then goes on, or shows the refusal with what was typed kept. */
export async function takeCommand<Value>(
	args: WebArgs & { readonly params: unknown },
	run: (given: GivenCommand) => Promise<Result<Value, Refusal>>,
	goTo: (given: GivenCommand, value: Value) => string,
) {
	const given = await readCommand(args)
	const answer = await run(given)
	return answer.ok
		? redirect(goTo(given, answer.value))
		: refusalResponse(answer.reason, typedFields(given.fields))
}

/** Takes what a page sends by itself while somebody types: answers when it was saved, or why it was not. */
export async function takeSaving(
	args: WebArgs & { readonly params: unknown },
	run: (given: GivenCommand) => Promise<Result<{ value: { savedAt: string } }, Refusal>>,
) {
	const answer = await run(await readCommand(args))
	return answer.ok
		? data({ savedAt: answer.value.value.savedAt, refusal: null })
		: data({ savedAt: null, refusal: answer.reason }, { status: refusalStatus(answer.reason) })
}

async function readCommand(args: WebArgs & { readonly params: unknown }): Promise<GivenCommand> {
	const matterId = matterIdOf(args.params)
	const { shell, actor, ...signedIn } = await requireSignedIn(args)
	const { key, seen, fields } = await readCommandForm(args, signedIn)
	const text = (field: string) => {
		const value = fields.get(field)
		return typeof value === 'string' ? value : ''
	}
	return { shell, actor, order: { matterId, key, seen }, text, fields }
}

/** The page of the matter itself. */
export function toMatter({ order }: GivenCommand): string {
	return `/matters/${order.matterId}`
}

/** The refusal of a signature whose signer did not say that they read what they sign. */
export const NOT_READ: Refusal = { code: 'unfitting', field: 'read', problem: 'not-read' }
