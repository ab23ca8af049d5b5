import { FINDING_BLOCKS } from './draft-reading.ts'
import type { DraftFinding, DraftFindingCode, FindingDetail } from './draft-reading.ts'

/** Findings named one by one per code; the rest is counted in one more. */
const NAMED_PER_CODE = 200

/** Collects findings, so that ten thousand tracked changes are still an answer that a page can show. */
export type FindingLog = {
	readonly add: (code: DraftFindingCode, detail: FindingDetail) => void
	readonly list: () => DraftFinding[]
}

export function openFindingLog(): FindingLog {
	const named: DraftFinding[] = []
	const seen = new Map<DraftFindingCode, number>()
	return {
		add: (code, detail) => {
			const count = (seen.get(code) ?? 0) + 1
			seen.set(code, count)
			if (count <= NAMED_PER_CODE) named.push({ code, detail, blocking: FINDING_BLOCKS[code] })
		},
		list: () => {
			const rest = [...seen]
				.filter(([, count]) => count > NAMED_PER_CODE)
				.map(([code, count]) => ({
					code,
					detail: { count: count - NAMED_PER_CODE },
					blocking: FINDING_BLOCKS[code],
				}))
			return [...named, ...rest]
		},
	}
}
