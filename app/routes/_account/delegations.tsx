import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DelegationCard } from '#app/components/delegation/delegation-card.tsx'
import { DelegationForm } from '#app/components/delegation/delegation-form.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DELEGATION } from '#app/forms/delegation-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenForm, takeForm } from '#app/http/take-form.server.ts'
import {
	decideDelegation,
	requestDelegation,
	withdrawDelegation,
} from '#app/services/delegation/delegate-post.server.ts'
import { readDelegations } from '#app/services/delegation/read-delegations.server.ts'

export const handle = { title: 'delegation.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

/** One's own delegations, and those that one may answer for. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...(await readDelegations(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm<typeof DELEGATION, unknown>(args, {
		shape: DELEGATION,
		run,
		goTo: () => '/delegations',
	})
}

function run({ shell, actor, key, form }: GivenForm<Given<typeof DELEGATION>>) {
	switch (form.intent) {
		case 'request':
			return requestDelegation(shell, actor, key, form)
		case 'confirm':
			return decideDelegation(shell, actor, key, { delegationId: form.delegationId, isConfirmed: true })
		case 'decline':
			return decideDelegation(shell, actor, key, { delegationId: form.delegationId, isConfirmed: false })
		case 'withdraw':
			return withdrawDelegation(shell, actor, key, form.delegationId)
	}
}

export default function DelegationsRoute() {
	const { t } = useTranslation()
	const { key, lines, choices, alone, today } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('delegation.lead')}</p>
			</PageHead>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				{lines.map((line) => (
					<DelegationCard key={line.id} line={line} commandKey={key} answer={answer} />
				))}
				{lines.length === 0 ? <EmptyState>{t('delegation.none')}</EmptyState> : null}
				<DelegationForm commandKey={key} answer={answer} choices={choices} alone={alone} today={today} />
			</PageBody>
		</>
	)
}
