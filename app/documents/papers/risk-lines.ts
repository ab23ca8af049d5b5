import { writeNumber } from '#app/domain/legal-text/chinese-number.ts'
import { type FlaggedRisk, linesOf } from '#app/domain/opinion/flagged-risk.ts'
import type { PaperNode } from '#app/domain/paper/paper.ts'
import { type Source, asSentence, line, say, withoutStop } from './say.ts'

/** What an opinion says of the risk that it flags. */
export type StatedRisk = Omit<FlaggedRisk, 'isUnprohibited'>

/** 明示法律风险 as papers say it: why no rule speaks of it, each risk, each measure (Decree 713 art. 25). */
export function riskLines({ ground, risks, measures }: StatedRisk, row: Source): PaperNode[] {
	return [
		line('paragraph', say('risk.ground', { words: row(asSentence(ground)) })),
		line('paragraph', say('risk.unprohibited')),
		line('strong', say('risk.risks', { list: row.computed(numbered(risks)) })),
		line('paragraph', say('risk.measures', { list: row.computed(numbered(measures)) })),
	]
}

/** One alone needs no numeral. */
function numbered(written: string): string {
	const lines = linesOf(written)
	if (lines.length < 2) return asSentence(lines[0] ?? '')
	const listed = lines.map((each, at) => `（${writeNumber(at + 1)}）${withoutStop(each)}`)
	return asSentence(listed.join('；'))
}
