import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** 青政规, 青农发: a few Chinese characters, as GB/T 9704 (7.2.5) has it. */
const ORGAN_CODE = /^\p{Script=Han}{2,10}$/u

/** Reads the code of an issuer (机关代字), under which its documents are numbered in one series a year. */
export function readOrganCode(field: string, typed: string): Result<string, Unfitting> {
	const plain = typed.replaceAll(/\s/gu, '')
	if (plain === '') return refuse({ code: 'unfitting', field, problem: 'missing' })
	return ORGAN_CODE.test(plain)
		? accept(plain)
		: refuse({ code: 'unfitting', field, problem: 'not-an-organ-code' })
}

/** The running number of a document number under a code in a year, or null where it is of another series. */
export function runningNumberOf(documentNumber: string, organCode: string, year: number): number | null {
	const start = `${organCode}〔${year}〕`
	if (!documentNumber.startsWith(start) || !documentNumber.endsWith('号')) return null
	const running = Number(documentNumber.slice(start.length, -1))
	return Number.isInteger(running) ? running : null
}
