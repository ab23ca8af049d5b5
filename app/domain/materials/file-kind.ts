import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'

/** A kind of file that is kept: its media type, whether a browser may show it in place, and what its bytes must be. */
export type FileKind = {
	readonly mediaType: string
	readonly isViewable: boolean
	readonly content: 'zip' | 'ole' | 'pdf' | 'png' | 'jpeg' | 'any'
}

/** Why a file is not kept. */
export type KindRefused =
	| { readonly code: 'suffix-not-taken'; readonly suffix: string }
	| { readonly code: 'wrong-suffix'; readonly suffix: string; readonly content: string }

/** The files that are kept as materials and annexes. Only pictures and PDF are ever shown in place. */
const FILE_KINDS: Readonly<Record<string, FileKind>> = {
	'.docx': kept('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'zip'),
	'.xlsx': kept('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'zip'),
	'.txt': kept('text/plain; charset=utf-8', 'any'),
	'.doc': kept('application/msword', 'ole'),
	'.wps': kept('application/vnd.ms-works', 'any'),
	'.ofd': kept('application/ofd', 'zip'),
	'.pdf': shown('application/pdf', 'pdf'),
	'.png': shown('image/png', 'png'),
	'.jpg': shown('image/jpeg', 'jpeg'),
	'.jpeg': shown('image/jpeg', 'jpeg'),
}

/** The suffixes that are taken for materials, in the order in which a page names them. */
export const MATERIAL_SUFFIXES = Object.keys(FILE_KINDS)

/** The kind of a file by its suffix, unless its bytes are of another kind; `content` is what the bytes look like. */
export function kindOfFile(suffix: string, content: string): Result<FileKind, KindRefused> {
	const kind = FILE_KINDS[suffix]
	if (!kind) return refuse({ code: 'suffix-not-taken', suffix })
	if (kind.content !== 'any' && kind.content !== content) return refuse({ code: 'wrong-suffix', suffix, content })
	return accept(kind)
}

function kept(mediaType: string, content: FileKind['content']): FileKind {
	return { mediaType, isViewable: false, content }
}

function shown(mediaType: string, content: FileKind['content']): FileKind {
	return { mediaType, isViewable: true, content }
}
