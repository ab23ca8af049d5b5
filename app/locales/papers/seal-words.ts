/** The line at the foot of a paper, which is about the seal and no sentence of the paper. */
export const SEAL_WORDS = {
	sealed: (time: string, hash: string, code: string) => `${time}封存　封存校验码 ${hash}　验真码 ${code}`,
	unsealed: '草稿，没有封存',
} as const
