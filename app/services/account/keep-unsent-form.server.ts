import { jsonText } from '#app/domain/json-text.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A form that was sent past its session, or is still being written. */
export type UnsentForm = {
	readonly action: string
	readonly fields: readonly (readonly [string, string])[]
	readonly hadFiles: boolean
}

const FORM = jsonText<UnsentForm>()

/** Keeps what somebody typed for their account and returns the name under which it is found again. */
export async function keepUnsentForm(
	shell: Shell,
	account: { readonly jurisdictionId: string; readonly id: string },
	form: UnsentForm,
): Promise<string> {
	const key = { jurisdictionId: account.jurisdictionId, accountId: account.id, formKey: form.action }
	const body = FORM.write(form)
	await shell.db.unsentForm.upsert({
		where: { jurisdictionId_accountId_formKey: key },
		create: { ...key, body, savedAt: shell.now() },
		update: { body, savedAt: shell.now() },
	})
	return form.action
}

/**
 * The kept form of that name, or null. Only its own account finds it. One that was sent in the meantime has its answer
 * under its key, and is forgotten: it is kept until then, so that sending it again loses nothing either.
 */
export async function readUnsentForm(
	shell: Shell,
	actor: Actor,
	formKey: string,
): Promise<UnsentForm | null> {
	const { jurisdictionId, accountId, personId } = actor
	const row = await shell.db.unsentForm.findUnique({
		where: { jurisdictionId_accountId_formKey: { jurisdictionId, accountId, formKey } },
	})
	if (!row) return null
	const form = FORM.read(row.body)
	const key = form.fields.find(([name]) => name === 'key')?.[1] ?? ''
	const answer = await shell.db.commandReceipt.findUnique({
		where: { jurisdictionId_actorId_key: { jurisdictionId, actorId: personId, key } },
		select: { key: true },
	})
	if (!answer) return form
	await dropUnsentForm(shell, actor, formKey)
	return null
}

/** Forgets a kept form, once it was sent again or given up. */
export async function dropUnsentForm(shell: Shell, actor: Actor, formKey: string): Promise<void> {
	const { jurisdictionId, accountId } = actor
	await shell.db.unsentForm.deleteMany({ where: { jurisdictionId, accountId, formKey } })
}
