import { redirect } from '@remix-run/node'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { readCommandForm } from './command-form.server.ts'
import { refusalResponse, typedFields } from './refusal-response.server.ts'
import type { SignedIn } from './signed-in.server.ts'
import { requireSignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A form of administration, read: who sends it, its key, and its text fields by name ('' where there is none). */
export type GivenForm = Pick<SignedIn, 'shell' | 'actor'> & {
	readonly key: string
	readonly text: (field: string) => string
}

/** Takes a form of administration: runs its command and goes on, or shows the refusal with what was typed kept. */
export async function takeAdministration<Value>(
	args: WebArgs,
	run: (given: GivenForm) => Promise<Result<Value, Refusal>>,
	goTo: (value: Value) => string,
) {
	const signedIn = await requireSignedIn(args)
	const { key, fields } = await readCommandForm(args, signedIn)
	const typed = typedFields(fields)
	const text = (field: string) => (typed[field] ?? '').trim()
	const answer = await run({ shell: signedIn.shell, actor: signedIn.actor, key, text })
	return answer.ok ? redirect(goTo(answer.value)) : refusalResponse(answer.reason, typed)
}
