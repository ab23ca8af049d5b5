import type { RecheckKind } from '#app/domain/opinion/recheck.ts'
import { RECHECK_KINDS } from '#app/domain/opinion/recheck.ts'
import { RECHECK_VERDICTS } from '#app/domain/opinion/reply.ts'
import type { RecheckGiven } from '#app/services/propose-recheck.server.ts'
import { named, wordsOf } from './read-opinion-change.server.ts'

const STEP_VERDICTS = ['confirmed', 'rejected'] as const

/** Reads the form of a re-check: `item-<id>`, `verdict-<step answer>`, and `note-<id>` for either. */
export function readRecheckForm(fields: FormData): RecheckGiven {
	const kind: RecheckKind = RECHECK_KINDS.find((each) => each === fields.get('kind')) ?? 'revision'
	return {
		kind,
		note: wordsOf(fields, 'note'),
		items: named(fields, 'item-').flatMap(([opinionItemId, word]) => {
			const verdict = RECHECK_VERDICTS.find((each) => each === word)
			return verdict ? [{ opinionItemId, verdict, note: wordsOf(fields, `note-${opinionItemId}`) }] : []
		}),
		steps: named(fields, 'verdict-').flatMap(([stepAnswerId, word]) => {
			const verdict = STEP_VERDICTS.find((each) => each === word)
			return verdict ? [{ stepAnswerId, verdict, note: wordsOf(fields, `note-${stepAnswerId}`) }] : []
		}),
	}
}
