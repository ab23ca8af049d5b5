/** The largest file that is taken, in bytes; the sentence on the page and in the refusal says 30 MB. */
const MAX_FILE_BYTES = 30 * 1024 * 1024

/** The bounds of a form with files. */
export const UPLOAD_LIMITS = { maxFiles: 20, maxFileSize: MAX_FILE_BYTES } as const

/** The largest form without files, in bytes: far above any opinion, and nobody fills the memory with one. */
const MAX_FORM_BYTES = 4 * 1024 * 1024

/**
 * Reads a form without files. What is longer than any such form is cut off while it comes in, whatever length it
 * claims: signing in is open to everybody, and must not be a way to fill the memory.
 *
 * @throws Response 413
 */
export async function readForm(request: Request): Promise<FormData> {
	const type = request.headers.get('Content-Type')
	let length = 0
	const counted = request.body?.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform: (chunk, controller) => {
				length += chunk.byteLength
				if (length > MAX_FORM_BYTES) controller.error(new Error('the form is too large'))
				else controller.enqueue(chunk)
			},
		}),
	)
	try {
		return await new Response(
			counted ?? null,
			type === null ? {} : { headers: { 'Content-Type': type } },
		).formData()
	} catch (error) {
		if (length > MAX_FORM_BYTES) throw new Response('the form is too large', { status: 413 })
		throw error
	}
}
