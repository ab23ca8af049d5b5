import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { HiddenField, TextArea } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { UnseenCharacters } from '#app/components/draft-text/unseen-characters.tsx'
import { WaiverLines } from '#app/components/draft-text/waiver-lines.tsx'
import { sending } from '#app/forms/form.ts'
import { WAIVER } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { decideWaiver } from '#app/services/waiver/decide-waiver.server.ts'
import { type WaiverPage, readWaiverPage } from '#app/services/waiver/read-waiver-page.server.ts'
import { requestWaiver } from '#app/services/waiver/request-waiver.server.ts'

export const handle = { title: 'intake.waiver.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readWaiverPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: WAIVER,
		run: ({ shell, actor, order, form: { intent, reason } }) =>
			intent === 'request'
				? requestWaiver(shell, actor, order, reason)
				: decideWaiver(shell, actor, order, { decision: intent, reason }),
		goTo: ({ order }) => `/matters/${order.matterId}/waiver`,
	})
}

export default function WaiverRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, version, characters, lines, possible } = page
	const mayMend = heading.open.includes('waiver.requested') && !page.isWaived
	const isDecider = possible.includes('waiver.granted')
	return (
		<>
			<DeskHead heading={heading} title={t('intake.waiver.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('intake.waiver.lead')}</p>
				{version === null || characters.length === 0 ? (
					<Card>
						<EmptyState>{t('intake.waiver.none')}</EmptyState>
					</Card>
				) : (
					<Card
						title={t('intake.waiver.found', { version: version.versionNo })}
						note={<HashText hash={version.contentSha256} />}
					>
						<UnseenCharacters characters={characters} />
						<LinkButton to={`/matters/${heading.matterId}/draft`}>
							{mayMend ? t('intake.waiver.toDraft') : t('intake.waiver.readDraft')}
						</LinkButton>
					</Card>
				)}
				{lines.length > 0 ? (
					<Card title={t('intake.waiver.record')}>
						<WaiverLines lines={lines} />
					</Card>
				) : null}
				{possible.includes('waiver.requested') ? <Asking page={page} answer={answer} /> : null}
				{isDecider ? <Deciding page={page} answer={answer} /> : null}
				{page.isOtherwiseBlocked && heading.open.includes('waiver.requested') ? (
					<p className="text-table text-bad">{t('intake.waiver.otherwiseBlocked')}</p>
				) : null}
			</PageBody>
		</>
	)
}

type FormProps = {
	readonly page: WaiverPage & { readonly key: string }
	readonly answer: FormAnswer | undefined
}

function Asking({ page, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('intake.waiver.ask')}>
			<p className="mb-2 text-table">{t('intake.waiver.askLead')}</p>
			<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
				<HiddenField {...sending(WAIVER.request)} />
				<TextArea
					name={WAIVER.request.reason}
					label={t('intake.waiver.reason')}
					hint={t('intake.waiver.reasonHint')}
					rows={3}
				/>
				<Button icon="pen">{t('intake.waiver.askSubmit')}</Button>
			</CommandForm>
		</Card>
	)
}

function Deciding({ page, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('intake.waiver.decide')}>
			<p className="mb-2 text-table">{t('intake.waiver.decideLead')}</p>
			<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
				<TextArea name={WAIVER.granted.reason} label={t('intake.waiver.decideReason')} rows={3} />
				<Button look="filled" icon="check" {...sending(WAIVER.granted)}>
					{t('intake.waiver.grant')}
				</Button>{' '}
				<Button look="danger" icon="back" {...sending(WAIVER.declined)}>
					{t('intake.waiver.decline')}
				</Button>
			</CommandForm>
		</Card>
	)
}
