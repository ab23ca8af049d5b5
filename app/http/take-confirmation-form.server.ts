import { z } from 'zod'
import { TRACKS } from '#app/domain/matter/track.ts'
import { declineSubmission } from '#app/services/submission/decline-submission.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { ticked, words } from './form-schema.server.ts'
import { type GivenMatterForm, takeMatterForm } from './take-form.server.ts'
import type { WebArgs } from './web-settings.ts'

const ConfirmationForm = z.discriminatedUnion('intent', [
	z.object({ intent: z.literal('heading'), title: words(200), tracks: z.array(z.enum(TRACKS)).min(1) }),
	z.object({ intent: z.literal('ask') }),
	z.object({ intent: z.literal('decline'), words: words(2000) }),
	z.object({ intent: z.literal('sign'), read: ticked('not-read') }),
])

/** Takes one of the forms of the confirmation page: name and tracks, asking the head, signing, giving back. */
export async function takeConfirmationForm(args: WebArgs & { readonly params: unknown }) {
	return takeMatterForm<typeof ConfirmationForm, unknown>(args, {
		schema: ConfirmationForm,
		run,
		goTo: ({ order, form }) =>
			form.intent === 'sign' ? `/matters/${order.matterId}` : `/matters/${order.matterId}/confirm`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<z.output<typeof ConfirmationForm>>) {
	switch (form.intent) {
		case 'heading':
			return editMatter(shell, actor, order, form)
		case 'ask':
			return prepareSubmission(shell, actor, order)
		case 'decline':
			return declineSubmission(shell, actor, order, form.words)
		case 'sign':
			return submitMatter(shell, actor, order)
	}
}
