import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import {
	MAX_FILE_BYTES,
	MAX_FORM_BYTES,
	MAX_UPLOAD_BYTES,
	MOST_FIELDS,
	MOST_FILES,
} from './read-form.server.ts'

type Parser = ReturnType<typeof Busboy>

/** A file that came with a form. */
export type UploadedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }

/** A form with files as it came: its fields and its files. */
export type Upload = { readonly fields: FormData; readonly files: readonly UploadedFile[] }

/** Why a form with files was not read to its end. */
export type UploadFault =
	| { readonly fault: 'foreign' | 'no-form' | 'long-fields' | 'too-many-files' }
	| { readonly fault: 'too-large' | 'too-large-together'; readonly fileName: string }

/** Whether a form was sent as one that may hold files; the same page may send one without any in the plain way. */
export function maySendFiles(request: Request): boolean {
	return /^multipart\/form-data/i.test(request.headers.get('Content-Type') ?? '')
}

/** What is asked of the fields before the first file is taken, and whether the files are wanted. */
type Wanted = { readonly isOwn: (fields: FormData) => boolean; readonly files: 'kept' | 'left' }

/**
 * Reads a form with files as it comes in. What proves the form to be our own stands before its files: of any other form
 * not one file is taken into memory. Whatever is too much ends the reading where it is seen.
 */
export async function receiveUpload(request: Request, wanted: Wanted): Promise<Result<Upload, UploadFault>> {
	const type = request.headers.get('Content-Type') ?? ''
	if (!request.body || !maySendFiles(request)) return refuse({ fault: 'no-form' })
	let parser: Parser
	try {
		parser = Busboy({
			headers: { 'content-type': type },
			limits: {
				fileSize: MAX_FILE_BYTES,
				fieldSize: MAX_FORM_BYTES,
				fields: MOST_FIELDS,
				files: MOST_FILES,
			},
		})
	} catch {
		return refuse({ fault: 'no-form' })
	}
	// Node and the browser's library each have a type for the same stream.
	return parseUpload(Readable.fromWeb(request.body as never), parser, wanted)
}

function parseUpload(
	source: Readable,
	parser: Parser,
	{ isOwn, files: want }: Wanted,
): Promise<Result<Upload, UploadFault>> {
	const fields = new FormData()
	const files: UploadedFile[] = []
	let length = 0
	let typed = 0
	let fileName = ''
	return new Promise((resolve) => {
		const end = (fault: UploadFault) => {
			resolve(refuse(fault))
			source.unpipe(parser)
			source.destroy()
		}
		source.on('data', (chunk: Uint8Array) => {
			length += chunk.byteLength
			if (length > MAX_UPLOAD_BYTES) end({ fault: 'too-large-together', fileName })
		})
		parser.on('field', (name, value, _isNameCut, isCut) => {
			typed += name.length + value.length
			// Half of what somebody typed is never taken for all of it.
			if (isCut || typed > MAX_FORM_BYTES) end({ fault: 'long-fields' })
			else fields.append(name, value)
		})
		parser.on('file', (field, stream, name) => {
			// Without a listener a line that breaks would end the process.
			stream.on('error', () => end({ fault: 'no-form' }))
			if (!isOwn(fields)) return end({ fault: 'foreign' })
			// The next file may begin before this one has ended: each keeps its own name.
			const own = asTyped(name ?? '')
			fileName = own
			const chunks: Uint8Array[] = []
			stream.on('limit', () => end({ fault: 'too-large', fileName: own }))
			stream.on('data', (chunk: Uint8Array) => want === 'kept' && chunks.push(chunk))
			stream.on('end', () => {
				if (own !== '') files.push({ field, name: own, bytes: Buffer.concat(chunks) })
			})
		})
		parser.on('fieldsLimit', () => end({ fault: 'long-fields' }))
		parser.on('filesLimit', () => end({ fault: 'too-many-files' }))
		parser.on('error', () => end({ fault: 'no-form' }))
		source.on('error', () => end({ fault: 'no-form' }))
		parser.on('finish', () =>
			isOwn(fields) ? resolve(accept({ fields, files })) : end({ fault: 'foreign' }),
		)
		source.pipe(parser)
	})
}

/** What a browser cannot write within quotation marks it writes so, and nothing else. */
const WITHIN_QUOTES: Readonly<Record<string, string>> = { '%22': '"', '%0A': '\n', '%0D': '\r' }

/** The name of a file as the person has it. */
function asTyped(sent: string): string {
	return sent.replaceAll(/%22|%0A|%0D/g, (each) => WITHIN_QUOTES[each] ?? each)
}
