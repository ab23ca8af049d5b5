/** The largest file that is taken, in bytes; the sentence on the page and in the refusal says 30 MB. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024

/** The most files of one form. */
export const MOST_FILES = 20

/** The largest form with files, in bytes: they stand in memory until they are read. The refusal says 120 MB. */
export const MAX_UPLOAD_BYTES = 120 * 1024 * 1024

/** The largest form without files, in bytes: far above any opinion, and nobody fills the memory with one. */
export const MAX_FORM_BYTES = 4 * 1024 * 1024

/**
 * The most fields of one form, far above any page's: reading hundreds of thousands would keep everybody else waiting, and
 * a page that is refused gets each of them back.
 */
export const MOST_FIELDS = 10_000

/**
 * The largest form of those who need not be signed in, in bytes: names, passwords and choices. Reading the fields of a
 * larger one would keep everybody else waiting.
 */
const MAX_OPEN_FORM_BYTES = 16 * 1024

/**
 * Reads a form without files, of somebody who is signed in.
 *
 * @throws Response 413, or 400 for what is no form
 */
export function readForm(request: Request): Promise<FormData> {
	return readUpTo(MAX_FORM_BYTES, request)
}

/**
 * Reads a form that is open to everybody: signing in, a one-time link, a choice of language. It must not be a way to fill
 * the memory, nor to hold up the others.
 *
 * @throws Response 413, or 400 for what is no form
 */
export function readOpenForm(request: Request): Promise<FormData> {
	return readUpTo(MAX_OPEN_FORM_BYTES, request)
}

/** The largest form of a visitor who comments on a draft, in bytes: two texts of 2000 characters, nine bytes each, and names. */
const MAX_COMMENT_BYTES = 64 * 1024

/**
 * Reads the form of somebody without an account who comments on a draft.
 *
 * @throws Response 413, or 400 for what is no form
 */
export function readCommentForm(request: Request): Promise<FormData> {
	return readUpTo(MAX_COMMENT_BYTES, request)
}

/** A length that is said to be too much is turned away before anything is read; one that was not said, once it is. */
async function readUpTo(most: number, request: Request): Promise<FormData> {
	if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLarge()
	const bytes = await bytesUpTo(most, request)
	const type = request.headers.get('Content-Type') ?? ''
	if (type.startsWith('application/x-www-form-urlencoded')) return fieldsIn(bytes)
	try {
		return await new Response(bytes, { headers: { 'Content-Type': type } }).formData()
	} catch (error) {
		throw noForm(request, error)
	}
}

/** What was sent, as it comes in: streams of our own around it would take longer than the form. */
async function bytesUpTo(most: number, request: Request): Promise<Buffer<ArrayBuffer>> {
	const chunks: Uint8Array[] = []
	const reader = request.body?.getReader()
	let length = 0
	for (;;) {
		const { value } = (await reader?.read().catch((error) => Promise.reject(noForm(request, error)))) ?? {}
		if (!value) return Buffer.concat(chunks)
		length += value.byteLength
		if (length > most) {
			await reader?.cancel()
			throw tooLarge()
		}
		chunks.push(value)
	}
}

/** The fields of a form as browsers send one that has no files; their number is known before one of them is read. */
function fieldsIn(bytes: Buffer): FormData {
	if (isOften('&', MOST_FIELDS, bytes)) throw tooLarge()
	const fields = new FormData()
	for (const [name, value] of new URLSearchParams(bytes.toString())) fields.append(name, value)
	return fields
}

/** Whether a word stands in bytes at least so often. */
function isOften(word: string, often: number, bytes: Buffer): boolean {
	let at = -1
	for (let found = 0; found < often; found += 1) {
		at = bytes.indexOf(word, at + 1)
		if (at < 0) return false
	}
	return true
}

function tooLarge(): Response {
	return new Response('the form is too large', { status: 413 })
}

/** What is thrown where a form cannot be read: the fault is the sender's, unless the line went down. */
export function noForm(request: Request, error: unknown): unknown {
	return request.signal.aborted ? error : new Response('this is no form', { status: 400 })
}
