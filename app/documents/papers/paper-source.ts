import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import type { ChecklistItem, Reason, ReviewPoint } from '#app/domain/materials/checklist.ts'
import { isAudit } from '#app/domain/legal-basis/regime.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { PaperNode } from '#app/domain/paper/paper.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { type Given, type Source, line, rowOf, say, shortHash } from './say.ts'

/** What the papers of a matter are written from: its record as the act leaves it, and the names that it needs. */
export type PaperSource = {
	readonly matter: MatterRecord
	/** The instant of the act. */
	readonly at: Date
	readonly nameOf: (personId: string) => string
	readonly checklist: readonly ChecklistItem[]
	readonly points: readonly ReviewPoint[]
	readonly reasons: readonly Reason[]
}

/** The sources that nearly every paper of a matter names. */
export type Sources = {
	readonly matter: Source
	readonly version: Source
	readonly organ: Source
	readonly reviewOrgan: Source
	readonly person: (personId: string) => Given
}

/** The rows of a matter that nearly every paper names. */
export function sourcesOf({ matter, nameOf }: PaperSource): Sources {
	return {
		matter: rowOf('matter', matter.id),
		version: rowOf('draft_version', matter.currentVersion?.id ?? ''),
		organ: rowOf('organ', matter.organId),
		reviewOrgan: rowOf('organ', matter.reviewOrganId ?? ''),
		person: (personId) => rowOf('person', personId)(nameOf(personId)),
	}
}

/** The present text as papers name it: title, number of its version, beginning of its hash. */
export function textOf(source: PaperSource): { title: Given; version: Given; hash: Given } {
	const { matter, version } = sourcesOf(source)
	const { currentVersion } = source.matter
	return {
		title: matter(source.matter.title),
		version: version(currentVersion?.versionNo ?? 0),
		hash: version(shortHash(currentVersion?.contentSha256 ?? '')),
	}
}

/** Whether the papers of this matter speak of 审核 or of 审查. */
export function toneOf({ matter }: PaperSource): 'audit' | 'review' {
	return isAudit(tracksOf(matter)) ? 'audit' : 'review'
}

/** The unit that a paper goes to. */
export function addressee(source: PaperSource): PaperNode {
	return line('addressee', say('addressee', { organ: sourcesOf(source).organ(source.matter.organ.name) }))
}

/** Whoever issues the paper, with the day of the act; between them is the place of the seal. */
export function signature(organ: Given, day: Given): PaperNode[] {
	return [line('organ', say('organ', { organ })), line('day', say('day', { day }))]
}

/** The review body as the signature of a paper. */
export function signedByReviewBody(source: PaperSource, day: Given): PaperNode[] {
	const { reviewOrgan } = sourcesOf(source)
	return signature(reviewOrgan(source.matter.reviewOrgan?.name ?? ''), day)
}

/** A place in a list as papers count it: 一, 二, 三. */
export function numeral(row: Source, at: number): Given {
	return row.computed(writeNumber(at + 1))
}

/** A day that stands in a row as an instant. */
export function dayIn(row: Source, instant: Date): Given {
	return row(formatPaperDay(instant))
}

/** A day that stands in a row as a plain date, YYYY-MM-DD. */
export function plainDayIn(row: Source, day: string): Given {
	return row(formatPaperDay(`${day}T00:00:00+08:00`))
}
