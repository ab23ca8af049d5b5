import type { Shell } from './shell.server.ts'

/** A form that was sent past its session, or is still being written. */
export type UnsentForm = {
	readonly action: string
	readonly fields: readonly (readonly [string, string])[]
	readonly hadFiles: boolean
}

/** Keeps what somebody typed for their account and returns the name under which it is found again. */
export async function keepUnsentForm(
	shell: Shell,
	account: { readonly jurisdictionId: string; readonly id: string },
	form: UnsentForm,
): Promise<string> {
	const key = { jurisdictionId: account.jurisdictionId, accountId: account.id, formKey: form.action }
	const body = JSON.stringify(form)
	await shell.db.unsentForm.upsert({
		where: { jurisdictionId_accountId_formKey: key },
		create: { ...key, body, savedAt: shell.now() },
		update: { body, savedAt: shell.now() },
	})
	return form.action
}

/** The kept form of that name, or null. Only its own account finds it. */
export async function readUnsentForm(
	shell: Shell,
	account: { readonly jurisdictionId: string; readonly id: string },
	formKey: string,
): Promise<UnsentForm | null> {
	const row = await shell.db.unsentForm.findUnique({
		where: {
			jurisdictionId_accountId_formKey: {
				jurisdictionId: account.jurisdictionId,
				accountId: account.id,
				formKey,
			},
		},
	})
	return row ? (JSON.parse(row.body) as UnsentForm) : null
}

/** Forgets a kept form, once it was sent again or given up. */
export async function dropUnsentForm(
	shell: Shell,
	account: { readonly jurisdictionId: string; readonly id: string },
	formKey: string,
): Promise<void> {
	await shell.db.unsentForm.deleteMany({
		where: { jurisdictionId: account.jurisdictionId, accountId: account.id, formKey },
	})
}
