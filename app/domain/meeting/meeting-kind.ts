import type { Track } from '#app/domain/matter/track.ts'

/** 政府常务会议、政府全体会议、政府专题会议、部门办公会议（局务会） (Decree 713 art. 30; 国办发〔2018〕37号 (七)). */
export const MEETING_KINDS = ['standing', 'plenary', 'thematic', 'office'] as const

export type MeetingKind = (typeof MEETING_KINDS)[number]

/** What only the whole of a deciding organ decides, or its standing meeting. */
const OF_THE_WHOLE: readonly Track[] = ['government-decision', 'department-decision', 'normative-document']

/**
 * Whether a meeting of this kind may decide a matter of these tracks. A major decision is discussed by the standing or the
 * plenary meeting (Decree 713 art. 30), a normative document of the government is decided there (国办发〔2018〕37号 (七));
 * a thematic meeting settles other papers and contracts. What an organ decides alone goes to its office meeting.
 */
export function mayDecide(kind: MeetingKind, tracks: readonly Track[]): boolean {
	return kind !== 'thematic' || !tracks.some((track) => OF_THE_WHOLE.includes(track))
}

/** The items that need no matter, because nothing is decided in them: 会前学法 and 传达学习. */
export const SLOT_KINDS = ['study', 'transmission'] as const

export type SlotKind = (typeof SLOT_KINDS)[number]

/** What an agenda item is: one that decides something and has a matter, or a plain slot. */
export const AGENDA_ITEM_KINDS = ['decision', ...SLOT_KINDS] as const

export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number]
