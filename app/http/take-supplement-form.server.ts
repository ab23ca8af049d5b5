import type { Given } from '#app/forms/form.ts'
import { SUPPLEMENT } from '#app/forms/drafting-forms.ts'
import { answerSupplement } from '#app/services/materials/answer-supplement.server.ts'
import { submitSupplement } from '#app/services/materials/submit-supplement.server.ts'
import { type GivenMatterForm, takeMatterForm } from './take-form.server.ts'
import type { WebArgs } from './web-settings.ts'

/**
 * Takes the answers to a supplement list, and sends them in where that button was pressed: two commands, so that
 * what was typed is kept even when something is missing for sending. The form's key is that of what its button says.
 */
export async function takeSupplementForm(args: WebArgs & { readonly params: unknown }) {
	return takeMatterForm<typeof SUPPLEMENT, unknown>(args, {
		shape: SUPPLEMENT,
		run,
		goTo: ({ order, form }) =>
			form.intent === 'send' ? `/matters/${order.matterId}` : `/matters/${order.matterId}/supplement`,
	})
}

async function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof SUPPLEMENT>>) {
	const answers = Object.entries(form.answer).flatMap(([position, text]) =>
		/^\d{1,3}$/.test(position) ? [{ position: Number(position), text }] : [],
	)
	if (form.intent === 'save') return answerSupplement(shell, actor, order, answers)
	const { matterId, key } = order
	const saved = await answerSupplement(shell, actor, { ...order, key: `${key}-save` }, answers)
	if (!saved.ok) return saved
	return submitSupplement(shell, actor, { matterId, key, seen: saved.value.value.revision })
}
