import { itemKindOf, replyAnswerOf } from '#app/db/code-columns.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { type MatterRecord, newestBy } from '#app/domain/matter-record/matter-record.ts'
import type { PaperComment } from '#app/documents/papers/paper-facts.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { words } from '#app/locales/zh-cn/words.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The signed items on a version, with their replies, as comments on its places. */
export async function commentsOn(
	shell: Shell,
	matter: MatterRecord,
	versionNo: number,
): Promise<PaperComment[]> {
	const opinions = matter.opinions.filter(
		(opinion) => opinion.version.versionNo === versionNo && opinion.revocation === null,
	)
	const replies = opinions.flatMap(({ items }) => items.flatMap((item) => item.replies))
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		...opinions.map((opinion) => opinion.signerId),
		...replies.map((reply) => reply.repliedBy),
	])
	return opinions.flatMap((opinion) => commentsOf(opinion, names))
}

/** Each item by the signer, its newest reply by whoever gave it. */
function commentsOf(
	opinion: MatterRecord['opinions'][number],
	names: ReadonlyMap<string, string>,
): PaperComment[] {
	return opinion.items.flatMap((item) => {
		const { anchor } = item
		const reply = newestBy(item.replies, () => item.id)[0]
		const said = {
			anchor,
			author: names.get(opinion.signerId) ?? '',
			at: opinion.signedAt,
			words: wordsOfItem(item),
		}
		if (!reply) return [said]
		const answered = {
			anchor,
			author: names.get(reply.repliedBy) ?? '',
			at: reply.repliedAt,
			words: wordsOfReply(reply),
		}
		return [said, answered]
	})
}

function wordsOfItem(item: MatterRecord['opinions'][number]['items'][number]): string[] {
	const { head, quote, problem, ground, suggestion } = REDLINE_PAPER.item
	return [
		head(item.position, words.itemKind[itemKindOf(item.kind)]),
		...(item.quote === '' ? [] : [quote(item.quote)]),
		problem(item.problem),
		...(item.ground === '' ? [] : [ground(item.ground)]),
		...(item.suggestion === null || item.suggestion === '' ? [] : [suggestion(item.suggestion)]),
	]
}

function wordsOfReply(reply: { answer: string; text: string; reason: string | null }): string[] {
	const { head, reason } = REDLINE_PAPER.reply
	return [
		[head(words.reply[replyAnswerOf(reply.answer)]), reply.text].filter((said) => said !== '').join('。'),
		...(reply.reason === null || reply.reason === '' ? [] : [reason(reply.reason)]),
	]
}
