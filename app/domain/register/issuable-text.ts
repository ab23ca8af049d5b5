import type { Outcome } from '#app/domain/meeting/outcome.ts'
import { type RulingResult, isPassed } from '#app/domain/meeting/ruling.ts'
import type { Track } from '#app/domain/matter/track.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import type { RestsOn } from './rests-on.ts'

/** A text by its version and content. */
export type TextName = { readonly versionId: string; readonly contentSha256: string }

/** What is known of a decided matter's texts: what was listed and passed, what was checked afterwards, what is there now. */
export type Decided = {
	readonly outcome: Outcome | null
	/** What was ruled above, where the meeting has referred it. */
	readonly ruling: RulingResult | null
	/** The text of a genuine clearance under which the meeting decided. */
	readonly passed: (TextName & { readonly clearanceId: string }) | null
	/** The text of a genuine signed check after that meeting. */
	readonly checked: (TextName & { readonly checkId: string }) | null
	readonly current: TextName | null
}

/** The text that may be issued, and what it rests on. */
export type IssuableText = TextName & {
	readonly restsOn: RestsOn
	readonly clearanceId: string | null
	readonly checkId: string | null
}

/**
 * H13: what is issued is, byte for byte, what a meeting has passed (通过), or what was checked and signed after it passed
 * the text in principle (原则通过). What it has referred (其他) is issued once the ruling has passed it: the text that was
 * cleared and discussed. Anything else is refused: another outcome, another text, an unsigned check.
 */
export function issuableText({
	outcome,
	ruling,
	passed,
	checked,
	current,
}: Decided): Result<IssuableText, Unfitting> {
	if (isPassed(outcome, ruling) && isSame(passed, current)) {
		const restsOn = outcome === 'passed' ? 'passed' : 'passed-from-above'
		return accept({ ...nameOf(passed), restsOn, clearanceId: passed.clearanceId, checkId: null })
	}
	if (outcome === 'passed-in-principle' && isSame(checked, current)) {
		const restsOn = 'checked-after-the-meeting'
		return accept({ ...nameOf(checked), restsOn, clearanceId: null, checkId: checked.checkId })
	}
	return refuse({ code: 'unfitting', field: 'matterId', problem: 'not-registrable' })
}

/**
 * Whether a decided matter is registered, numbered, issued and published. A contract is signed instead, and a paper that
 * needed no review because it is purely internal is handed out inside.
 */
export function isForRegister(tracks: readonly Track[], clearanceKind: string | null): boolean {
	return clearanceKind !== 'out-of-scope' && tracks.some((track) => track !== 'government-contract')
}

function isSame<Text extends TextName>(text: Text | null, current: TextName | null): text is Text {
	return (
		text !== null && text.versionId === current?.versionId && text.contentSha256 === current.contentSha256
	)
}

function nameOf({ versionId, contentSha256 }: TextName): TextName {
	return { versionId, contentSha256 }
}
