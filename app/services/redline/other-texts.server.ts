import type { Actor } from '#app/domain/permission/relation.ts'
import type { TextToCompare } from '#app/domain/redline/compared-text.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { loadPublishedText } from '#app/services/register/find-published.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { loadDecidedText } from './decided-texts.server.ts'

/** Asks for an older text that is no version of the matter: what a meeting has passed of another one, or a published document. */
export type OtherTextAsked = { readonly with: string } | { readonly document: string }

/** Such a text, with what it is called on papers. */
export type OtherText = TextToCompare & {
	readonly title: string
	readonly name: string
	readonly day: string
	readonly contentSha256: string
}

/** Loads such a text, or null where there is none that the actor may see. */
export async function loadOtherText(
	shell: Shell,
	actor: Actor,
	asked: OtherTextAsked,
): Promise<OtherText | null> {
	if ('with' in asked) {
		const decided = await loadDecidedText(shell, actor, asked.with)
		if (!decided) return null
		const { title, decidedAt, contentSha256, text, document } = decided
		const named = { title, name: REDLINE_PAPER.decided(title), day: formatPaperDay(decidedAt) }
		return { ...named, contentSha256, text, document }
	}
	const published = await loadPublishedText(shell, actor, asked.document)
	if (!published) return null
	const { title, documentNumber, publishedOn, contentSha256, text } = published
	return {
		title: `${title}（${documentNumber}）`,
		name: REDLINE_PAPER.published(title, documentNumber),
		day: formatPaperDay(publishedOn),
		contentSha256,
		text,
		document: null,
	}
}
