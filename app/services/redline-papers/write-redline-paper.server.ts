import { loadMatterWith } from '#app/db/load-matter.server.ts'
import { FILE_PARTS } from '#app/db/matter-parts.server.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { type TiedMatter, subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { suffixOf } from '#app/documents/sniff-content.ts'
import type { ComparedText, PaperFiles, RedlinePaper } from '#app/documents/papers/paper-facts.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { MatchCorrection } from '#app/domain/redline/redline.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { REDLINE_PAPER } from '#app/locales/papers/redline-paper.ts'
import { openReviewDesk } from '#app/services/intake/open-review-desk.server.ts'
import { logDownload } from '#app/services/files/log-download.server.ts'
import { loadCorrections } from '#app/services/redline/compare-versions.server.ts'
import { type OtherTextAsked, loadOtherText } from '#app/services/redline/other-texts.server.ts'
import { type WrittenPaper, handOverPaper } from './hand-over-paper.server.ts'
import { commentsOn } from './paper-comments.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { COMPARED_COLUMNS, textToCompare } from '#app/services/redline/version-document.server.ts'

/**
 * Which paper, of which version of a matter, and against what: an earlier version, or a text that is none.
 */
export type PaperOfVersion = { readonly to: number; readonly paper: RedlinePaper } & (
	| { readonly from: number }
	| OtherTextAsked
)

/** The older text of a paper, and what holds for it beside this version. */
type Older = {
	readonly text: ComparedText
	readonly corrections: readonly MatchCorrection[]
	/** Null for a text that is no version. */
	readonly version: Version | null
}

type Version = NonNullable<Awaited<ReturnType<typeof loadVersion>>>

/**
 * Writes a paper of a version of a matter, for whoever may see both texts: tracked changes by whoever uploaded the version
 * at that time, and, where the older text is a version too, the signed items on it with their replies. What counsel take
 * away is in the trail, of each matter that a text of it is from.
 */
export async function writeRedlinePaper(
	shell: Shell,
	actor: Actor,
	matterId: string,
	asked: PaperOfVersion,
): Promise<Result<WrittenPaper, Refusal>> {
	const opened = await openReviewDesk(shell, actor, matterId, [])
	if (!opened.ok) return opened
	const { matter } = opened.value
	const newer = await loadVersion(shell, matter, asked.to)
	const older =
		newer &&
		('from' in asked
			? await versionText(shell, matter, asked.from, newer)
			: await otherText(shell, actor, asked))
	if (!newer || !older) return refuse({ code: 'not-found' })
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [newer.uploadedBy])
	const written = await handOverPaper(
		shell,
		{
			paper: asked.paper,
			corrections: older.corrections,
			facts: {
				texts: { old: older.text, new: await textOf(shell, matter, newer) },
				comments: 'from' in asked ? await commentsOn(shell, matter, asked.from) : [],
				author: names.get(newer.uploadedBy) ?? '',
				at: newer.uploadedAt,
				files: await filesOf(shell, asked, older, newer),
			},
		},
		{
			of: matter.title,
			pair: `${olderName(asked, older.text)}-${REDLINE_PAPER.version(asked.to)}`,
		},
	)
	await logTaken(shell, actor, matter, asked)
	if ('with' in asked) {
		const other = await loadMatterWith(shell.db, FILE_PARTS, actor.jurisdictionId, asked.with)
		await logTaken(shell, actor, other, asked)
	}
	return accept(written)
}

function loadVersion(shell: Shell, { jurisdictionId, id }: MatterRecord, versionNo: number) {
	return shell.db.draftVersion.findFirst({
		where: { jurisdictionId, matterId: id, versionNo },
		select: {
			versionNo: true,
			uploadedBy: true,
			uploadedAt: true,
			...COMPARED_COLUMNS,
		},
	})
}

async function versionText(
	shell: Shell,
	matter: MatterRecord,
	versionNo: number,
	newer: Version,
): Promise<Older | null> {
	const version = await loadVersion(shell, matter, versionNo)
	if (!version) return null
	const corrections = await loadCorrections(shell.db, matter, version, newer)
	return {
		text: await textOf(shell, matter, version),
		version,
		corrections: corrections.map((row) => ({ old: row.old, new: row.new })),
	}
}

/** The Word files that a marked draft is written into; a paper that marks none needs none. */
async function filesOf(
	shell: Shell,
	{ paper }: PaperOfVersion,
	older: Older,
	newer: Version,
): Promise<PaperFiles | null> {
	if (paper !== 'marked-draft' && paper !== 'marked-older') return null
	return { old: await wordFileOf(shell, older.version), new: await wordFileOf(shell, newer) }
}

async function wordFileOf(shell: Shell, version: Version | null): Promise<Uint8Array | null> {
	const main = version?.files[0]
	return main === undefined || suffixOf(main.name) !== '.docx' ? null : shell.blobs.read(main.sha256)
}

/** Corrections belong to pairs of one matter's versions; against another text there are none. */
async function otherText(shell: Shell, actor: Actor, asked: OtherTextAsked): Promise<Older | null> {
	const other = await loadOtherText(shell, actor, asked)
	if (!other) return null
	const { text, document, name, day, contentSha256 } = other
	return { text: { text, document, name, day, sha256: contentSha256 }, version: null, corrections: [] }
}

/** The older text in the name of a file, where the matter's title stands already. */
function olderName(asked: PaperOfVersion, { name }: ComparedText): string {
	if ('from' in asked) return name
	return 'with' in asked ? REDLINE_PAPER.decidedText : REDLINE_PAPER.publishedText
}

async function textOf(
	shell: Shell,
	{ jurisdictionId }: MatterRecord,
	version: Version,
): Promise<ComparedText> {
	const { versionNo, contentSha256, uploadedAt } = version
	const text = await textToCompare(shell, jurisdictionId, version)
	const name = REDLINE_PAPER.version(versionNo)
	return { ...text, name, day: formatPaperDay(uploadedAt), sha256: contentSha256 }
}

/** Each matter has its own post of the actor: somebody may be counsel in one and of the house in the other. */
async function logTaken(
	shell: Shell,
	actor: Actor,
	matter: (TiedMatter & Pick<MatterRecord, 'id'>) | null,
	asked: PaperOfVersion,
): Promise<void> {
	const post = matter && permit(actor, 'matter.read', subjectOf(matter))
	if (!matter || !post?.ok) throw new Error('a paper was written of a matter that its reader may not see')
	await logDownload(shell, actor, post.value, `matter/${matter.id}`, { ...asked }, [])
}
