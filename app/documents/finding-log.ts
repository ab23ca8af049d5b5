import {
	excerptOf,
	FINDING_BLOCKS,
	type DraftFinding,
	type DraftFindingCode,
	type FindingDetail,
} from './draft-reading.ts'

/** Findings named one by one per code; the rest is counted in one more. */
const NAMED_PER_CODE = 200

/** Collects findings, so that ten thousand tracked changes are still an answer that a page can show. */
export type FindingLog = {
	/** Names what was found; the words concerned are given whole and cut for the page. */
	readonly add: (code: DraftFindingCode, detail: FindingDetail) => void
	/** Whether something of one of these kinds was found. */
	readonly has: (...codes: readonly DraftFindingCode[]) => boolean
	readonly list: () => DraftFinding[]
	/** The words of all findings, whole, a line each: what nobody sees on the page is searched all the same. */
	readonly words: () => string
}

export function openFindingLog(): FindingLog {
	const named: DraftFinding[] = []
	const seen = new Map<DraftFindingCode, number>()
	const words = new Set<string>()
	return {
		add: (code, detail) => {
			const count = (seen.get(code) ?? 0) + 1
			seen.set(code, count)
			if (detail.excerpt !== undefined) words.add(detail.excerpt)
			if (count <= NAMED_PER_CODE) named.push({ code, detail: cut(detail), blocking: FINDING_BLOCKS[code] })
		},
		has: (...codes) => codes.some((code) => seen.has(code)),
		words: () => [...words].join('\n'),
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

function cut(detail: FindingDetail): FindingDetail {
	return detail.excerpt === undefined ? detail : { ...detail, excerpt: excerptOf(detail.excerpt) }
}
