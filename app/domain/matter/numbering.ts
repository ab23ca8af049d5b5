/** A case number (受理编号): the year and a running number of four digits, `2026-0137`. One matter keeps one. */
export function caseNumber(year: number, running: number): string {
	return `${year}-${String(running).padStart(4, '0')}`
}

/**
 * A document number (发文字号) by GB/T 9704-2012 7.2.5: organ code, the full year in 六角括号, the running number
 * without leading zeros, 号.
 */
export function documentNumber(organCode: string, year: number, running: number): string {
	return `${organCode}〔${year}〕${running}号`
}
