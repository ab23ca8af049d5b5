import { compareTexts } from '#app/domain/redline/compare-texts.ts'
import { openWorkBudget } from '#app/domain/redline/compare/work-budget.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { plainText } from '#app/domain/document/plain-lines.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { PaperComment } from '../papers/paper-facts.ts'
import { wordDate } from '../papers/word-date.ts'
import type { XmlElement } from '../parse-xml.ts'
import type { TrackedView } from '../word/tracked-view.ts'
import { elementsOf } from '../xml-element.ts'
import { readTrackedViews } from '../read-draft.server.ts'
import { addComments } from './carried-comments.ts'
import { openNotes } from './carried-notes.ts'
import { carryNumbers, numberingOf } from './carried-numbers.ts'
import { openCarrier } from './carrier.ts'
import { findMoved } from './find-moved.ts'
import { knownPairs, placeOfAnchor, textSide } from './known-pairs.ts'
import { NotCarried, type OwnDraft, openOwnDraft, spanOf } from './own-draft.server.ts'
import { openPackageParts } from './package-parts.ts'
import { openSigns } from './stretch.ts'
import { writeBlocks } from './write-blocks.ts'
import { type Side, type Writer, openChanges, openPartEdits } from './writer.ts'

/** Two Word files, and which of them is to be marked. */
export type OwnDraftToWrite = {
	readonly files: { readonly old: Uint8Array; readonly new: Uint8Array }
	readonly marked: Side
	/** What the page shows of the same two documents; found anew where it is not there. */
	readonly redline?: Redline
	readonly author: string
	readonly at: Date
	/** On places of the older text. */
	readonly comments: readonly PaperComment[]
}

/** Why a file was not marked itself: it holds what cannot be written into it, or the result did not give both drafts back. */
export type NotMarked = { readonly code: 'not-marked'; readonly because: string }

/**
 * Writes 花脸稿 into the drafter's own Word file: every difference to the other file is a tracked change of the author,
 * everything else of the file stays as it is. What was written is read again: accepting every change gives the newer
 * text, rejecting the author's the older one, or there is no paper.
 */
export async function writeOwnDraft(asked: OwnDraftToWrite): Promise<Result<Uint8Array, NotMarked>> {
	const [old, fresh] = [await openOwnDraft(asked.files.old), await openOwnDraft(asked.files.new)]
	if (!old.ok) return refuse({ code: 'not-marked', because: old.reason.code })
	if (!fresh.ok) return refuse({ code: 'not-marked', because: fresh.reason.code })
	try {
		const { bytes, relied } = write(asked, old.value, fresh.value)
		const date = wordDate(asked.at)
		const counts = ({ attributes }: XmlElement) =>
			(attributes.get('w:author') === asked.author && attributes.get('w:date') === date) ||
			relied.has(attributes.get('w:id') ?? '')
		return await proven(bytes, { state: 'before', counts }, old.value, fresh.value)
	} catch (error) {
		if (error instanceof NotCarried) return refuse({ code: 'not-marked', because: error.message })
		throw error
	}
}

function write(
	asked: OwnDraftToWrite,
	old: OwnDraft,
	fresh: OwnDraft,
): { readonly bytes: Uint8Array; readonly relied: ReadonlySet<string> } {
	const { marked, author, at, comments } = asked
	const [base, other] = marked === 'old' ? [old, fresh] : [fresh, old]
	const parts = openPackageParts(base, other)
	const carrier = openCarrier(base, other, parts)
	const edits = openPartEdits(base)
	const numbers = carryNumbers(base, other, carrier)
	const texts = { old: plainText(old.document), new: plainText(fresh.document) }
	const pair = {
		old: { text: texts.old, document: old.document },
		new: { text: texts.new, document: fresh.document },
	}
	const sides = { old: textSide(old), new: textSide(fresh) }
	const ids = addComments(base, comments, wordDate, parts, edits.of)
	const commentsAt = new Map<string, number[]>()
	for (const [index, comment] of comments.entries()) {
		const place = placeOfAnchor(sides.old, comment.anchor)
		commentsAt.set(place, [...(commentsAt.get(place) ?? []), ids[index] ?? 0])
	}
	const writer: Writer = {
		base,
		other,
		side: marked,
		own: marked === 'new' ? 'inserted' : 'deleted',
		theirs: marked === 'new' ? 'deleted' : 'inserted',
		signs: openSigns(),
		budget: openWorkBudget(texts.old.length + texts.new.length),
		parts,
		carrier,
		numbers,
		change: openChanges(base, author, wordDate(at)),
		editsOf: edits.of,
		commentsAt,
		relied: new Set(),
		writeBlocks,
		note: openNotes(base, other, carrier, edits.of),
	}
	addLists(writer)
	writeBlocks(writer, {
		part: base.source.mainPart,
		old: old.document.body,
		new: fresh.document.body,
		known: knownPairs(sides.old, sides.new, asked.redline ?? compareTexts(pair.old, pair.new)),
		settle: findMoved,
	})
	edits.write(parts)
	return { bytes: parts.zip(), relied: writer.relied }
}

/** Lists that were brought along. Definitions stand before numbers. */
function addLists({ base, numbers, editsOf }: Writer): void {
	const root = numberingOf(base)
	const { abstracts, numbers: added } = numbers.added
	if (root === undefined || added === '') return
	const part = base.source.relationshipsOf(base.source.mainPart).find((one) => one.type === 'numbering')
	const first = elementsOf(root).find(({ name }) => name === 'w:num')
	const end = spanOf(base, root).insideEnd
	const edits = editsOf(part?.target ?? '')
	edits.insert(first === undefined ? end : spanOf(base, first).start, abstracts)
	const cleanup = elementsOf(root).find(({ name }) => name === 'w:numIdMacAtCleanup')
	edits.insert(cleanup === undefined ? end : spanOf(base, cleanup).start, added)
}

async function proven(
	bytes: Uint8Array,
	view: TrackedView,
	old: OwnDraft,
	fresh: OwnDraft,
): Promise<Result<Uint8Array, NotMarked>> {
	const views = await readTrackedViews(bytes, view)
	if (!views.ok) return refuse({ code: 'not-marked', because: views.reason.code })
	if (plainText(views.value.after) !== plainText(fresh.document))
		return refuse({ code: 'not-marked', because: 'accepted' })
	if (plainText(views.value.before) !== plainText(old.document))
		return refuse({ code: 'not-marked', because: 'rejected' })
	return accept(bytes)
}
