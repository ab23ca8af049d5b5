import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { PROPOSAL } from '#app/forms/meeting-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { proposeAgendaItem } from '#app/services/consent/propose-agenda-item.server.ts'
import { readHeadPage } from '#app/services/submission/read-head-page.server.ts'

export const handle = { title: 'intake.propose.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readHeadPage(shell, actor, matterIdOf(args.params), 'agenda.proposed'))
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: PROPOSAL,
		run: ({ shell, actor, order, form }) => proposeAgendaItem(shell, actor, order, form),
		goTo: ({ order }, { value }) => `/matters/${order.matterId}${value.awaitsPaper ? '/consent' : ''}`,
	})
}

export default function ProposeRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('intake.propose.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<p className="mb-3 text-table text-ink2">{t('intake.propose.lead')}</p>
					{page.openItems.length > 0 ? (
						<p>{t('intake.propose.already')}</p>
					) : (
						<CommandForm answer={answer} commandKey={page.key} seen={page.heading.revision}>
							<TextField name={PROPOSAL.presenter} label={t('intake.propose.presenter')} />
							<TextField
								name={PROPOSAL.minutes}
								type="number"
								min={1}
								max={120}
								label={t('intake.propose.minutes')}
								defaultValue={'10'}
							/>
							{page.leaders === null ? (
								<p className="mb-3 text-table text-ink2">{t('consent.ownMeeting')}</p>
							) : (
								<SelectField
									name={PROPOSAL.leaderId}
									label={t('consent.who')}
									hint={t('consent.whoHint')}
									empty={t('consent.byPaper')}
									options={page.leaders.map(({ id, name }) => ({ value: id, label: name }))}
								/>
							)}
							<Button look="filled">{t('intake.propose.submit')}</Button>
						</CommandForm>
					)}
				</Card>
			</PageBody>
		</>
	)
}
