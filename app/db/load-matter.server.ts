import type { Tx } from './open-database.server.ts'

/** What the agenda gate asks of a matter, and what a line of an agenda shows of it. */
const GATE_PARTS = {
	tracks: true,
	organ: { select: { name: true, shortName: true, twoPersonReview: true } },
	reviewOrgan: { select: { name: true, shortName: true, twoPersonReview: true } },
	currentVersion: {
		select: {
			id: true,
			versionNo: true,
			contentSha256: true,
			isSubmittable: true,
			uploadedAt: true,
			files: true,
		},
	},
	materials: { orderBy: { id: 'asc' } },
	stepAnswers: {
		orderBy: { id: 'asc' },
		include: { findings: true, recheckSteps: true },
	},
	assignments: { where: { endedAt: null } },
	opinions: {
		orderBy: { signedAt: 'asc' },
		include: {
			revocation: true,
			items: { orderBy: { position: 'asc' }, include: { recheckItems: true } },
		},
	},
	counselOpinions: { orderBy: { id: 'asc' }, include: { disposition: true } },
	rechecks: { orderBy: { proposedAt: 'asc' } },
	clearances: {
		orderBy: { issuedAt: 'asc' },
		include: { standing: true, version: { select: { versionNo: true } } },
	},
} as const

/** Everything about a matter that permission, workflow and gate ask for. Texts stay where they are. */
const ALL_PARTS = {
	...GATE_PARTS,
	unit: { select: { name: true } },
	supplements: { orderBy: { number: 'asc' }, include: { items: { orderBy: { position: 'asc' } } } },
	deadlines: { orderBy: { id: 'asc' } },
	opinionDrafts: true,
	opinions: {
		orderBy: { signedAt: 'asc' },
		include: {
			revocation: true,
			items: {
				orderBy: { position: 'asc' },
				include: { replies: { orderBy: { id: 'asc' } }, recheckItems: true },
			},
			version: { select: { versionNo: true } },
		},
	},
	live: { include: { listing: true } },
	agendaItems: { orderBy: { proposedAt: 'asc' }, include: { listing: true, meeting: true, outcome: true } },
} as const

/** A matter with all its parts, as the database holds them. */
export type MatterRecord = NonNullable<Awaited<ReturnType<typeof loadMatter>>>

/** Loads one matter, or null when the jurisdiction has none with this id. A constant number of queries. */
export function loadMatter(tx: Pick<Tx, 'matter'>, jurisdictionId: string, matterId: string) {
	return tx.matter.findUnique({
		where: { jurisdictionId_id: { jurisdictionId, id: matterId } },
		include: ALL_PARTS,
	})
}

/** Loads many matters with all their parts, in the order of their ids; the same number of queries as for one. */
export function loadMatters(tx: Pick<Tx, 'matter'>, jurisdictionId: string, matterIds: readonly string[]) {
	return tx.matter.findMany({
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include: ALL_PARTS,
	})
}

/** A matter with the parts that the gate judges. */
export type GateRecord = Awaited<ReturnType<typeof loadGateRecords>>[number]

/** Loads many matters with what the gate judges, by id; the same number of queries as for one. */
export function loadGateRecords(
	tx: Pick<Tx, 'matter'>,
	jurisdictionId: string,
	matterIds: readonly string[],
) {
	return tx.matter.findMany({
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include: GATE_PARTS,
	})
}

/** The newest entry of each item or step: what was said last counts, what was said before stays on record. */
export function newestBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
	return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}

/** The rows that re-checks left, each with its re-check, in the order in which those were proposed. */
export function withRechecks<
	Row extends { readonly recheckId: string },
	Recheck extends { readonly id: string },
>(
	rows: readonly Row[],
	matter: { readonly rechecks: readonly Recheck[] },
): (Row & { readonly recheck: Recheck })[] {
	return matter.rechecks.flatMap((recheck) =>
		rows.filter((row) => row.recheckId === recheck.id).map((row) => ({ ...row, recheck })),
	)
}

/** The opinion in force: the newest signed one that was not revoked. */
export function opinionInForce<Opinion extends { readonly revocation: unknown }>(matter: {
	readonly opinions: readonly Opinion[]
}): Opinion | null {
	return matter.opinions.filter((opinion) => opinion.revocation === null).at(-1) ?? null
}
