/** The lines at the foot of a paper, which are about the seal and no sentences of the paper. */
export const SEAL_WORDS = {
	/** On the file and on the page alike: what the paper is checked by, and where. */
	printed: (number: string | null, hash: string, code: string): readonly string[] => [
		`封存校验码 ${hash}　验真码 ${code}`,
		number === null
			? '本件没有文号，不能在验真页查验。'
			: '查验真伪：在本系统网址后加 /verify，输入文号和验真码。',
	],
	sealed: (time: string) => `${time}封存`,
	unsealed: '草稿，没有封存',
} as const
