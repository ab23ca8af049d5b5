import type { SignedFormat } from '#app/domain/audit-chain/signed-row.ts'
import type { FilingOrgan } from '#app/domain/register/filing.ts'
import type { RestsOn } from '#app/domain/register/rests-on.ts'
import type { DoingDefinition, Grant } from './definition.ts'
import { OWN_UNIT } from './who.ts'

type OnText = { readonly registration: string; readonly contentSha256: string }

/** What the trail keeps of each act that brings a decided text to the public. */
export type IssueDetails = {
	'text.registered': OnText & {
		readonly number: string
		readonly title: string
		readonly issuer: string
		/** On the signed check where a meeting passed it in principle; else on the clearance, and on a ruling from above where it was referred. */
		readonly restsOn: RestsOn
	}
	'text.numbered': OnText & { readonly documentNumber: string }
	'text.issued': OnText & { readonly issuedOn: string }
	'text.published': OnText & {
		readonly document: string
		readonly publishedOn: string
		/** The format that the document's row was signed in; entries of before say nothing of it. */
		readonly signed: SignedFormat
	}
	'text.filed': OnText & {
		readonly document: string
		readonly filedWith: FilingOrgan
		readonly reportNumber: string
		/** A plain date. */
		readonly filedOn: string
		readonly receipt: string
	}
	'matter.concluded': { readonly contentSha256: string; readonly concludedOn: string; readonly words: string }
}

/**
 * 三统一 (国办发〔2018〕37号 (八)): the office whose meeting decided registers, numbers and issues; the review body's
 * intake helps. A department's own document stays with its own office.
 */
const ISSUING: readonly Grant[] = [
	{ role: 'secretary', where: 'on-own-agenda' },
	{ role: 'registrar', where: 'review-body' },
]

const PAGE = '/register/issuing/:matterId'

/** Where a document goes that is public: to its filing, as long as one is owed. */
const TO_BE_FILED = { by: 'filingsAfter', to: { owed: 'filing', none: 'published' } } as const

/** 登记 → 编号 → 印发 → 公布, after which the document stands in the library (入库) and in force, and → 备案. */
export const ISSUE_ACTS = {
	'text.registered': {
		matter: { issuing: 'registered' },
		who: ISSUING,
		asks: ['is-for-the-register'],
		page: PAGE,
		told: ['drafter', 'head'],
		offered: 'where-called-for',
		turn: { role: 'secretary', because: ['to-be-registered'] },
	},
	'text.numbered': {
		matter: { registered: 'numbered' },
		who: ISSUING,
		page: PAGE,
		told: ['drafter'],
		turn: { role: 'secretary', because: ['to-be-numbered'] },
	},
	'text.issued': {
		matter: { numbered: 'issued' },
		who: ISSUING,
		page: PAGE,
		told: ['drafter', 'head'],
		turn: { role: 'secretary', because: ['to-be-issued'] },
	},
	'text.published': {
		matter: { issued: TO_BE_FILED },
		who: ISSUING,
		page: PAGE,
		told: ['drafter', 'head', 'reviewer'],
		turn: { role: 'secretary', because: ['to-be-published'] },
	},
	// 备案 is a record and no permission: what is published has effect by its publication, filed or not.
	'text.filed': {
		matter: { filing: TO_BE_FILED },
		who: ISSUING,
		page: PAGE,
		told: ['drafter', 'head'],
		turn: { role: 'secretary', because: ['to-be-filed'] },
	},
	// A contract is signed, a purely internal paper goes to those inside: neither is published.
	'matter.concluded': {
		matter: { issuing: 'concluded' },
		who: OWN_UNIT,
		asks: ['is-not-for-the-register'],
		page: '/matters/:matterId/conclude',
		told: ['head', 'reviewer'],
		offered: 'where-called-for',
		turn: { role: 'drafter', because: ['to-be-concluded'] },
	},
} as const satisfies Record<keyof IssueDetails, DoingDefinition>
