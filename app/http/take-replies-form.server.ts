import { REPLIES } from '#app/forms/drafting-forms.ts'
import { saveReply } from '#app/services/submission/save-reply.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { takeMatterForm } from './take-form.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one reply of the ledger, or sends the revision in. Fields of a reply end in its item's position. */
export async function takeRepliesForm(args: WebArgs & { readonly params: unknown }) {
	return takeMatterForm<typeof REPLIES, unknown>(args, {
		shape: REPLIES,
		run: async ({ shell, actor, order, form }) => {
			if (form.intent === 'send') return submitRevision(shell, actor, order)
			const at = (of: Readonly<Record<string, string | null>>) => of[form.position] ?? ''
			const { opinionItemId, answer, text, reason } = form
			const reply = { opinionItemId, answer: at(answer), text: at(text), reason: at(reason) }
			return saveReply(shell, actor, order, reply)
		},
		goTo: ({ order, form }) =>
			form.intent === 'send'
				? `/matters/${order.matterId}`
				: `/matters/${order.matterId}/replies#item-${form.position}`,
		fieldOf: ({ form }, field) => (form.intent === 'send' ? field : `${field}-${form.position}`),
	})
}
