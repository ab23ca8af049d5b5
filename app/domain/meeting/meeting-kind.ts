/** 政府常务会议、政府全体会议、部门办公会议 (Decree 713 art. 30; 国办发〔2018〕37号 (七)). */
export const MEETING_KINDS = ['standing', 'plenary', 'office'] as const

export type MeetingKind = (typeof MEETING_KINDS)[number]

/** The items that need no matter, because nothing is decided in them: 会前学法 and 传达学习. */
export const SLOT_KINDS = ['study', 'transmission'] as const

export type SlotKind = (typeof SLOT_KINDS)[number]

/** What an agenda item is: one that decides something and has a matter, or a plain slot. */
export const AGENDA_ITEM_KINDS = ['decision', ...SLOT_KINDS] as const

export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number]
