import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { Track } from '#app/domain/matter/track.ts'

/** Where the text of a document in the register came from: a file, the clipboard, or a matter that a meeting decided. */
export const TEXT_SOURCES = ['file', 'pasted', 'decided'] as const

export type TextSource = (typeof TEXT_SOURCES)[number]

/**
 * Whether the text that a meeting decided on may be registered as published. Only what was passed: what was passed in
 * principle is still to be changed. A contract is no normative document, and the register is read by everybody.
 */
export function isRegistrable(outcome: Outcome, tracks: readonly Track[]): boolean {
	return outcome === 'passed' && tracks.some((track) => track !== 'government-contract')
}
