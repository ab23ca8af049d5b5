import type { EmergencyRecord, EmergencyStep } from '#app/domain/matter/emergency-order.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'

/** A step of an order as it is written: of which leader, and in what words. */
type Said = {
	readonly step: EmergencyStep
	readonly leaderId: string
	readonly leaderName: string
	readonly words: string
	readonly ground?: string
	readonly doneOn?: string
}

/** The hash of the text that a matter has now; what is ordered, asked for or revoked has one. */
export function presentText({ matter }: MatterWork): { versionId: string; contentSha256: string } {
	const { currentVersion } = matter
	if (!currentVersion) throw new Error(`matter ${matter.id} has no text`)
	return { versionId: currentVersion.id, contentSha256: currentVersion.contentSha256 }
}

/** Writes a step, about the present text or about that of the order that it belongs to. */
export async function writeStep(
	work: MatterWork,
	said: Said,
	about?: Pick<EmergencyRecord, 'contentSha256' | 'title' | 'versionId'>,
): Promise<{ readonly order: string; readonly contentSha256: string; readonly leader: string }> {
	const { jurisdictionId, id: matterId } = work.matter
	const { versionId, contentSha256, title } = about ?? { ...presentText(work), title: work.matter.title }
	const id = work.shell.newId()
	const { ground = '', ...rest } = said
	await work.tx.emergencyStep.create({
		data: {
			...{ jurisdictionId, id, matterId, versionId, contentSha256, title, ground, ...rest },
			recordedBy: work.actor.personId,
			postId: work.post.id,
			recordedAt: work.at,
		},
	})
	return { order: id, contentSha256, leader: said.leaderId }
}
