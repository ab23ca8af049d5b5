/**
 * Where the text of a document in the library came from. Today: what was issued under its number (`issued`), and old
 * documents that two persons have brought in (`imported`, 历史文件导入). The others stand in what earlier releases entered.
 */
export const TEXT_SOURCES = ['file', 'pasted', 'decided', 'issued', 'imported'] as const

export type TextSource = (typeof TEXT_SOURCES)[number]
