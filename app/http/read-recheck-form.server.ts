import type { Given } from '#app/forms/form.ts'
import type { RECHECK } from '#app/forms/opinion-forms.ts'
import type { RecheckGiven } from '#app/services/recheck/propose-recheck.server.ts'
import { said, stepsOf } from './read-opinion-change.server.ts'

/** The re-check that a form brings; an item or step without a verdict is not judged yet. */
export function recheckOf(form: Given<typeof RECHECK>): RecheckGiven {
	return {
		kind: form.kind ?? 'revision',
		note: form.remark,
		items: said(form.item, form.note).map(({ key, said: verdict, note }) => ({
			opinionItemId: key,
			verdict,
			note,
		})),
		steps: stepsOf(form),
	}
}
