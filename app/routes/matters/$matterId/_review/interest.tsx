import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { about } from '#app/forms/form.ts'
import { INTEREST } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { declareInterest, readInterestPage } from '#app/services/intake/declare-interest.server.ts'

export const handle = { title: 'acts.interest.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readInterestPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: INTEREST,
		run: ({ shell, actor, order, form }) =>
			declareInterest(shell, actor, order, {
				hasInterest: form.intent === 'interest',
				words: form.intent === 'interest' ? form.words : '',
			}),
		goTo: ({ order, form }) => (form.intent === 'interest' ? '/work' : `/matters/${order.matterId}/counsel`),
	})
}

export default function InterestRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const form = { commandKey: page.key, seen: page.revision, answer }
	return (
		<>
			<PageHead back={{ to: '/work', label: t('acts.interest.back') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('acts.interest.lead')}</p>
				<Card title={t('acts.interest.about')}>
					<p className="font-semibold">{page.title}</p>
					<p className="text-table text-ink2">{t('acts.interest.from', page)}</p>
				</Card>
				{page.mayDeclare && !page.hasDeclared ? (
					<Card title={t('acts.interest.noneTitle')}>
						<p className="mb-2 text-table">{t('acts.interest.noneLead')}</p>
						<CommandForm {...form} about={about(INTEREST.none)}>
							<Button look="filled" icon="check">
								{t('acts.interest.none')}
							</Button>
						</CommandForm>
					</Card>
				) : null}
				{page.mayDeclare ? (
					<Card title={t('acts.interest.someTitle')}>
						<p className="mb-2 text-table">{t('acts.interest.someLead')}</p>
						<CommandForm {...form} about={about(INTEREST.interest)}>
							<TextArea
								name={INTEREST.interest.words}
								label={t('acts.interest.words')}
								hint={t('acts.recusal.groundHint')}
								rows={3}
							/>
							<Button icon="back">{t('acts.interest.some')}</Button>
						</CommandForm>
					</Card>
				) : null}
			</PageBody>
		</>
	)
}
