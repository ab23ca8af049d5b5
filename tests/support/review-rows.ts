import { byAnAct } from './by-an-act.ts'
import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import type { SampleOrganisation } from './sample-organisation.ts'
import type { TestShell } from './open-test-shell.ts'

/*
 * Rows as the review leaves them, written without its services: what the drafting side does next must hold
 * whichever way they came to be.
 */

const NO_HASH = '0'.repeat(64)

/** Signs an opinion on the current version with one mandatory item, and gives the matter back for revision. */
export async function opinionWithItem(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
): Promise<string> {
	const itemId = shell.newId()
	const opinionId = await writeOpinion(shell, org, matterId, 'amend')
	await byAnAct(shell, (tx) =>
		tx.opinionItem.create({
			data: {
				jurisdictionId: org.jurisdictionId,
				id: itemId,
				opinionId,
				position: 1,
				kind: 'must',
				anchor: 'art-3',
				place: '第三条',
				quote: '培训证明',
				problem: '要求提交无谓证明。',
				ground: '国办发〔2018〕37号 (一)',
				suggestion: '删去。',
			},
		}),
	)
	await becomes(shell, org, matterId, 'revising')
	return itemId
}

/** Clears the current version, signed with our key or by somebody who has none, and returns the clearance's id. */
export async function clearanceOn(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	hand: 'ours' | 'forged' = 'ours',
): Promise<string> {
	const opinionId = await writeOpinion(shell, org, matterId, 'lawful')
	const version = await currentVersion(shell, org, matterId)
	const clearanceId = shell.newId()
	const { jurisdictionId } = org
	const bound = { matterId, versionId: version.id, contentSha256: version.contentSha256 }
	const { signer } = org.actors
	const row = {
		...bound,
		jurisdictionId,
		id: clearanceId,
		kind: 'reviewed',
		opinionId,
		number: `青司审通〔2026〕${clearanceId.slice(-4)}号`,
		signedBy: signer.personId,
		postId: signer.posts[0]?.id ?? '',
		keyId: shell.clearanceKey.keyId,
		issuedAt: shell.now(),
		expiresAt: null,
		explanation: null,
	}
	const signature = hand === 'ours' ? shell.clearanceKey.sign(signedClearance(row)) : 'test'
	await byAnAct(shell, (tx) => tx.clearance.create({ data: { ...row, signature } }))
	await byAnAct(shell, (tx) =>
		tx.clearanceState.create({
			data: { jurisdictionId, clearanceId, state: 'valid', changedAt: shell.now() },
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.clearanceLive.create({ data: { ...bound, jurisdictionId, clearanceId, state: 'valid' } }),
	)
	await becomes(shell, org, matterId, 'cleared')
	return clearanceId
}

/** Puts a cleared matter's proposal onto the agenda of a new meeting; returns the item's id. */
export async function listingOf(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
): Promise<string> {
	const { jurisdictionId } = org
	const live = await shell.db.clearanceLive.findFirstOrThrow({ where: { matterId } })
	const item = await shell.db.agendaItem.findFirstOrThrow({ where: { matterId, state: 'proposed' } })
	const meetingId = shell.newId()
	const { secretary } = org.actors
	await byAnAct(shell, (tx) =>
		tx.meeting.create({
			data: {
				jurisdictionId,
				id: meetingId,
				organId: org.organs.office,
				kind: 'standing',
				title: '第43次常务会议',
				state: 'preparing',
				startsAt: new Date('2026-12-04T01:00:00Z'),
				place: '三楼会议室',
				createdBy: secretary.personId,
				createdAt: shell.now(),
				revision: 1,
			},
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.agendaItem.updateMany({
			where: { id: item.id },
			data: { meetingId, state: 'listed', position: 1 },
		}),
	)
	const { clearanceId, versionId, contentSha256 } = live
	await byAnAct(shell, (tx) =>
		tx.agendaListing.create({
			data: {
				jurisdictionId,
				agendaItemId: item.id,
				meetingId,
				clearanceId,
				matterId,
				versionId,
				contentSha256,
				listedBy: secretary.personId,
				listedAt: shell.now(),
			},
		}),
	)
	return item.id
}

/** Opens a supplement list of these items, from the state the matter is in. */
export async function supplementOf(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	items: readonly string[],
): Promise<string> {
	const supplementId = shell.newId()
	const { jurisdictionId } = org
	const matter = await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })
	await byAnAct(shell, (tx) =>
		tx.supplement.create({
			data: {
				jurisdictionId,
				id: supplementId,
				matterId,
				number: 1,
				requestedBy: org.actors.registrar.personId,
				requestedAt: shell.now(),
			},
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.supplementItem.createMany({
			data: items.map((what, index) => ({
				jurisdictionId,
				supplementId,
				position: index + 1,
				what,
				reason: '材料不全。',
			})),
		}),
	)
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({
			where: { id: matterId },
			data: { state: 'supplement', supplementFrom: matter.state },
		}),
	)
	return supplementId
}

/** Moves a matter's state as the review would, with the hands that it leaves. */
export async function becomes(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	state: string,
): Promise<void> {
	const { reviewer, checker, signer } = org.actors
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({
			where: { id: matterId },
			data: { state, reviewerId: reviewer.personId, checkerId: checker.personId, signerId: signer.personId },
		}),
	)
}

async function writeOpinion(shell: TestShell, org: SampleOrganisation, matterId: string, conclusion: string) {
	const id = shell.newId()
	const version = await currentVersion(shell, org, matterId)
	const { reviewer, checker, signer } = org.actors
	await byAnAct(shell, (tx) =>
		tx.opinion.create({
			data: {
				jurisdictionId: org.jurisdictionId,
				id,
				matterId,
				round: 1,
				versionId: version.id,
				contentSha256: version.contentSha256,
				number: `青司审〔2026〕${id.slice(-4)}号`,
				conclusion,
				summary: '经审查，提出以上意见。',
				bodySha256: NO_HASH,
				reviewerId: reviewer.personId,
				checkerId: checker.personId,
				signerId: signer.personId,
				signerPostId: signer.posts[0]?.id ?? '',
				isTwoPerson: false,
				signedAt: shell.now(),
			},
		}),
	)
	return id
}

async function currentVersion(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const matter = await shell.db.matter.findFirstOrThrow({
		where: { jurisdictionId: org.jurisdictionId, id: matterId },
		include: { currentVersion: true },
	})
	if (!matter.currentVersion) throw new Error('the matter has no version')
	return matter.currentVersion
}
