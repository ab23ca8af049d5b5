/** The words around the pages of a packet that are no papers of their own: the cleared text, and what changed in it. */
export const MEETING_PAPER = {
	hash: (hash: string) =>
		`议题文本校验码 ${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} ${hash.slice(12, 16)}`,
	text: (number: string) => `议题${number}文本`,
	changes: (number: string) => `议题${number}修改对照`,
	changesLead: (from: number, to: number) =>
		`审查意见所附第${from}稿与通过审查的第${to}稿对照：增加的加下划线，删去的加斜线。`,
	clauses: (old: string, now: string) =>
		now === ''
			? `原${old}（删去）`
			: old === ''
				? `${now}（新增）`
				: old === now
					? now
					: `原${old}，现${now}`,
} as const
