import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { SelectField, TextArea } from '#app/components/form/fields.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { WITHDRAWAL } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { useWording } from '#app/locales/use-wording.ts'
import { readHeadPage } from '#app/services/submission/read-head-page.server.ts'
import { withdrawMatter } from '#app/services/submission/withdraw-matter.server.ts'

export const handle = { title: 'intake.withdraw.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readHeadPage(shell, actor, matterIdOf(args.params), 'matter.withdrawn'))
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: WITHDRAWAL,
		run: ({ shell, actor, order, form }) => withdrawMatter(shell, actor, order, form),
		goTo: toMatter,
	})
}

export default function WithdrawRoute() {
	const { t } = useTranslation()
	const wording = useWording()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, reasons, clearanceNumber, openItems } = page
	return (
		<>
			<DeskHead heading={heading} title={t('intake.withdraw.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<p>{t('intake.withdraw.lead')}</p>
					{clearanceNumber ? <p>{t('intake.withdraw.clearance', { number: clearanceNumber })}</p> : null}
					{openItems.map((item) => (
						<p key={item.title + item.state}>
							{item.meeting ? t('intake.withdraw.listed') : t('intake.withdraw.item', { title: item.title })}
						</p>
					))}
					<p className="my-3">
						<LinkButton to={`/matters/${heading.matterId}`} look="filled">
							{t('intake.withdraw.cancel')}
						</LinkButton>
					</p>
					<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
						<SelectField
							name={WITHDRAWAL.reasonCode}
							label={t('intake.withdraw.reason')}
							empty={t('intake.withdraw.choose')}
							defaultValue={''}
							options={reasons.map((reason) => ({
								value: reason.code,
								label: wording(reason.name),
							}))}
						/>
						<TextArea name={WITHDRAWAL.words} label={t('intake.withdraw.words')} rows={3} />
						<Button look="danger">{t('intake.withdraw.submit')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}
