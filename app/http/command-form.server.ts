import type { FileCause } from '#app/domain/file-cause.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { assertOwnForm, assertOwnOrigin, isOwnForm } from './own-form.server.ts'
import { MAX_FILE_BYTES, MAX_UPLOAD_BYTES, MOST_FILES, noForm, readForm } from './read-form.server.ts'
import { type UploadedFile, type UploadFault, maySendFiles, receiveUpload } from './receive-upload.server.ts'
import type { SignedIn } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** A form as a command reads it: its idempotency key, the revision that its page showed, and its fields. */
export type CommandForm = { readonly key: string; readonly seen: number | null; readonly fields: FormData }

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

/** The most forms with files that one person may be sending at the same time: they stand in memory until they are read. */
const MOST_AT_ONCE = 8

const underWay = new Map<string, number>()

/**
 * Reads a form with files, each at most 30 MB; a larger one is refused by name and nothing of it is kept. A form that is
 * not our own is turned away before its first file.
 *
 * @throws Response 403, 400, 413
 */
export async function readUploadForm(
	args: WebArgs,
	signedIn: Pick<SignedIn, 'token' | 'account'>,
): Promise<Result<UploadForm, Refusal>> {
	assertOwnOrigin(args)
	if (!maySendFiles(args.request)) return accept({ ...(await readCommandForm(args, signedIn)), files: [] })
	const { token, account } = signedIn
	const present = underWay.get(account.id) ?? 0
	if (present >= MOST_AT_ONCE) return refuse(fileRefused('too-many-at-once', '', { limit: MOST_AT_ONCE }))
	underWay.set(account.id, present + 1)
	try {
		const isOwn = (fields: FormData) => isOwnForm(args, token, fields)
		const received = await receiveUpload(args.request, { isOwn, files: 'kept' })
		if (!received.ok) return refuse(refusalOf(args, received.reason))
		const { fields, files } = received.value
		return accept({ ...keyAndSeen(fields), fields, files })
	} finally {
		const left = (underWay.get(account.id) ?? 1) - 1
		if (left > 0) underWay.set(account.id, left)
		else underWay.delete(account.id)
	}
}

const MB = 1024 * 1024

/** @throws Response where there is nothing to say to a person: the form is not ours, or none */
function refusalOf({ request }: WebArgs, fault: UploadFault): Refusal {
	switch (fault.fault) {
		case 'foreign':
			throw new Response('the form has no valid token', { status: 403 })
		case 'no-form':
			throw noForm(request, new Error('the form broke off'))
		case 'long-fields':
			throw new Response('the form is too large', { status: 413 })
		case 'too-many-files':
			return fileRefused(fault.fault, '', { limit: MOST_FILES })
		case 'too-large':
			return fileRefused(fault.fault, fault.fileName, { limitMb: MAX_FILE_BYTES / MB })
		case 'too-large-together':
			return fileRefused(fault.fault, fault.fileName, { limitMb: MAX_UPLOAD_BYTES / MB })
	}
}

function keyAndSeen(fields: FormData): { key: string; seen: number | null } {
	const key = fields.get('key')
	if (typeof key !== 'string' || !KEY.test(key)) throw new Response('the form has no key', { status: 400 })
	const seen = Number.parseInt(String(fields.get('seen') ?? ''), 10)
	return { key, seen: Number.isNaN(seen) ? null : seen }
}

function fileRefused(cause: FileCause, fileName: string, figures: Record<string, number>): Refusal {
	return { code: 'file-refused', cause, fileName, figures }
}
