import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** The longest document number, in UTF-16 code units. */
const NUMBER_LIMIT = 60

/** Brackets that are typed for the hexagonal ones around the year. */
const LOOK_ALIKE_YEAR = /[[［(（【〔﹝{｛](\d{4})[\]］)）】〕﹞}｝]/u

/** 机关代字〔年份〕序号号, as GB/T 9704 (7.2.5) has it: no 第, no leading zeros. */
const WITH_YEAR = /^([^〔〕]+)〔(\d{4})〕第?0*(\d+)号?$/u

/** Numbers of orders and announcements have no year in brackets: 区人民政府令第12号, 公告2026年第3号. */
const WITHOUT_YEAR = /^[^〔〕]*\p{L}\d*年?第?\d+号$/u

/**
 * Reads a document number (发文字号) into the one form in which it is kept, so that one number is not registered twice
 * in two dresses: without spaces, the year in hexagonal brackets whichever were typed, plain digits.
 */
export function readDocumentNumber(field: string, typed: string): Result<string, Unfitting> {
	const plain = plainNumber(typed)
	if (plain === '') return refuse({ code: 'unfitting', field, problem: 'missing' })
	if (plain.length > NUMBER_LIMIT) return refuse({ code: 'unfitting', field, problem: 'too-long' })
	const withYear = WITH_YEAR.exec(plain)
	if (withYear) return accept(`${withYear[1]}〔${withYear[2]}〕${withYear[3]}号`)
	if (WITHOUT_YEAR.test(plain) && !/\p{P}/u.test(plain)) return accept(plain)
	return refuse({ code: 'unfitting', field, problem: 'not-a-document-number' })
}

/** A part of a number as it is searched for: in the dress in which numbers are kept. */
export function plainNumber(typed: string): string {
	return typed
		.replaceAll(/[\s\p{C}]/gu, '')
		.replaceAll(/[０-９]/gu, (digit) => String(digit.charCodeAt(0) - 0xff10))
		.replace(LOOK_ALIKE_YEAR, '〔$1〕')
}
