import type { ENTERED_SOURCES } from '#app/domain/consultation/comment-source.ts'
import { type CommentGiven, judgeReceivedOn } from '#app/domain/consultation/comment.ts'
import { openConsultation } from '#app/domain/consultation/consultation.ts'
import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import { NAME_LIMIT, readWords } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import { type MatterOrder, commandOnMatter } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { readComment, writeComment } from './write-comment.server.ts'

/** A comment that somebody else took down: which contact point, or a letter, and on which day it came. */
export type EnteredComment = CommentGiven & {
	readonly source: (typeof ENTERED_SOURCES)[number]
	readonly pointName: string
	readonly receivedOn: PlainDate
}

/** Enters what a legislative contact point collected, under its name, or what came by letter, telephone or at a meeting. */
export async function enterComment(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: EnteredComment,
): Promise<Result<Done<{ receipt: string }>, Refusal>> {
	const body = { ...given }
	return commandOnMatter(shell, actor, { ...order, body }, { act: 'comment.entered' }, async (work) => {
		const open = openConsultation(work.matter)
		if (!open) throw new Error('a consultation is open, or the machine had refused')
		const said = readComment(given)
		if (!said.ok) return said
		const point = given.source === 'letter' ? null : readWords('pointName', given.pointName, NAME_LIMIT)
		if (point && !point.ok) return point
		const received = judgeReceivedOn(given.receivedOn, open, work.today)
		if (!received.ok) return received
		const { jurisdictionId, id: matterId } = work.matter
		const id = shell.newId()
		const written = await writeComment(
			work.tx,
			{ jurisdictionId, id: open.id, matterId, toDay: open.toDay },
			{
				...said.value,
				...{ id, source: given.source, pointName: point?.value ?? null, article: null },
				...{ receivedOn: received.value, at: work.at },
				by: { personId: actor.personId, postId: work.post.id },
			},
		)
		const { number, isLate, receipt } = written
		work.note({ consultation: open.id, comment: id, number, source: given.source, isLate })
		return accept({ receipt })
	})
}
