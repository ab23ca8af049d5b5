import { supplementOriginOf } from './code-columns.server.ts'
import type { Tree } from './find-trees.server.ts'
import type { Prisma } from './generated/sqlite/client.ts'
import * as read from './matter-record-rows.server.ts'

/** What is loaded of a matter's record, each part once: what is asked of the database, and what its rows become. */

type PartName = keyof Prisma.MatterInclude
type Row = Tree<'matter', object>[number]

type Loaded<Name extends PartName, Load> = Tree<'matter', { include: Record<Name, Load> }>[number] extends {
	readonly [Each in Name]: infer Rows
}
	? Rows
	: never

/** One part: Prisma's words for what is loaded, and what the record says of it. */
type Part<Load, Said> = { readonly load: Load; readonly read: (loaded: never) => Said }

type Parts = Readonly<Partial<Record<PartName, Part<unknown, unknown>>>>

/** What several parts load, and the record that they make with the matter's own row. */
export type LoadedParts<Said> = {
	readonly include: Prisma.MatterInclude
	readonly read: (tree: Row) => Said
}

type RecordWith<P extends Parts> = ReturnType<typeof readRow> & {
	readonly [Name in keyof P]: P[Name] extends Part<unknown, infer Said> ? Said : never
}

function part<Name extends PartName, const Load, Said>(
	_name: Name,
	load: Load,
	reading: (loaded: Loaded<Name, Load>) => Said,
): Part<Load, Said> {
	return { load, read: reading }
}

/** A part without codes: the record says it as it is loaded. */
function plainPart<Name extends PartName, const Load>(name: Name, load: Load) {
	return part(name, load, (loaded) => loaded)
}

function readRow(row: Row) {
	return { ...read.readMatter(row), supplementFrom: supplementOriginOf(row.supplementFrom) }
}

/** Puts parts together. What comes of it is kept as a constant: its statement is worked out once. */
function partsOf<const P extends Parts>(parts: P): LoadedParts<RecordWith<P>> {
	const entries = Object.entries(parts)
	const readParts = (tree: Readonly<Record<string, unknown>>) =>
		Object.fromEntries(entries.map(([name, each]) => [name, each.read(tree[name] as never)]))
	// The compiler does not follow the names of an object through its entries.
	return {
		include: Object.fromEntries(entries.map(([name, { load }]) => [name, load])),
		read: (tree: Row) => ({ ...readRow(tree), ...readParts(tree) }),
	} as LoadedParts<RecordWith<P>>
}

const ORGAN = { select: { name: true, shortName: true, twoPersonReview: true } } as const
/** What was asked, oldest first, with its answer. */
const DECIDED = { orderBy: { id: 'asc' }, include: { decision: true } } as const
const RULED = { include: { ruling: true } } as const

const HANDS = {
	assignments: part('assignments', { where: { endedAt: null } }, (rows) => rows.map(read.readAssignment)),
	recusals: part('recusals', DECIDED, (rows) => rows.map(read.readRecusal)),
	interests: plainPart('interests', { orderBy: { id: 'asc' } }),
	requests: part('requests', DECIDED, (rows) => rows.map(read.readRequest)),
}

/** What ties a matter to persons and organs. */
const TIES = {
	...HANDS,
	consultations: part('consultations', { orderBy: { id: 'asc' }, include: { end: true } }, (rows) =>
		rows.map(read.readConsultation),
	),
	consents: plainPart('consents', { orderBy: { id: 'asc' } }),
	emergency: part('emergency', { orderBy: { id: 'asc' } }, (rows) => rows.map(read.readEmergencyStep)),
	waiverRequests: part('waiverRequests', DECIDED, (requests) => requests.map(read.readWaiver)),
	agendaItems: part(
		'agendaItems',
		{ orderBy: { proposedAt: 'asc' }, include: { listing: true, meeting: true, outcome: RULED } },
		(items) =>
			items.map((item) => ({
				...read.readAgendaItem(item),
				meeting: item.meeting && read.readMeeting(item.meeting),
				outcome: item.outcome && read.readRuledOutcome(item.outcome),
			})),
	),
}

const MATERIALS = {
	materials: part('materials', { orderBy: { id: 'asc' } }, (rows) => rows.map(read.readMaterial)),
}

