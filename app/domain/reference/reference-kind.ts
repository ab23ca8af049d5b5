/** The kinds of law as data that a house keeps. */
export const REFERENCE_KINDS = [
	'review-limits',
	'track-periods',
	'working-days',
	'checklist-item',
	'review-point',
	'reason',
	'precheck-rule',
	'precheck-list',
	'statute',
] as const

export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** The kinds in the groups in which an administrator looks for them. */
export const REFERENCE_GROUPS = {
	periods: ['review-limits', 'track-periods'],
	calendar: ['working-days'],
	review: ['checklist-item', 'review-point', 'reason'],
	precheck: ['precheck-rule', 'precheck-list'],
	law: ['statute'],
} as const satisfies Readonly<Record<string, readonly ReferenceKind[]>>

/** Whether an entry was compared with its source (已核), or is a default that the house has yet to confirm (默认值，待确认). */
export const REFERENCE_MARKS = ['verified', 'to-be-confirmed'] as const

export type ReferenceMark = (typeof REFERENCE_MARKS)[number]

/** One version of an entry, named. */
export type VersionName = {
	readonly kind: string
	readonly code: string
	/** The first day on which it holds, YYYY-MM-DD. */
	readonly effectiveFrom: string
}

/** Of the versions of one entry the one in force on a day; before the first of them, the first. */
export function versionOn<Version extends Pick<VersionName, 'effectiveFrom'>>(
	versions: readonly Version[],
	day: string,
): Version | null {
	const sorted = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
	return sorted.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? sorted[0] ?? null
}

/** Versions by the code of their entry. */
export function versionsByCode<Version extends Pick<VersionName, 'code'>>(
	versions: readonly Version[],
): ReadonlyMap<string, readonly Version[]> {
	const byCode = new Map<string, Version[]>()
	for (const version of versions) byCode.set(version.code, [...(byCode.get(version.code) ?? []), version])
	return byCode
}
