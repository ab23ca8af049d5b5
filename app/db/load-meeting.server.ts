import type { MeetingRecord } from '#app/domain/meeting/meeting-record.ts'
import { capacityOf, followUpStepOf, meetingKindOf } from './code-columns.server.ts'
import { findTree } from './find-trees.server.ts'
import { readAgendaItem, readMeeting, readOutcome, readVoice } from './matter-record-rows.server.ts'
import type { Tx } from './open-database.server.ts'

export const MEETING_PARTS = {
	organ: { select: { name: true } },
	items: {
		orderBy: { position: 'asc' },
		include: {
			listing: true,
			outcome: true,
			matter: { select: { reviewOrgan: { select: { name: true } } } },
		},
	},
	attendances: { orderBy: { position: 'asc' } },
	offSystem: { orderBy: { id: 'asc' } },
	discussions: { orderBy: { id: 'asc' }, include: { voices: { orderBy: { position: 'asc' } } } },
	corrections: { orderBy: { id: 'asc' } },
	followUps: {
		orderBy: { id: 'asc' },
		include: { organ: { select: { name: true } }, steps: { orderBy: { id: 'asc' } } },
	},
	urgents: true,
	approvals: { orderBy: { id: 'asc' } },
} as const

/** Loads one meeting, or null when the jurisdiction has none with this id. One query. */
export async function loadMeeting(
	tx: Pick<Tx, '$queryRaw'>,
	jurisdictionId: string,
	meetingId: string,
): Promise<MeetingRecord | null> {
	const tree = await findTree(tx, 'meeting', {
		where: { jurisdictionId, id: meetingId },
		include: MEETING_PARTS,
	})
	return (
		tree && {
			...readMeeting(tree),
			kind: meetingKindOf(tree.kind),
			items: tree.items.map(({ matter, ...item }) => ({
				...readAgendaItem(item),
				reviewOrgan: matter?.reviewOrgan ?? null,
				outcome: item.outcome && readOutcome(item.outcome),
			})),
			discussions: tree.discussions.map((each) => ({ ...each, voices: each.voices.map(readVoice) })),
			followUps: tree.followUps.map(({ steps, ...task }) => ({
				...task,
				steps: steps.map((each) => ({ ...each, step: followUpStepOf(each.step) })),
			})),
			attendances: tree.attendances.map((each) => ({ ...each, capacity: capacityOf(each.capacity) })),
		}
	)
}