/** What the agenda gate judges, and what a line of an agenda shows: of opinions not their texts. */
const GATE = {
	...HANDS,
	...MATERIALS,
	delegatedActs: plainPart('delegatedActs', { orderBy: { id: 'asc' }, include: { delegation: true } }),
	tracks: part('tracks', { select: { track: true } }, (rows) => rows.map(read.readTrack)),
	organ: plainPart('organ', ORGAN),
	reviewOrgan: plainPart('reviewOrgan', ORGAN),
	agendaItems: part(
		'agendaItems',
		{ orderBy: { proposedAt: 'asc' }, select: { state: true, organId: true } },
		(items) => items.map(read.readItemState),
	),
	currentVersion: part(
		'currentVersion',
		{
			select: {
				id: true,
				versionNo: true,
				contentSha256: true,
				isSound: true,
				invisibleCharacters: true,
				uploadedAt: true,
				files: true,
				confirmations: { select: { contentSha256: true, confirmedBy: true, confirmedAt: true } },
			},
		},
		(version) => version && read.readVersion(version),
	),
	stepAnswers: part(
		'stepAnswers',
		{ orderBy: { id: 'asc' }, include: { findings: true, recheckSteps: true } },
		(answers) => answers.map(read.readStepAnswer),
	),
	opinions: part(
		'opinions',
		{
			orderBy: { signedAt: 'asc' },
			select: {
				id: true,
				round: true,
				number: true,
				conclusion: true,
				reviewerId: true,
				checkerId: true,
				signerId: true,
				isTwoPerson: true,
				signedAt: true,
				revocation: { select: { revokedAt: true } },
				risk: { select: { ground: true, risks: true, measures: true } },
				points: { select: { point: true, answer: true } },
				items: {
					orderBy: { position: 'asc' },
					select: { kind: true, points: { select: { point: true } }, recheckItems: true },
				},
			},
		},
		(opinions) =>
			opinions.map((opinion) => ({
				...read.readConclusion(opinion),
				points: opinion.points.map(read.readPoint),
				items: opinion.items.map(read.readItem),
			})),
	),
	counselOpinions: part(
		'counselOpinions',
		{ orderBy: { id: 'asc' }, include: { disposition: true } },
		(rows) => rows.map(read.readCounselConclusion),
	),
	rechecks: part('rechecks', { orderBy: { proposedAt: 'asc' } }, (rows) => rows.map(read.readRecheck)),
	clearances: part(
		'clearances',
		{
			orderBy: { issuedAt: 'asc' },
			include: {
				standing: true,
				version: { select: { versionNo: true } },
				lawConfirmations: { orderBy: { id: 'asc' }, select: { laws: true } },
			},
		},
		(rows) => rows.map(read.readClearance),
	),
}

export const GATE_PARTS = partsOf(GATE)

/** Everything about a matter that permission, workflow and gate ask for. Texts of versions stay where they are. */
export const MATTER_PARTS = partsOf({
	...GATE,
	...TIES,
	unit: plainPart('unit', { select: { name: true } }),
	supplements: plainPart('supplements', {
		orderBy: { number: 'asc' },
		include: { items: { orderBy: { position: 'asc' } } },
	}),
	deadlines: part(
		'deadlines',
		{
			orderBy: { id: 'asc' },
			include: { stops: { orderBy: { id: 'asc' } }, changes: { orderBy: { id: 'asc' } } },
		},
		(rows) => rows.map(read.readDeadline),
	),
	opinionDrafts: plainPart('opinionDrafts', true),
	opinions: part(
		'opinions',
		{
			orderBy: { signedAt: 'asc' },
			include: {
				revocation: true,
				risk: { select: { ground: true, risks: true, measures: true } },
				points: { select: { point: true, answer: true } },
				items: {
					orderBy: { position: 'asc' },
					include: {
						points: { select: { point: true } },
						replies: { orderBy: { id: 'asc' } },
						recheckItems: true,
					},
				},
				version: { select: { versionNo: true } },
			},
		},
		(opinions) =>
			opinions.map((opinion) => ({
				...read.readConclusion(opinion),
				points: opinion.points.map(read.readPoint),
				items: opinion.items.map((item) => ({
					...read.readItem(item),
					replies: item.replies.map(read.readReply),
				})),
			})),
	),
	counselReleases: plainPart('counselReleases', { orderBy: { id: 'asc' } }),
	live: plainPart('live', { include: { listing: true } }),
	filings: part('filings', { orderBy: { filedAt: 'asc' } }, (rows) => rows.map(read.readFiling)),
})

/** What a line of the work list shows, and what its turn asks for; no texts, no opinions. */
export const TURN_PARTS = partsOf({
	...HANDS,
	waiverRequests: TIES.waiverRequests,
	tracks: GATE.tracks,
	organ: plainPart('organ', { select: { name: true, shortName: true } }),
	reviewOrgan: plainPart('reviewOrgan', { select: { name: true } }),
	opinions: plainPart('opinions', {
		orderBy: { signedAt: 'desc' },
		take: 1,
		select: { revocation: { select: { revokedAt: true } } },
	}),
	counselOpinions: part(
		'counselOpinions',
		{
			select: {
				round: true,
				versionId: true,
				personId: true,
				conclusion: true,
				disposition: { select: { disposedAt: true } },
			},
		},
		(opinions) => opinions.map(read.readCounselConclusion),
	),
	opinionDrafts: plainPart('opinionDrafts', { select: { round: true, checkedAt: true } }),
	consents: TIES.consents,
	emergency: TIES.emergency,
	currentVersion: plainPart('currentVersion', { select: { contentSha256: true } }),
	clearances: plainPart('clearances', {
		orderBy: { issuedAt: 'desc' },
		take: 1,
		select: { contentSha256: true, kind: true },
	}),
	agendaItems: part(
		'agendaItems',
		{
			orderBy: { proposedAt: 'asc' },
			select: { id: true, state: true, organId: true, meetingId: true, proposedAt: true },
		},
		(items) => items.map(read.readItemState),
	),
	deadlines: part(
		'deadlines',
		{
			where: { endedAt: null },
			select: {
				kind: true,
				startsOn: true,
				periodDays: true,
				dueOn: true,
				endedAt: true,
				stops: { select: { cause: true, resumedAt: true } },
				changes: { select: { kind: true, days: true } },
			},
		},
		(periods) => periods.map(read.readDeadline),
	),
})

/** What says who is told of a matter. */
export const TOLD_PARTS = partsOf({ clearances: GATE.clearances, agendaItems: TIES.agendaItems })

/** What a file of a matter is handed over by: who may see the matter, and which papers lie in it. */
export const FILE_PARTS = partsOf({ ...TIES, ...MATERIALS })
