import { paragraphsIn } from '#app/domain/legal-text/placed-document.ts'
import type { MeetingItem } from '#app/domain/meeting/meeting-record.ts'
import { type StudiedText, type StudyStatute, studyList } from '#app/domain/meeting/study-list.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { readVersionFromBytes } from '#app/services/files/read-as-stored.server.ts'
import { type MeetingHeading, openMeeting } from '#app/services/meeting/open-meeting.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

export type StudyPage = {
	readonly heading: MeetingHeading
	readonly statutes: readonly StudyStatute[]
	/** The statutes that a slot of the agenda names already. */
	readonly chosen: readonly string[]
}

/** Reads which statutes the cleared texts on an agenda rest on (会前学法), from the bytes that were cleared. */
export async function readStudyList(
	shell: Shell,
	actor: Actor,
	meetingId: string,
): Promise<Result<StudyPage, Refusal>> {
	const opened = await openMeeting(shell, actor, meetingId, 'packet.read')
	if (!opened.ok) return opened
	const { meeting, heading } = opened.value
	const texts: StudiedText[] = []
	for (const item of meeting.items)
		if (item.listing) texts.push(await textOf(shell, item, item.listing.versionId))
	const statutes = studyList(texts)
	const slots = meeting.items.filter(({ kind, state }) => kind === 'study' && state !== 'removed')
	const chosen = statutes.filter(({ title }) => slots.some((slot) => slot.title.includes(title)))
	return accept({ heading, statutes, chosen: chosen.map(({ title }) => title) })
}

async function textOf(shell: Shell, item: MeetingItem, versionId: string): Promise<StudiedText> {
	const { files } = await shell.db.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId: item.jurisdictionId, id: versionId } },
		select: { files: true },
	})
	const { document } = await readVersionFromBytes(shell, files)
	const lines = document.blocks.flatMap(paragraphsIn).map(({ label, body }) => label + body)
	return { title: item.title, text: lines.join('\n') }
}
