import type { DraftFinding, DraftRefused } from '#app/documents/draft-reading.ts'
import { type MaterialRefused, inspectMaterial } from '#app/documents/inspect-material.server.ts'
import type { FileRead, TrackedRead } from '#app/documents/reader/read-file.ts'
import type { Reader } from '#app/documents/reader/reader.server.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { type Secrecy, isSecrecy } from '#app/domain/materials/secrecy.ts'
import { findSecrecyMarking } from '#app/domain/precheck/secrecy-marking.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { refuseUnwritten } from '#app/services/command/refuse-unwritten.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** A file as a form brings it, with what its uploader declared of it (公开 or 内部). */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array; readonly secrecy: string }

/** A file that was read and may be kept. `text` is null where nothing of it is interpreted. */
export type TakenFile = {
	readonly name: string
	readonly bytes: Uint8Array
	readonly size: number
	readonly sha256: string
	readonly mediaType: string
	readonly isViewable: boolean
	readonly secrecy: Secrecy
	readonly text: string | null
	/** The canonical JSON of what it was read as, or null where nothing of it is interpreted. */
	readonly readAs: string | null
	readonly findings: readonly DraftFinding[]
}

/** The longest file name, in UTF-16 code units. */
const NAME_LIMIT = 200

/** The name under which pasted text is kept: the same text pasted twice is the same file. */
export const PASTED_NAME = 'pasted.txt'

/** Reads a draft (.docx or .txt). Nothing is stored yet. */
export async function takeDraft(reader: Reader, file: GivenFile): Promise<Result<TakenFile, Refusal>> {
	const name = cleanName(file.name)
	return settle(name, file, await reader.read({ kind: 'draft', bytes: file.bytes, name }))
}

/** A Word file with tracked changes: as it is with all of them accepted, as it was before them, and who made them when. */
export type TakenTracked = { readonly file: TakenFile; readonly tracked: TrackedRead }

/** Reads a Word file with its tracked changes. Nothing is stored. One without any has nothing to be compared. */
export async function takeTracked(reader: Reader, file: GivenFile): Promise<Result<TakenTracked, Refusal>> {
	const name = cleanName(file.name)
	if (suffixOf(name) !== '.docx') return refuse({ code: 'unfitting', field: 'tracked', problem: 'not-word' })
	const read = await reader.read({ kind: 'tracked', bytes: file.bytes, name })
	const taken = settle(name, file, read)
	if (!taken.ok) return taken
	const tracked = read.ok ? read.value.tracked : undefined
	if (tracked === undefined || tracked.changes.length === 0)
		return refuse({ code: 'unfitting', field: 'tracked', problem: 'no-tracked-changes' })
	return accept({ file: taken.value, tracked })
}

/** Reads a pasted draft; it is kept as a UTF-8 file. */
export async function takePastedText(
	reader: Reader,
	text: string,
	secrecy: string,
): Promise<Result<TakenFile, Refusal>> {
	const file = { name: PASTED_NAME, bytes: new TextEncoder().encode(text), secrecy }
	return settle(PASTED_NAME, file, await reader.read({ kind: 'pasted', text }))
}

/**
 * Reads a material or an annex. What Word or an editor can open is read, because a marking inside it must be
 * found and what cannot be read cannot be searched; of tables, OFD and older files of Word the words are searched,
 * of PDF and pictures only the first bytes are looked at.
 */
export async function takePaper(reader: Reader, file: GivenFile): Promise<Result<TakenFile, Refusal>> {
	const name = cleanName(file.name)
	const suffix = suffixOf(name)
	if (suffix === '.docx' || suffix === '.txt') return takeDraft(reader, file)
	return settle(name, file, await reader.read({ kind: 'words', bytes: file.bytes, suffix }))
}

/** Stores the bytes of files that may be kept: synced before any row names them, harmless if none ever does. */
export async function storeFiles(shell: Shell, files: readonly TakenFile[]): Promise<Result<true, Refusal>> {
	try {
		for (const file of files) await shell.blobs.put(file.bytes)
		return accept(true)
	} catch (error) {
		return refuseUnwritten(shell, error)
	}
}

/** What a command's key stands for: the same form sent again has the same files. */
export function fileFacts({ name, size, sha256, secrecy }: TakenFile) {
	return { name, size, sha256, secrecy }
}

/** A marking in the name or the text comes before every other answer: such a file must not even be discussed. */
function settle(
	name: string,
	file: GivenFile,
	reading: Result<FileRead, DraftRefused>,
): Result<TakenFile, Refusal> {
	const text = reading.ok ? reading.value.text : ''
	// A header or a comment carries the marking as often as the text does; the reader keeps their words aside.
	const aside = reading.ok ? reading.value.aside : ''
	const marking = findSecrecyMarking(name) ?? findSecrecyMarking(text) ?? findSecrecyMarking(aside)
	if (marking) return refuse({ code: 'classified', level: marking.level, line: marking.line })
	if (!reading.ok) return refuse(fileRefused(name, reading.reason))
	const kind = inspectMaterial(file.bytes, name)
	if (!kind.ok) return refuse(fileRefused(name, kind.reason))
	if (!isSecrecy(file.secrecy)) return refuse({ code: 'unfitting', field: 'secrecy', problem: 'missing' })
	return accept({
		name,
		bytes: file.bytes,
		size: file.bytes.byteLength,
		sha256: sha256Hex(file.bytes),
		mediaType: kind.value.mediaType,
		isViewable: kind.value.viewable,
		secrecy: file.secrecy,
		text: reading.value.readAs === null ? null : text,
		readAs: reading.value.readAs,
		findings: reading.value.findings,
	})
}

function fileRefused(fileName: string, { code: cause, ...facts }: DraftRefused | MaterialRefused): Refusal {
	const figures = Object.entries(facts).map(([key, fact]) => [
		key,
		Array.isArray(fact) ? fact.join(' ') : fact,
	])
	return {
		code: 'file-refused',
		cause,
		fileName,
		figures: Object.fromEntries(figures),
	}
}

/** A file's name as it is kept: without a path and control characters, its suffix whole however long it is. */
function cleanName(name: string): string {
	const base = name.split(/[\\/]/).at(-1) ?? ''
	const plain = base.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '').trim()
	if (plain.length <= NAME_LIMIT) return plain
	const suffix = suffixOf(plain)
	return plain.slice(0, NAME_LIMIT - suffix.length) + suffix
}
