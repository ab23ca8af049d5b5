import type { DocumentTree } from '#app/domain/document/document-tree.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import { documentOfText } from '#app/domain/document/text-document.ts'
import { accept, refuse, type Result } from '#app/domain/result.ts'
import { decodeText, settleLines } from './decode-text.ts'
import { FILE_SIZE_LIMIT, TEXT_LENGTH_LIMIT, type DraftReading, type DraftRefused } from './draft-reading.ts'
import { openFindingLog, type FindingLog } from './finding-log.ts'
import { nameInvisibleCharacters } from './invisible-characters.ts'
import { openPackage } from './open-package.server.ts'
import { wordsOfPart } from './part-words.ts'
import { refuseOtherFormat } from './other-format.ts'
import { sniffContent, suffixOf } from './sniff-content.ts'
import { wordsOfChunks } from './word/chunk-words.server.ts'
import { readDocument } from './word/read-document.ts'
import { type TrackedChange, trackedChanges } from './word/tracked-changes.ts'
import { AFTER, BEFORE, type TrackedView } from './word/tracked-view.ts'
import { readWordPackage } from './word/word-package.ts'

/**
 * Reads an uploaded draft (.docx or .txt) into the text that Word shows, and names everything that the text does not
 * carry. Never throws on what it is given: whatever the bytes, the answer is a reading or a refusal with its facts.
 */
export async function readDraft(
	bytes: Uint8Array,
	fileName: string,
): Promise<Result<DraftReading, DraftRefused>> {
	const suffix = suffixOf(fileName)
	if (bytes.byteLength === 0) return refuse({ code: 'empty-file' })
	if (bytes.byteLength > FILE_SIZE_LIMIT)
		return refuse({ code: 'too-large', limit: FILE_SIZE_LIMIT, size: bytes.byteLength })
	const other = refuseOtherFormat(bytes, fileName)
	if (other !== null) return refuse(other)
	if (suffix === '.docx') return readWordDraft(bytes, suffix)
	if (suffix === '.txt') return readTextDraft(bytes, suffix)
	return refuse({ code: 'wrong-suffix', suffix, content: sniffContent(bytes) })
}

/** Reads text typed or pasted into a form; an empty one is refused. */
export function readPastedText(text: string): Result<DraftReading, DraftRefused> {
	if (text.trim() === '') return refuse({ code: 'empty-file' })
	return finish(documentOfText(settleLines(text)), openFindingLog())
}

async function readWordDraft(bytes: Uint8Array, suffix: string): Promise<Result<DraftReading, DraftRefused>> {
	const content = sniffContent(bytes)
	if (content === 'other') return refuse({ code: 'not-a-zip' })
	if (content !== 'zip') return refuse({ code: 'wrong-suffix', suffix, content })
	const opened = await openPackage(bytes)
	if (!opened.ok) return opened
	const source = readWordPackage(opened.value)
	if (!source.ok) return source
	const findings = openFindingLog()
	const chunkWords = await wordsOfChunks(opened.value.chunks)
	const read = finish(readDocument(source.value, chunkWords, findings), findings)
	// Charts, diagrams, properties: what stands in no text and in no finding is searched all the same.
	const others = [
		...source.value.otherParts.flatMap(wordsOfPart),
		...source.value.looseWords,
		...chunkWords.values(),
	]
	return read.ok ? accept({ ...read.value, aside: [read.value.aside, ...others].join('\n') }) : read
}

/** Both states of a Word file with tracked changes, and who made them when. */
export type TrackedDraft = {
	readonly before: DocumentTree
	readonly after: DocumentTree
	readonly changes: readonly TrackedChange[]
}

/** A Word file with tracked changes as it was before them, and as it is with all of them accepted. */
export async function readTrackedViews(
	bytes: Uint8Array,
	before: TrackedView = BEFORE,
): Promise<Result<TrackedDraft, DraftRefused>> {
	const opened = await openPackage(bytes)
	if (!opened.ok) return opened
	const source = readWordPackage(opened.value)
	if (!source.ok) return source
	const read = (view: TrackedView) => readDocument(source.value, new Map(), openFindingLog(), { view })
	return accept({ before: read(before), after: read(AFTER), changes: trackedChanges(source.value.document) })
}

function readTextDraft(bytes: Uint8Array, suffix: string): Result<DraftReading, DraftRefused> {
	const content = sniffContent(bytes)
	if (content !== 'other') return refuse({ code: 'wrong-suffix', suffix, content })
	const text = decodeText(bytes)
	return text.ok ? readPastedText(text.value) : text
}

function finish(document: DocumentTree, findings: FindingLog): Result<DraftReading, DraftRefused> {
	const text = plainText(document)
	if (text.length > TEXT_LENGTH_LIMIT) return refuse({ code: 'text-too-long', limit: TEXT_LENGTH_LIMIT })
	nameInvisibleCharacters(document, findings)
	const named = findings.list()
	return accept({
		document,
		text,
		findings: named,
		aside: findings.words(),
		submittable: named.every((finding) => !finding.blocking),
	})
}
