import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { KindTable } from '#app/components/reference/kind-table.tsx'
import { WaitingProposals } from '#app/components/reference/waiting-proposals.tsx'
import type { Given } from '#app/forms/form.ts'
import { REFERENCE_ANSWER } from '#app/forms/reference-forms.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenForm, takeForm } from '#app/http/take-form.server.ts'
import { confirmReference, declineReference } from '#app/services/reference/decide-reference.server.ts'
import { readReference } from '#app/services/reference/read-reference.server.ts'

export const handle = { title: 'reference.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readReference(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm<typeof REFERENCE_ANSWER, unknown>(args, {
		shape: REFERENCE_ANSWER,
		run,
		goTo: () => '/admin/reference',
	})
}

function run({ shell, actor, key, form }: GivenForm<Given<typeof REFERENCE_ANSWER>>) {
	return form.intent === 'confirm'
		? confirmReference(shell, actor, key, form.proposalId)
		: declineReference(shell, actor, key, form)
}

export default function ReferenceRoute() {
	const { t } = useTranslation()
	const { key, groups, waiting } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('reference.lead')}</p>
				<p className="text-table text-ink2">{t('reference.keeping')}</p>
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} signs />
				<WaitingProposals lines={waiting} commandKey={key} answer={answer} />
				{groups.map((group) => (
					<KindTable key={group.group} {...group} />
				))}
			</PageBody>
		</>
	)
}
