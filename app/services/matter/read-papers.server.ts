import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { PaperKind, PaperOnPage } from '#app/domain/paper/paper.ts'
import type { PaperStanding } from '#app/domain/paper/paper-standing.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import { type FileOfPaper, readPaperFile } from '#app/services/paper/paper-file.server.ts'
import { type SealedPaper, onPage, readSealed } from '#app/services/paper/read-sealed.server.ts'
import { standingsOf } from '#app/services/paper/standing-of-papers.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Behind } from '#app/storage/checkpoints.server.ts'
import { type MatterHeading, openMatterPage } from './open-matter-page.server.ts'

/** A sealed paper of a matter as the list shows it. */
export type PaperLine = {
	readonly id: string
	readonly kind: PaperKind
	readonly number: string | null
	readonly sealedAt: string
	readonly code: string
	readonly standing: PaperStanding
	readonly isSound: boolean
}

/** One paper with its sentences, to be read, printed or taken away. */
export type PaperPage = {
	readonly heading: MatterHeading
	readonly line: PaperLine
	/** Null where the sealed content is not the one that the trail holds, or the database is behind: it is named, and not shown. */
	readonly paper: PaperOnPage | null
	readonly behind: Behind | null
}

/** The list of a matter's papers. */
export type PapersPage = {
	readonly heading: MatterHeading
	readonly papers: readonly PaperLine[]
	/** What a deposit outside says of this database, where it is not the newest one: then no paper is listed. */
	readonly behind: Behind | null
}

/** Reads the papers that acts on a matter have sealed, newest first. */
export async function readPapersPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<PapersPage, Refusal>> {
	const opened = await openPapers(shell, actor, matterId)
	if (!opened.ok) return opened
	const { heading, papers } = opened.value
	const behind = behindOf(shell, actor)
	const lines = behind ? [] : await linesOf(shell, actor.jurisdictionId, papers)
	return accept({ heading, papers: lines.reverse(), behind })
}

/** Reads one paper of a matter. */
export async function readPaperOfMatter(
	shell: Shell,
	actor: Actor,
	matterId: string,
	paperId: string,
): Promise<Result<PaperPage, Refusal>> {
	const opened = await openPapers(shell, actor, matterId)
	if (!opened.ok) return opened
	const paper = opened.value.papers.find(({ id }) => id === paperId)
	if (!paper) return refuse({ code: 'not-found' })
	const [line] = await linesOf(shell, actor.jurisdictionId, [paper])
	if (!line) return refuse({ code: 'not-found' })
	const behind = behindOf(shell, actor)
	return accept({
		heading: opened.value.heading,
		line,
		paper: paper.isSound && !behind ? onPage(paper) : null,
		behind,
	})
}

function behindOf({ checkpoints }: Shell, { jurisdictionId }: Actor): Behind | null {
	return checkpoints.behind.get(jurisdictionId) ?? null
}

/** The Word file of one paper of a matter. */
export async function readFileOfMatterPaper(
	shell: Shell,
	actor: Actor,
	matterId: string,
	paperId: string,
): Promise<Result<FileOfPaper, Refusal>> {
	const opened = await openPapers(shell, actor, matterId)
	if (!opened.ok) return opened
	const paper = opened.value.papers.find(({ id }) => id === paperId)
	return paper ? readPaperFile(shell, actor.jurisdictionId, paper) : refuse({ code: 'not-found' })
}

async function openPapers(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<{ heading: MatterHeading; papers: readonly SealedPaper[] }, Refusal>> {
	const opened = await openMatterPage(shell, actor, matterId)
	if (!opened.ok) return opened
	const { matter, heading } = opened.value
	const sealed = await readSealed(shell, matter.jurisdictionId, { matterId: matter.id })
	return accept({ heading, papers: sealed.filter((paper) => maySee(actor, matter, paper)) })
}

/** What counsel wrote is the review body's own and theirs; every other paper is seen by whoever sees the matter. */
function maySee(actor: Actor, matter: MatterRecord, { kind, aboutId }: SealedPaper): boolean {
	if (kind !== 'counsel-opinion') return true
	const isOwn = matter.counselOpinions.some(
		({ id, personId }) => id === aboutId && personId === actor.personId,
	)
	return isOwn || permit(actor, 'review-notes.read', subjectOf(matter)).ok
}

async function linesOf(
	shell: Shell,
	jurisdictionId: string,
	papers: readonly SealedPaper[],
): Promise<PaperLine[]> {
	const standings = await standingsOf(shell, jurisdictionId, papers)
	return papers.map(({ id, kind, number, seal, isSound }) => ({
		id,
		kind,
		number,
		sealedAt: seal.sealedAt,
		code: seal.code,
		standing: standings.get(id) ?? 'in-force',
		isSound,
	}))
}
