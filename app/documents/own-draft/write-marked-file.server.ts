import { readSides } from '#app/domain/redline/compared-text.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import { writeMarkedDraft } from '../marked-draft/write-marked-draft.server.ts'
import type { PaperFacts } from '../papers/paper-facts.ts'
import { writeDraft } from '../write-draft.server.ts'
import { writeOwnDraft } from './write-own-draft.server.ts'
import type { Side } from './writer.ts'

/**
 * Writes 花脸稿: into the drafter's own Word file on the side that is to be marked, with all that it holds. Where that
 * side is no Word file, or holds what cannot be told as tracked changes, both texts are typeset anew.
 */
export async function writeMarkedFile(
	facts: PaperFacts,
	redline: Redline,
	marked: Side,
): Promise<Uint8Array> {
	const { files, texts, author, at, comments } = facts
	if (files?.[marked]) {
		const pair = { old: await wordFileOf(facts, 'old'), new: await wordFileOf(facts, 'new') }
		const found = readSides(texts).isOfWords ? {} : { redline }
		const written = await writeOwnDraft({ files: pair, marked, ...found, author, at, comments })
		if (written.ok) return written.value
	}
	return writeMarkedDraft({ ...facts, redline })
}

/** A text without a Word file of its own becomes one, a paragraph a line, so that it can be compared with one. */
async function wordFileOf({ files, texts }: PaperFacts, side: Side): Promise<Uint8Array> {
	const own = files?.[side]
	if (own) return own
	const [title = '', ...paragraphs] = texts[side].text.split('\n')
	return writeDraft({ title, paragraphs, numbering: 'typed' })
}
