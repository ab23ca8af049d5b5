/** A file as it is sent: shown in place, or handed over under its name. */
export type FileToSend = {
	readonly name: string
	readonly mediaType: string
	readonly bytes: Uint8Array
}

/** Sends a file under its name, with the name in the form that each browser reads. */
export function fileResponse({ name, mediaType, bytes }: FileToSend, way: 'inline' | 'attachment'): Response {
	// Node's buffers are never shared memory, which the type allows for.
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'Content-Type': mediaType,
			'Content-Length': String(bytes.byteLength),
			'Content-Disposition': dispositionOf(name, way),
		},
	})
}

/** A file that is made while it is fetched: who leaves ends the making. */
export function streamedFileResponse({
	name,
	mediaType,
	chunks,
}: Omit<FileToSend, 'bytes'> & { readonly chunks: AsyncGenerator<Uint8Array> }): Response {
	const body = new ReadableStream<Uint8Array>({
		pull: async (controller) => {
			const next = await chunks.next()
			if (next.done) controller.close()
			else controller.enqueue(next.value)
		},
		cancel: async () => {
			await chunks.return(undefined)
		},
	})
	const headers = { 'Content-Type': mediaType, 'Content-Disposition': dispositionOf(name, 'attachment') }
	return new Response(body, { headers: { ...headers, 'Cache-Control': 'no-store' } })
}

/** What a browser is to do with a file, and what it is called, in the form that each browser reads. */
function dispositionOf(name: string, way: 'inline' | 'attachment'): string {
	return `${way}; filename="${asciiName(name)}"; filename*=UTF-8''${rfc5987(name)}`
}

/** A name for clients that do not read `filename*`; it must hold nothing that could end the quoted string. */
function asciiName(name: string): string {
	return name.replaceAll(/[^A-Za-z0-9._-]/g, '_')
}

function rfc5987(name: string): string {
	return encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	)
}
