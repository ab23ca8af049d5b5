import { loadPersonNames } from '#app/db/load-names.server.ts'
import type { MatterRecord } from '#app/db/load-matter.server.ts'
import { newestBy } from '#app/db/load-matter.server.ts'
import { subjectOf } from '#app/db/matter-facts.server.ts'
import { writeComparisonSheet } from '#app/documents/comparison-table/write-comparison-sheet.server.ts'
import { writeComparisonTable } from '#app/documents/comparison-table/write-comparison-table.server.ts'
import { writeMarkedDraft } from '#app/documents/marked-draft/write-marked-draft.server.ts'
import type { ComparedText, PaperComment } from '#app/documents/papers/paper-facts.ts'
import type { ItemKind } from '#app/domain/opinion/conclusion.ts'
import type { ReplyAnswer } from '#app/domain/opinion/reply.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Redline } from '#app/domain/redline/redline.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { accept, refuse } from '#app/domain/result.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { words } from '#app/locales/zh-cn/words.ts'
import { compareVersions } from './compare-versions.server.ts'
import { logDownload } from '#app/services/trail/log-download.server.ts'
import { openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The papers of a comparison: 花脸稿, 修改对照表, and the latter as a spreadsheet. */
export const REDLINE_PAPERS = ['marked-draft', 'comparison-table', 'comparison-sheet'] as const

export type RedlinePaper = (typeof REDLINE_PAPERS)[number]

/** Which paper of which two versions. */
export type PaperAsked = { readonly from: number; readonly to: number; readonly paper: RedlinePaper }

/** A paper as it is handed over. */
export type WrittenPaper = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const WORD = { mediaType: `${OFFICE}.wordprocessingml.document`, suffix: '.docx' } as const
const SHEET = { mediaType: `${OFFICE}.spreadsheetml.sheet`, suffix: '.xlsx' } as const

type Version = Awaited<ReturnType<typeof loadVersions>>[number]

/**
 * Writes a paper of two versions of a matter, for whoever may see them: tracked changes by whoever uploaded the newer
 * one at that time, and the signed items on the older one with their replies. What counsel take away is in the trail.
 */
export async function writeRedlinePaper(
	shell: Shell,
	actor: Actor,
	matterId: string,
	asked: PaperAsked,
): Promise<Result<WrittenPaper, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter } = opened.value
	const versions = await loadVersions(shell, matter, asked)
	const older = versions.find(({ versionNo }) => versionNo === asked.from)
	const newer = versions.find(({ versionNo }) => versionNo === asked.to)
	const post = permit(actor, 'matter.read', subjectOf(matter))
	if (!older || !newer || !post.ok) return refuse({ code: 'not-found' })
	const { redline } = await compareVersions(shell, matter, older, newer)
	const written = await write(shell, matter, asked.paper, { older, newer, redline })
	await logDownload(shell, actor, post.value, matter.id, { ...asked }, [])
	return accept({ ...written, name: fileNameOf(matter.title, asked, written.suffix) })
}

function loadVersions(shell: Shell, matter: MatterRecord, { from, to }: PaperAsked) {
	return shell.db.draftVersion.findMany({
		where: { jurisdictionId: matter.jurisdictionId, matterId: matter.id, versionNo: { in: [from, to] } },
		select: { versionNo: true, contentSha256: true, text: true, uploadedBy: true, uploadedAt: true },
	})
}

async function write(
	shell: Shell,
	matter: MatterRecord,
	paper: RedlinePaper,
	pair: { readonly older: Version; readonly newer: Version; readonly redline: Redline },
) {
	const { older, newer, redline } = pair
	const opinions = matter.opinions.filter(
		(opinion) => opinion.version.versionNo === older.versionNo && opinion.revocation === null,
	)
	const replies = opinions.flatMap(({ items }) => items.flatMap((item) => item.replies))
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [
		newer.uploadedBy,
		...opinions.map((opinion) => opinion.signerId),
		...replies.map((reply) => reply.repliedBy),
	])
	const texts = { old: textOf(older), new: textOf(newer) }
	const comments = opinions.flatMap((opinion) => commentsOf(opinion, names))
	if (paper === 'comparison-sheet')
		return { ...SHEET, bytes: writeComparisonSheet({ texts, redline, comments }) }
	if (paper === 'comparison-table')
		return { ...WORD, bytes: await writeComparisonTable({ texts, redline, comments }) }
	const author = names.get(newer.uploadedBy) ?? ''
	const at = newer.uploadedAt
	return { ...WORD, bytes: await writeMarkedDraft({ texts, redline, author, at, comments }) }
}

function textOf({ versionNo, text, contentSha256, uploadedAt }: Version): ComparedText {
	const name = REDLINE_PAPER.version(versionNo)
	return { text, name, day: formatPaperDay(uploadedAt), sha256: contentSha256 }
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
		head(item.position, words.itemKind[item.kind as ItemKind]),
		...(item.quote === '' ? [] : [quote(item.quote)]),
		problem(item.problem),
		...(item.ground === '' ? [] : [ground(item.ground)]),
		...(item.suggestion === null || item.suggestion === '' ? [] : [suggestion(item.suggestion)]),
	]
}

function wordsOfReply(reply: { answer: string; text: string; reason: string | null }): string[] {
	const { head, reason } = REDLINE_PAPER.reply
	return [
		[head(words.reply[reply.answer as ReplyAnswer]), reply.text].filter((said) => said !== '').join('。'),
		...(reply.reason === null || reply.reason === '' ? [] : [reason(reply.reason)]),
	]
}

/** What no file system takes in a name is left out. */
function fileNameOf(title: string, { from, to, paper }: PaperAsked, suffix: string): string {
	const kind = paper === 'marked-draft' ? REDLINE_PAPER.markedDraft : REDLINE_PAPER.table
	const versions = `${REDLINE_PAPER.version(from)}-${REDLINE_PAPER.version(to)}`
	const plain = title.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '').slice(0, 60)
	return `${[kind, plain, versions].filter((part) => part !== '').join('-')}${suffix}`
}
