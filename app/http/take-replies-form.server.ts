import { z } from 'zod'
import { saveReply } from '#app/services/submission/save-reply.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { rowId, wordsAt } from './form-schema.server.ts'
import { takeMatterForm } from './take-form.server.ts'
import type { WebArgs } from './web-settings.ts'

const Sending = z.object({ intent: z.literal('send') })
const Reply = z.looseObject({
	intent: z.literal('reply'),
	opinionItemId: rowId,
	position: z.string().regex(/^\d{1,4}$/),
})

const RepliesForm = z.discriminatedUnion('intent', [Sending, Reply])

/** Takes one reply of the ledger, or sends the revision in. Fields of a reply end in its item's position. */
export async function takeRepliesForm(args: WebArgs & { readonly params: unknown }) {
	return takeMatterForm<typeof RepliesForm, unknown>(args, {
		schema: RepliesForm,
		run: async ({ shell, actor, order, form }) => {
			if (form.intent === 'send') return submitRevision(shell, actor, order)
			const at = (field: string) => wordsAt(form, `${field}-${form.position}`)
			const { opinionItemId } = form
			const reply = { opinionItemId, answer: at('answer'), text: at('text'), reason: at('reason') }
			return saveReply(shell, actor, order, reply)
		},
		goTo: ({ order, form }) =>
			form.intent === 'send'
				? `/matters/${order.matterId}`
				: `/matters/${order.matterId}/replies#item-${form.position}`,
		fieldOf: ({ form }, field) => (form.intent === 'send' ? field : `${field}-${form.position}`),
	})
}
