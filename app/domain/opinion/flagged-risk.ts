import type { Conclusion } from './conclusion.ts'

/**
 * What an opinion that lets a decision go on with its legal risk says of it (Decree 713 art. 25): why no rule of the state
 * speaks of it, the risks, what is done about them, and that no law, regulation or rule forbids it.
 */
export type FlaggedRisk = {
	readonly ground: string
	readonly risks: string
	readonly measures: string
	readonly isUnprohibited: boolean
}

/** Whether an opinion says all that its conclusion asks for: without every part of it no risk is flagged. */
export function isRiskStated(opinion: {
	readonly conclusion: Conclusion | null
	readonly risk?: FlaggedRisk
}): boolean {
	if (opinion.conclusion !== 'risk-flagged') return true
	const { risk } = opinion
	return (
		risk !== undefined &&
		risk.isUnprohibited &&
		[risk.ground, risk.risks, risk.measures].every((words) => words.trim() !== '')
	)
}

/** A list as it was written, one risk or measure a line. */
export function linesOf(written: string): string[] {
	return written
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
}
