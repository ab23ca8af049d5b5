import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import type { Track } from '#app/domain/matter/track.ts'

/** With whom a published document is filed for record (备案机关), in the order in which they are shown. */
export const FILING_ORGANS = ['upper-government', 'peoples-congress', 'own-government'] as const

export type FilingOrgan = (typeof FILING_ORGANS)[number]

/** A filing of the published document with an organ (备案), oldest first. Days are plain dates. */
export type FilingRecord = {
	readonly filedWith: FilingOrgan
	readonly reportNumber: string
	readonly filedOn: string
	readonly receipt: string
	readonly filedBy: string
	readonly filedAt: Date
}

export type FilingsPart = { readonly filings: readonly FilingRecord[] }

/** Who must file what with an organ. */
type FilingDuty = { readonly tracks: readonly Track[]; readonly issuers: readonly Issuer[] }

/**
 * 报备 (国办发〔2018〕37号 (十); 地方组织法 art. 75): normative documents of the government, or of its office, go to the
 * government above and to the standing committee of the people's congress of the same level (监督法 art. 39); those of a
 * department or a street, also with the government's approval, go to their own government. Of what several organs issue
 * together the lead files, which is the one that drafts here. Decisions, contracts and other papers that are no normative
 * documents are filed by nobody; what an emergency order owes is a filing of its own (突发事件应对法 art. 25).
 */
const FILING_DUTIES: Readonly<Record<FilingOrgan, FilingDuty>> = {
	'upper-government': { tracks: ['normative-document'], issuers: ['government'] },
	'peoples-congress': { tracks: ['normative-document'], issuers: ['government'] },
	'own-government': { tracks: ['normative-document'], issuers: ['approved-by-government', 'own-organ'] },
}

/** What of a matter says with whom its document is filed. */
type Published = { readonly tracks: readonly Track[]; readonly issuer: Issuer }

/** What was filed of it already. */
type Filed = Pick<FilingRecord, 'filedWith'>

/** The organs with which the document of a matter is filed once it is published; none where nothing is owed. */
export function filingsOwed({ tracks, issuer }: Published): FilingOrgan[] {
	return FILING_ORGANS.filter((organ) => {
		const duty = FILING_DUTIES[organ]
		return duty.issuers.includes(issuer) && duty.tracks.some((track) => tracks.includes(track))
	})
}

/** Those of them with which it is not filed yet. */
export function filingsOpen(matter: Published & { readonly filings: readonly Filed[] }): FilingOrgan[] {
	return filingsOwed(matter).filter((organ) => !matter.filings.some(({ filedWith }) => filedWith === organ))
}

/**
 * Whether something is still to be filed after the next act on the document: after its publication all that it owes, while
 * it is being filed one less, since each act files with one organ. No day and no delay changes it.
 */
export function filingsAfter(
	matter: Published & { readonly state: MatterState; readonly filings: readonly Filed[] },
): 'owed' | 'none' {
	const left = filingsOpen(matter).length - (matter.state === 'filing' ? 1 : 0)
	return left > 0 ? 'owed' : 'none'
}
