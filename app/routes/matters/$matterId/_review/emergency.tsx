import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OrderFacts, OrderText } from '#app/components/emergency/order-facts.tsx'
import { SettleOrderForms, SignOrderForms } from '#app/components/emergency/order-forms.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { EMERGENCY } from '#app/forms/emergency-forms.ts'
import type { Given } from '#app/forms/form.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm } from '#app/http/take-form.server.ts'
import { askOrder } from '#app/services/emergency/ask-order.server.ts'
import { readOrderPage } from '#app/services/emergency/read-order-page.server.ts'
import { concludeOrder, fileOrder, revokeOrder } from '#app/services/emergency/settle-order.server.ts'
import { amendOrder, declineOrder, signOrder } from '#app/services/emergency/sign-order.server.ts'

export const handle = { title: 'emergency.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readOrderPage(shell, actor, matterIdOf(args.params)))
	const isTextShown = new URL(args.request.url).searchParams.has('text')
	return { key: shell.newId(), isTextShown, page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: EMERGENCY,
		run,
		goTo: ({ order }) => `/matters/${order.matterId}/emergency`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof EMERGENCY>>) {
	switch (form.intent) {
		case 'ask':
			return askOrder(shell, actor, order, {
				leaderId: form.leaderId,
				words: form.words,
				ground: form.ground,
			})
		case 'sign':
			return signOrder(shell, actor, order, { password: form.password, contentSha256: form.shown })
		case 'decline':
			return declineOrder(shell, actor, order, form.words)
		case 'amend':
			return amendOrder(shell, actor, order, { password: form.password, contentSha256: form.shown })
		case 'revoke':
			return revokeOrder(shell, actor, order, { words: form.words, password: form.password })
		case 'file':
			return fileOrder(shell, actor, order, { receivedOn: form.receivedOn, receipt: form.receipt })
		case 'conclude':
			return concludeOrder(shell, actor, order, form.words)
	}
}

export default function EmergencyRoute() {
	const { t } = useTranslation()
	const { key, isTextShown, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, possible } = page
	const maySign = possible.includes('emergency.ordered') || possible.includes('emergency.amended')
	const forms = { page, commandKey: key, answer }
	return (
		<>
			<DeskHead heading={heading} title={t('emergency.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<OrderFacts page={page} />
				{maySign && !isTextShown ? (
					<p className="mb-4">
						<LinkButton to={`/matters/${heading.matterId}/emergency?text=1#text`} look="filled">
							{t('emergency.readFirst')}
						</LinkButton>
					</p>
				) : null}
				{isTextShown ? <OrderText page={page} /> : null}
				{isTextShown ? <SignOrderForms {...forms} /> : null}
				<SettleOrderForms {...forms} />
			</PageBody>
		</>
	)
}
