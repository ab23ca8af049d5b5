import { findTree, findTrees } from './find-trees.server.ts'
import type { Tx } from './open-database.server.ts'

/** What the agenda gate asks of a matter, and what a line of an agenda shows of it; nothing else is read for them. */
export const GATE_PARTS = {
	tracks: { select: { track: true } },
	organ: { select: { name: true, shortName: true, twoPersonReview: true } },
	reviewOrgan: { select: { name: true, shortName: true, twoPersonReview: true } },
	currentVersion: {
		select: {
			id: true,
			versionNo: true,
			contentSha256: true,
			uploadedAt: true,
			files: { select: { position: true, role: true, name: true, size: true, sha256: true, secrecy: true } },
		},
	},
	materials: { orderBy: { id: 'asc' }, select: { item: true, kind: true, secrecy: true, addedAt: true } },
	stepAnswers: {
		orderBy: { id: 'asc' },
		select: {
			id: true,
			step: true,
			answer: true,
			reason: true,
			facts: true,
			materialId: true,
			findings: { select: { opinionId: true, verdict: true } },
			recheckSteps: { select: { recheckId: true, verdict: true } },
		},
	},
	assignments: { where: { endedAt: null }, select: { role: true, personId: true } },
	opinions: {
		orderBy: { signedAt: 'asc' },
		select: {
			id: true,
			round: true,
			conclusion: true,
			reviewerId: true,
			checkerId: true,
			signerId: true,
			isTwoPerson: true,
			signedAt: true,
			revocation: { select: { revokedAt: true } },
			items: {
				orderBy: { position: 'asc' },
				select: { kind: true, recheckItems: { select: { recheckId: true, verdict: true } } },
			},
		},
	},
	counselOpinions: {
		orderBy: { id: 'asc' },
		select: {
			round: true,
			personId: true,
			conclusion: true,
			disposition: { select: { disposedBy: true, disposedAt: true } },
		},
	},
	rechecks: {
		orderBy: { proposedAt: 'asc' },
		select: { id: true, opinionId: true, contentSha256: true, decision: true, decidedAt: true },
	},
	clearances: {
		orderBy: { issuedAt: 'asc' },
		include: { standing: { select: { state: true } }, version: { select: { versionNo: true } } },
	},
} as const

/** Everything about a matter that permission, workflow and gate ask for. Texts stay where they are. */
export const MATTER_PARTS = {
	tracks: true,
	organ: { select: { name: true, shortName: true, twoPersonReview: true } },
	reviewOrgan: { select: { name: true, shortName: true, twoPersonReview: true } },
	unit: { select: { name: true } },
	currentVersion: {
		select: {
			id: true,
			versionNo: true,
			contentSha256: true,
			isSubmittable: true,
			invisibleCharacters: true,
			uploadedAt: true,
			files: true,
		},
	},
	materials: { orderBy: { id: 'asc' } },
	stepAnswers: { orderBy: { id: 'asc' }, include: { findings: true, recheckSteps: true } },
	supplements: { orderBy: { number: 'asc' }, include: { items: { orderBy: { position: 'asc' } } } },
	waiverRequests: { orderBy: { id: 'asc' }, include: { decision: true } },
	deadlines: { orderBy: { id: 'asc' } },
	assignments: { where: { endedAt: null } },
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
	counselOpinions: { orderBy: { id: 'asc' }, include: { disposition: true } },
	rechecks: { orderBy: { proposedAt: 'asc' } },
	clearances: {
		orderBy: { issuedAt: 'asc' },
		include: { standing: true, version: { select: { versionNo: true } } },
	},
	live: { include: { listing: true } },
	agendaItems: { orderBy: { proposedAt: 'asc' }, include: { listing: true, meeting: true, outcome: true } },
} as const

type Reader = Pick<Tx, '$queryRaw'>

/** A matter with all its parts, as the database holds them. */
export type MatterRecord = NonNullable<Awaited<ReturnType<typeof loadMatter>>>

/** Loads one matter, or null when the jurisdiction has none with this id. One query. */
export function loadMatter(tx: Reader, jurisdictionId: string, matterId: string) {
	return findTree(tx, 'matter', { where: { jurisdictionId, id: matterId }, include: MATTER_PARTS })
}

/** Loads many matters with all their parts, in the order of their ids; one query, however many. */
export function loadMatters(tx: Reader, jurisdictionId: string, matterIds: readonly string[]) {
	return findTrees(tx, 'matter', {
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include: MATTER_PARTS,
	})
}

/** A matter with the parts that the gate judges. */
export type GateRecord = Awaited<ReturnType<typeof loadGateRecords>>[number]

/** Loads many matters with what the gate judges, by id; one query, however many. */
export function loadGateRecords(tx: Reader, jurisdictionId: string, matterIds: readonly string[]) {
	return findTrees(tx, 'matter', {
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
