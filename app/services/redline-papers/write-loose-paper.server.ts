import type { LooseText } from '#app/comparison/loose-texts.ts'
import type { ComparedText, RedlinePaper } from '#app/documents/papers/paper-facts.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { logDownload } from '#app/services/files/log-download.server.ts'
import { type WrittenPaper, handOverPaper } from './hand-over-paper.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/**
 * Writes a paper of two loose texts for whoever brought them, as the one who changed the older into the newer when they
 * were brought; null where they are not there any more, or are somebody else's. What counsel take away is in their trail.
 */
export async function writeLoosePaper(
	shell: Shell,
	actor: Actor,
	comparisonId: string,
	paper: RedlinePaper,
): Promise<Result<WrittenPaper | null, Refusal>> {
	const post = permit(actor, 'texts.compared', { jurisdictionId: actor.jurisdictionId })
	if (!post.ok) return post
	const pair = shell.looseTexts.find(actor.personId, comparisonId, shell.now())
	if (!pair) return accept(null)
	const texts = {
		old: textOf(pair.old, REDLINE_PAPER.loose.old),
		new: textOf(pair.new, REDLINE_PAPER.loose.new),
	}
	const files = { old: pair.old.file, new: pair.new.file }
	const facts = { texts, comments: [], author: actor.name, at: pair.broughtAt, files }
	const names = { of: nameOf(pair.new), pair: '' }
	const written = await handOverPaper(shell, { paper, facts, corrections: [] }, names)
	const detail = { paper, old: pair.old.sha256, new: pair.new.sha256 }
	await logDownload(shell, actor, post.value, `user/${actor.personId}`, detail, [])
	return accept(written)
}

function textOf(loose: LooseText, otherwise: string): ComparedText {
	return {
		text: loose.text,
		document: loose.document,
		name: nameOf(loose) || otherwise,
		day: null,
		sha256: loose.sha256,
	}
}

/** A file as it is called without its ending. */
function nameOf({ name }: LooseText): string {
	return name.replace(/\.[A-Za-z]{1,5}$/, '')
}
