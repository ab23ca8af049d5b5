import { z } from 'zod'
import { RECHECK_KINDS } from '#app/domain/opinion/recheck.ts'
import { RECHECK_VERDICTS } from '#app/domain/opinion/reply.ts'
import type { RecheckGiven } from '#app/services/recheck/propose-recheck.server.ts'
import { fieldsFrom, wordsAt, wordsOrNone } from './form-schema.server.ts'

const STEP_VERDICTS = ['confirmed', 'rejected'] as const

/** The form of a re-check: `item-<id>`, `verdict-<step answer>`, and `note-<id>` for either. */
export const RecheckForm = z.looseObject({
	intent: z.enum(['propose', 'fail', 'round']),
	kind: z.enum(RECHECK_KINDS).default('revision'),
	note: wordsOrNone(20_000),
})

/** The re-check that a form brings; an item or step without a verdict is not judged yet. */
export function recheckOf(form: z.output<typeof RecheckForm>): RecheckGiven {
	return {
		kind: form.kind,
		note: form.note,
		items: fieldsFrom(form, 'item-').flatMap(([opinionItemId, word]) => {
			const verdict = RECHECK_VERDICTS.find((each) => each === word)
			return verdict ? [{ opinionItemId, verdict, note: wordsAt(form, `note-${opinionItemId}`) }] : []
		}),
		steps: fieldsFrom(form, 'verdict-').flatMap(([stepAnswerId, word]) => {
			const verdict = STEP_VERDICTS.find((each) => each === word)
			return verdict ? [{ stepAnswerId, verdict, note: wordsAt(form, `note-${stepAnswerId}`) }] : []
		}),
	}
}
