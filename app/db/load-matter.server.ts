import type { GateRecord } from '#app/domain/agenda-gate/gate-record.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import * as codes from './code-columns.server.ts'
import { type Tree, findTree, findTrees } from './find-trees.server.ts'
import * as read from './matter-record-rows.server.ts'
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
	recusals: { orderBy: { id: 'asc' }, include: { decision: true } },
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
			isSound: true,
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
	recusals: { orderBy: { id: 'asc' }, include: { decision: true } },
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

/** Loads one matter, or null when the jurisdiction has none with this id. One query. */
export async function loadMatter(
	tx: Reader,
	jurisdictionId: string,
	matterId: string,
): Promise<MatterRecord | null> {
	const tree = await findTree(tx, 'matter', {
		where: { jurisdictionId, id: matterId },
		include: MATTER_PARTS,
	})
	return tree && matterRecordOf(tree)
}

/** Loads many matters with all their parts, in the order of their ids; one query, however many. */
export async function loadMatters(
	tx: Reader,
	jurisdictionId: string,
	matterIds: readonly string[],
): Promise<MatterRecord[]> {
	const trees = await findTrees(tx, 'matter', {
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include: MATTER_PARTS,
	})
	return trees.map(matterRecordOf)
}

/** Loads many matters with what the gate judges, by id; one query, however many. */
export async function loadGateRecords(
	tx: Reader,
	jurisdictionId: string,
	matterIds: readonly string[],
): Promise<GateRecord[]> {
	const trees = await findTrees(tx, 'matter', {
		where: { jurisdictionId, id: { in: [...matterIds] } },
		orderBy: { id: 'asc' },
		include: GATE_PARTS,
	})
	return trees.map(gateRecordOf)
}

type MatterTree = Tree<'matter', { include: typeof MATTER_PARTS }>[number]

function matterRecordOf(tree: MatterTree): MatterRecord {
	const { currentVersion, live } = tree
	return {
		...read.readMatter(tree),
		supplementFrom: codes.supplementOriginOf(tree.supplementFrom),
		tracks: tree.tracks.map(read.readTrack),
		currentVersion: currentVersion && {
			...currentVersion,
			invisibleCharacters: read.readCharacters(currentVersion.invisibleCharacters),
			files: currentVersion.files.map(read.readFile),
		},
		materials: tree.materials.map(read.readMaterial),
		stepAnswers: tree.stepAnswers.map((answer) => ({
			...read.readStepAnswer(answer),
			facts: read.readStepFacts(answer.facts),
			findings: answer.findings.map(read.readStepVerdict),
			recheckSteps: answer.recheckSteps.map(read.readStepVerdict),
		})),
		waiverRequests: tree.waiverRequests.map(read.readWaiver),
		deadlines: tree.deadlines.map(read.readDeadline),
		assignments: tree.assignments.map(read.readAssignment),
		recusals: tree.recusals.map(read.readRecusal),
		opinions: tree.opinions.map((opinion) => ({
			...read.readConclusion(opinion),
			items: opinion.items.map((item) => ({
				...read.readItem(item),
				replies: item.replies.map(read.readReply),
				recheckItems: item.recheckItems.map(read.readItemVerdict),
			})),
		})),
		counselOpinions: tree.counselOpinions.map(read.readConclusion),
		rechecks: tree.rechecks.map(read.readRecheck),
		clearances: tree.clearances.map(read.readClearance),
		live,
		agendaItems: tree.agendaItems.map((item) => ({
			...read.readAgendaItem(item),
			meeting: item.meeting && read.readMeeting(item.meeting),
			outcome: item.outcome && read.readOutcome(item.outcome),
		})),
	}
}

type GateTree = Tree<'matter', { include: typeof GATE_PARTS }>[number]

function gateRecordOf(tree: GateTree): GateRecord {
	const { currentVersion } = tree
	return {
		...read.readMatter(tree),
		supplementFrom: codes.supplementOriginOf(tree.supplementFrom),
		tracks: tree.tracks.map(read.readTrack),
		currentVersion: currentVersion && {
			...currentVersion,
			files: currentVersion.files.map(read.readFile),
		},
		materials: tree.materials.map(read.readMaterial),
		stepAnswers: tree.stepAnswers.map((answer) => ({
			...read.readStepAnswer(answer),
			facts: read.readStepFacts(answer.facts),
			findings: answer.findings.map(read.readStepVerdict),
			recheckSteps: answer.recheckSteps.map(read.readStepVerdict),
		})),
		assignments: tree.assignments.map(read.readAssignment),
		recusals: tree.recusals.map(read.readRecusal),
		opinions: tree.opinions.map((opinion) => ({
			...read.readConclusion(opinion),
			items: opinion.items.map((item) => ({
				...read.readItem(item),
				recheckItems: item.recheckItems.map(read.readItemVerdict),
			})),
		})),
		counselOpinions: tree.counselOpinions.map(read.readConclusion),
		rechecks: tree.rechecks.map(read.readDecision),
		clearances: tree.clearances.map(read.readClearance),
	}
}
