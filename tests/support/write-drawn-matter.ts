import type { TestShell } from './open-test-shell.ts'
import { hasInterest, writeAssignment, writeRecusals } from './write-drawn-hands.ts'
import type { DrawnMatter, WideDistrict } from './wide-district.ts'
import { writeItems } from './write-drawn-items.ts'

const HASH = 'c'.repeat(64)

/** Writes a drawn matter with everything that hangs on it, and gives its id. */
export async function writeDrawnMatter(
	shell: TestShell,
	district: WideDistrict,
	drawn: DrawnMatter,
): Promise<string> {
	const { jurisdictionId } = district
	const id = shell.newId()
	const at = shell.now()
	await shell.db.matter.create({
		data: {
			jurisdictionId,
			id,
			title: '某事项',
			state: drawn.state,
			stateSince: at,
			round: drawn.round,
			revision: 0,
			organId: district.organ(drawn.organ),
			unitId: district.unit(drawn.organ, drawn.unit),
			drafterId: 'ann',
			reviewOrganId: drawn.reviewOrgan && district.organ(drawn.reviewOrgan),
			reviewUnitId:
				drawn.reviewOrgan && drawn.reviewUnit && district.unit(drawn.reviewOrgan, drawn.reviewUnit),
			reviewerId: drawn.reviewerId,
			awaitingHead: drawn.awaitingHead,
			awaitingSignature: drawn.awaitingSignature,
			changedAfterClearance: drawn.changedAfterClearance,
			openedAt: at,
			submittedAt: drawn.wasSubmitted ? at : null,
			tracks: { create: drawn.tracks.map((track) => ({ track })) },
		},
	})
	const former = await writeVersion(shell, jurisdictionId, id, 1)
	const current = await writeVersion(shell, jurisdictionId, id, 2)
	await shell.db.matter.update({
		where: { jurisdictionId_id: { jurisdictionId, id } },
		data: { currentVersionId: current },
	})
	await writeReview(shell, jurisdictionId, id, drawn, { former, current })
	await writeRecusals(shell, { jurisdictionId, matterId: id }, drawn)
	await writeClock(shell, { jurisdictionId, matterId: id }, drawn)
	await writeItems(shell, district, id, drawn)
	return id
}

async function writeVersion(shell: TestShell, jurisdictionId: string, matterId: string, versionNo: number) {
	const id = shell.newId()
	await shell.db.draftVersion.create({
		data: {
			jurisdictionId,
			id,
			matterId,
			versionNo,
			contentSha256: HASH,
			text: '',
			findings: '[]',
			isSound: true,
			uploadedBy: 'ann',
			postId: 'post',
			uploadedAt: shell.now(),
		},
	})
	return id
}

type Versions = { readonly former: string; readonly current: string }

async function writeReview(
	shell: TestShell,
	jurisdictionId: string,
	matterId: string,
	drawn: DrawnMatter,
	{ former, current }: Versions,
): Promise<void> {
	const { db } = shell
	const at = shell.now()
	const own = { jurisdictionId, matterId }
	for (const { isOfCurrent, isAnswered } of drawn.waivers) {
		const request = {
			...own,
			id: shell.newId(),
			versionId: isOfCurrent ? current : former,
			contentSha256: HASH,
		}
		const words = {
			characters: '[{"codePoint":"U+200B","count":1}]',
			reason: '理由',
			requestedBy: 'ann',
			postId: 'post',
		}
		await db.waiverRequest.create({ data: { ...request, ...words, requestedAt: at } })
		if (isAnswered)
			await db.waiverDecision.create({
				data: {
					jurisdictionId,
					requestId: request.id,
					decision: 'granted',
					reason: '可以',
					decidedBy: 'ben',
					postId: 'post',
					decidedAt: at,
				},
			})
	}
	for (const assignment of drawn.assignments) await writeAssignment(shell, own, assignment)
	for (const { round, personId, conclusion, isDisposed } of drawn.counsel) {
		if (await hasInterest(shell, own, personId)) continue
		const id = shell.newId()
		await db.counselOpinion.create({
			data: {
				...own,
				id,
				round,
				versionId: current,
				personId,
				postId: 'post',
				conclusion,
				text: '',
				hasNoConflict: true,
				signedAt: at,
			},
		})
		if (isDisposed)
			await db.counselDisposition.create({
				data: {
					jurisdictionId,
					counselOpinionId: id,
					text: '说明',
					disposedBy: 'ben',
					postId: 'post',
					disposedAt: at,
				},
			})
	}
	await writeOpinions(shell, own, drawn, current)
	if (drawn.checkedRound !== null)
		await db.opinionDraft.create({
			data: {
				...own,
				round: drawn.checkedRound,
				versionId: current,
				body: '{}',
				savedBy: 'ann',
				savedAt: at,
				checkedAt: at,
			},
		})
}

async function writeClock(
	shell: TestShell,
	own: { readonly jurisdictionId: string; readonly matterId: string },
	{ requests, isClockStopped }: DrawnMatter,
): Promise<void> {
	const { jurisdictionId } = own
	const at = shell.now()
	for (const { kind, isAnswered } of requests) {
		const id = shell.newId()
		const request = { ...own, id, kind, cause: 'hearing', words: '等', requestedBy: 'ann', postId: 'post' }
		await shell.db.matterRequest.create({ data: { ...request, requestedAt: at } })
		const answer = { jurisdictionId, requestId: id, isGranted: true, reason: '可', decidedBy: 'dou' }
		if (isAnswered)
			await shell.db.requestDecision.create({ data: { ...answer, postId: 'post', decidedAt: at } })
	}
	if (!isClockStopped) return
	const period = { kind: 'review', startsOn: '2026-11-23', periodDays: 5, dueOn: '2026-11-30' }
	const deadlineId = shell.newId()
	await shell.db.deadline.create({ data: { ...own, ...period, id: deadlineId, isProvisional: false } })
	const stop = { jurisdictionId, id: shell.newId(), deadlineId, cause: 'hearing', startsOn: '2026-11-24' }
	await shell.db.deadlineStop.create({ data: stop })
}

async function writeOpinions(
	shell: TestShell,
	own: { readonly jurisdictionId: string; readonly matterId: string },
	{ opinions }: DrawnMatter,
	versionId: string,
): Promise<void> {
	for (const [at, { isRevoked }] of opinions.entries()) {
		const id = shell.newId()
		await shell.db.opinion.create({
			data: {
				...own,
				id,
				round: at + 1,
				versionId,
				contentSha256: HASH,
				number: id,
				conclusion: 'amend',
				summary: '',
				bodySha256: HASH,
				reviewerId: 'ann',
				checkerId: 'ben',
				signerId: 'cai',
				signerPostId: 'post',
				isTwoPerson: false,
				signedAt: new Date(shell.now().getTime() + at),
			},
		})
		if (isRevoked)
			await shell.db.opinionRevocation.create({
				data: {
					jurisdictionId: own.jurisdictionId,
					opinionId: id,
					reason: '有误',
					revokedBy: 'cai',
					postId: 'post',
					revokedAt: shell.now(),
				},
			})
	}
}
