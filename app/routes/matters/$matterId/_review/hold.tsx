import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CounselOpinions } from '#app/components/review/counsel-opinions.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { DISPOSAL } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { disposeCounselHold } from '#app/services/opinion/dispose-counsel-hold.server.ts'
import { readHoldPage } from '#app/services/opinion/read-counsel-page.server.ts'

export const handle = { title: 'review.hold.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readHoldPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: DISPOSAL,
		run: ({ shell, actor, order, form }) => disposeCounselHold(shell, actor, order, form),
		goTo: ({ order }) => `/matters/${order.matterId}/hold`,
	})
}

export default function HoldRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const mayDispose = heading.open.includes('counsel-hold.disposed')
	return (
		<>
			<DeskHead heading={heading} title={t('review.hold.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<p className="mb-3 text-table text-ink2">{t('review.hold.lead')}</p>
				<p className="mb-3 rounded bg-warn-soft px-4 py-2 text-table text-warn">{t('review.hold.mark')}</p>
				{page.holds.length === 0 ? (
					<Card padded={false}>
						<EmptyState>{t('review.hold.none')}</EmptyState>
					</Card>
				) : null}
				{page.holds.map((hold) => {
					return (
						<Card key={hold.id} padded={false}>
							<CounselOpinions rows={[hold]} />
							{hold.isOpen && mayDispose ? (
								<CommandForm
									commandKey={`${page.key}-${hold.id.slice(-8)}`}
									seen={heading.revision}
									answer={answer}
									about={{ [DISPOSAL.counselOpinionId.name]: hold.id }}
									className="border-t border-line px-4 py-3"
								>
									<TextArea
										name={DISPOSAL.text}
										id={`text-${hold.id}`}
										label={t('review.hold.words')}
										hint={t('review.hold.wordsHint')}
									/>
									<Button look="filled" icon="pen">
										{t('review.hold.submit')}
									</Button>
								</CommandForm>
							) : null}
						</Card>
					)
				})}
			</PageBody>
		</>
	)
}
