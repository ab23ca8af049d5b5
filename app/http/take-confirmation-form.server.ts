import type { Given } from '#app/forms/form.ts'
import { CONFIRMATION } from '#app/forms/matter-forms.ts'
import { declineSubmission } from '#app/services/submission/decline-submission.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { prepareSubmission } from '#app/services/submission/prepare-submission.server.ts'
import { submitMatter } from '#app/services/submission/submit-matter.server.ts'
import { type GivenMatterForm, takeMatterForm } from './take-form.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Takes one of the forms of the confirmation page: name and tracks, asking the head, signing, giving back. */
export async function takeConfirmationForm(args: WebArgs & { readonly params: unknown }) {
	return takeMatterForm<typeof CONFIRMATION, unknown>(args, {
		shape: CONFIRMATION,
		run,
		goTo: ({ order, form }) =>
			form.intent === 'sign' ? `/matters/${order.matterId}` : `/matters/${order.matterId}/confirm`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof CONFIRMATION>>) {
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
