import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { LAW_CONFIRMATION } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { confirmLaw, readLawPage } from '#app/services/recheck/confirm-law.server.ts'

export const handle = { title: 'clock.law.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readLawPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: LAW_CONFIRMATION,
		run: ({ shell, actor, order, form: { words, password } }) =>
			confirmLaw(shell, actor, order, { words, password }),
		goTo: toMatter,
	})
}

export default function LawRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('clock.law.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<p className="mb-3 text-table text-ink2">
					{page.reaches === null ? t('clock.law.noTable') : t('clock.law.lead', { reaches: page.reaches })}
				</p>
				<Card title={t('clock.law.changes')}>
					{page.all.length === 0 ? <EmptyState>{t('clock.law.none')}</EmptyState> : null}
					<ul lang="zh-CN">
						{page.all.map((law) => (
							<li key={law} className="border-b border-line py-2 text-table last:border-0">
								{law}
								<span className="block text-quiet text-ink3">
									{t(page.open.includes(law) ? 'clock.law.open' : 'clock.law.confirmed')}
								</span>
							</li>
						))}
					</ul>
				</Card>
				{page.mayConfirm ? (
					<Card title={t('clock.law.confirm')}>
						<p className="mb-2 text-table">{t('clock.law.confirmLead')}</p>
						<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
							<TextArea name={LAW_CONFIRMATION.words} label={t('clock.law.words')} rows={3} />
							<SigningBox
								fields={LAW_CONFIRMATION}
								read={t('clock.law.read')}
								label={t('clock.law.submit')}
							/>
						</CommandForm>
					</Card>
				) : null}
			</PageBody>
		</>
	)
}
