import { MaxFileSizeExceededError, MaxFilesExceededError, parseFormData } from '@mjackson/form-data-parser'
import type { FileCause } from '#app/domain/file-cause.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { assertOwnForm, assertOwnOrigin } from './own-form.server.ts'
import { boundForm, MAX_UPLOAD_BYTES, noForm, readForm, UPLOAD_LIMITS } from './read-form.server.ts'
import type { SignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A form as a command reads it: its idempotency key, the revision that its page showed, and its fields. */
export type CommandForm = { readonly key: string; readonly seen: number | null; readonly fields: FormData }

/** A file that came with a form. */
export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }

export type UploadForm = CommandForm & { readonly files: readonly UploadedFile[] }

const KEY = /^[A-Za-z0-9_-]{8,80}$/

/**
 * Reads the form of a command. Forms of another origin and forms without their session's token are turned away
 * with 403 before anything is looked at.
 *
 * @throws Response 403
 */
export async function readCommandForm(
	args: WebArgs,
	signedIn: Pick<SignedIn, 'token'>,
): Promise<CommandForm> {
	assertOwnOrigin(args)
	const fields = await readForm(args.request)
	assertOwnForm(args, signedIn.token, fields)
	return { ...keyAndSeen(fields), fields }
}

/** Reads a form with files, each at most 30 MB; a larger one is refused by name and nothing of it is kept. */
export async function readUploadForm(
	args: WebArgs,
	signedIn: Pick<SignedIn, 'token'>,
): Promise<Result<UploadForm, Refusal>> {
	assertOwnOrigin(args)
	const files: UploadedFile[] = []
	let current = ''
	const { request, isTooLarge } = boundForm(args.request, MAX_UPLOAD_BYTES)
	let fields: FormData
	try {
		fields = await parseFormData(request, UPLOAD_LIMITS, async (file) => {
			current = file.name
			const bytes = new Uint8Array(await file.arrayBuffer())
			if (file.name !== '') files.push({ field: file.fieldName, name: baseName(file.name), bytes })
			return null
		})
	} catch (error) {
		if (isTooLarge()) return refuse(fileRefused('too-large-together', current, { limitMb: 120 }))
		if (error instanceof MaxFileSizeExceededError)
			return refuse(fileRefused('too-large', current, { limitMb: 30 }))
		if (error instanceof MaxFilesExceededError)
			return refuse(fileRefused('too-many-files', current, { limit: UPLOAD_LIMITS.maxFiles }))
		throw noForm(args.request, error)
	}
	assertOwnForm(args, signedIn.token, fields)
	return accept({ ...keyAndSeen(fields), fields, files })
}

function keyAndSeen(fields: FormData): { key: string; seen: number | null } {
	const key = fields.get('key')
	if (typeof key !== 'string' || !KEY.test(key)) throw new Response('the form has no key', { status: 400 })
	const seen = Number.parseInt(String(fields.get('seen') ?? ''), 10)
	return { key, seen: Number.isNaN(seen) ? null : seen }
}

function baseName(name: string): string {
	return name.replaceAll('\\', '/').split('/').at(-1) ?? ''
}

function fileRefused(cause: FileCause, fileName: string, figures: Record<string, number>): Refusal {
	return { code: 'file-refused', cause, fileName, figures }
}
