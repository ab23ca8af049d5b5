import { type KeyObject, sign, verify } from 'node:crypto'
import { namesOf } from '#app/domain/record-of.ts'
import { canonicalJson } from './canonical-json.ts'
import type { SignedText } from './clearance-signature.ts'
import type { RowValue } from './sealed-row.ts'

/** Rows that are signed when they are written: what each format signs, and the instant at which it was signed. */
const FORMATS = {
	/** 审查意见. `bodySha256` is the hash of the whole of it, as it lay before who signed. */
	opinion: {
		format: 'yiqian-opinion/1',
		at: 'signedAt',
		fields:
			'jurisdictionId id matterId round versionId contentSha256 number conclusion summary bodySha256 reviewerId checkerId signerId signerPostId isTwoPerson signedAt keyId',
	},
	/** 议定结果. */
	agenda_outcome: {
		format: 'yiqian-outcome/1',
		at: 'recordedAt',
		fields:
			'jurisdictionId agendaItemId meetingId matterId clearanceId outcome decisionText dissent recordedBy postId recordedAt keyId',
	},
	/** 规范性文件库. */
	published_document: {
		format: 'yiqian-register/1',
		at: 'registeredAt',
		fields:
			'jurisdictionId id title documentNumber issuer publishedOn effectiveOn validUntil publishedIn textSha256 source fileSha256 matterId clearanceId versionId contentSha256 registeredBy postId registeredAt keyId',
	},
	/** 法律顾问意见. */
	counsel_opinion: {
		format: 'yiqian-counsel-opinion/1',
		at: 'signedAt',
		fields:
			'jurisdictionId id matterId round versionId contentSha256 personId postId conclusion text hasNoConflict signedAt keyId',
	},
	/** 复核, where it was signed. `bodySha256` is the hash of its verdicts on items and procedure. */
	recheck: {
		format: 'yiqian-recheck/1',
		at: 'decidedAt',
		fields:
			'jurisdictionId id matterId opinionId versionId contentSha256 kind result note bodySha256 reviewerId proposedAt decision decisionText decidedBy decidedPostId decidedAt keyId',
	},
	/** 会后核对, where it was signed. */
	meeting_check_decision: {
		format: 'yiqian-post-check/1',
		at: 'decidedAt',
		fields:
			'jurisdictionId checkId matterId versionId contentSha256 reviewerId decidedBy postId decidedAt keyId',
	},
} as const

/** A table whose rows are signed, beside the clearances. */
export type SignedTable = keyof typeof FORMATS

export type SignedFormat = (typeof FORMATS)[SignedTable]['format']

/** What of a row may be signed; an instant as itself or as ISO text in UTC, true as 1. */
type Fields = Readonly<Record<string, RowValue | boolean | Date | undefined>>

/** The tables whose rows are signed. */
export const SIGNED_TABLES: readonly SignedTable[] = namesOf(FORMATS)

/** Whether the rows of a table are signed. */
export function isSignedTable(table: string): table is SignedTable {
	return table in FORMATS
}

/** What the format of a table's rows is called. */
export function formatOf<Table extends SignedTable>(table: Table): (typeof FORMATS)[Table]['format'] {
	return FORMATS[table].format
}

/** The field that says when a row of a table was signed. */
export function instantOf(table: SignedTable): string {
	return FORMATS[table].at
}

/** What is signed of a row: exactly the fields of its format. More of them do no harm; one that is absent is null. */
export function signedRowText(table: SignedTable, row: Fields): SignedText {
	const { format, fields } = FORMATS[table]
	const signed = Object.fromEntries(fields.split(' ').map((field) => [field, plain(row[field])]))
	return { format, text: canonicalJson(signed) }
}

function plain(value: Fields[string]): RowValue {
	if (value instanceof Date) return value.toISOString()
	return typeof value === 'boolean' ? Number(value) : (value ?? null)
}

/** Signs a text with Ed25519 and gives the signature in base64. */
export function signText(text: SignedText, privateKey: KeyObject): string {
	return sign(null, bytesOf(text), privateKey).toString('base64')
}

/** Whether a row is signed by what its last columns say. */
export type VerifyRow = (table: SignedTable, row: Fields) => boolean

/** Verifies signatures of rows by a public key. */
export function rowVerifier(publicKey: KeyObject): VerifyRow {
	return (table, row) => {
		const { signature } = row
		const bytes = Buffer.from(typeof signature === 'string' ? signature : '', 'base64')
		return verify(null, bytesOf(signedRowText(table, row)), publicKey, bytes)
	}
}

/** The first line keeps it apart from everything else that the key signs. */
function bytesOf({ format, text }: SignedText): Buffer {
	return Buffer.from(`${format}\n${text}`)
}
