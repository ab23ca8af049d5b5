import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CheckBox, HiddenField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { MissingList, MissingPapers } from '#app/components/materials/missing-list.tsx'
import { HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PersonalDataNotice } from '#app/components/draft-text/personal-data-notice.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { IssuerChoices } from '#app/components/materials/issuer-choices.tsx'
import { TrackChoices } from '#app/components/materials/track-choices.tsx'
import { about, sending } from '#app/forms/form.ts'
import { CONFIRMATION } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeConfirmationForm } from '#app/http/take-confirmation-form.server.ts'
import {
	type ConfirmationPage,
	readConfirmationPage,
} from '#app/services/submission/read-confirmation-page.server.ts'

export const handle = { title: 'intake.confirm.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readConfirmationPage(shell, actor, matterIdOf(args.params)))
	const { heading } = page
	if (heading.state === 'submitted') throw redirect(`/matters/${heading.matterId}`)
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeConfirmationForm(args)
}

type Forms = { page: ConfirmationPage & { key: string }; answer: FormAnswer | undefined }

export default function ConfirmRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, declined } = page
	const isHead = heading.open.includes('matter.submitted')
	return (
		<>
			<DeskHead
				heading={heading}
				title={t(isHead ? 'intake.confirm.titleHead' : 'intake.confirm.title')}
				step="confirm"
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				{declined ? (
					<p className="mb-4 rounded-card border border-line bg-warn-soft px-4 py-2 text-warn">
						{t('intake.confirm.declined', { name: declined.by, words: declined.words })}
					</p>
				) : null}
				<Summary page={page} />
				{heading.open.includes('matter.edited') ? <HeadingForm page={page} answer={answer} /> : null}
				<Card
					title={
						page.unmet.length > 0
							? t('intake.confirm.missing', { count: page.unmet.length })
							: t('intake.confirm.ready')
					}
				>
					<MissingList matterId={heading.matterId} unmet={page.unmet} />
					<MissingPapers missing={page.missing} />
					<PersonalDataNotice found={page.personalData} />
				</Card>
				{heading.open.includes('submission.prepared') ? <AskHead page={page} answer={answer} /> : null}
				{isHead ? <SignOrDecline page={page} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

function Summary({ page }: { page: ConfirmationPage }) {
	const { t } = useTranslation()
	return (
		<Card title={t('intake.confirm.summary')}>
			<dl>
				<Fact name={t('intake.confirm.version')}>
					{page.version ? (
						<>
							{t('intake.confirm.versionLine', { version: page.version.versionNo })}{' '}
							<HashText hash={page.version.contentSha256} />
						</>
					) : (
						t('intake.confirm.noVersion')
					)}
				</Fact>
				<Fact name={t('intake.confirm.files')}>
					{page.files.map((file) => (
						<MatterFileLink
							key={file.sha256 + file.name}
							className="block"
							matterId={page.heading.matterId}
							file={file}
						/>
					))}
				</Fact>
				<Fact name={t('intake.confirm.issuer')}>{t(`words.issuer.${page.heading.issuer}`)}</Fact>
				<Fact name={t('intake.confirm.reviewBody')}>
					{page.reviewBody ?? t('intake.confirm.noReviewBody')}
				</Fact>
				<Fact name={t('intake.confirm.period')}>
					{t('intake.confirm.periodLine', { accept: page.acceptDays, review: page.reviewDays })}
					{page.isAssumed ? t('intake.opening.assumed') : ''}
				</Fact>
			</dl>
		</Card>
	)
}

function HeadingForm({ page, answer }: Forms) {
	const { t } = useTranslation()
	return (
		<Card id="heading">
			<details open={answerTo(answer, about(CONFIRMATION.heading)) !== undefined}>
				<summary className="cursor-pointer text-table text-accent">{t('intake.opening.saveHeading')}</summary>
				<CommandForm
					answer={answer}
					about={about(CONFIRMATION.heading)}
					commandKey={`${page.key}-heading`}
					seen={page.heading.revision}
					className="mt-3"
				>
					<TextField
						name={CONFIRMATION.heading.title}
						label={t('intake.opening.name')}
						defaultValue={page.heading.title}
					/>
					<TrackChoices name={CONFIRMATION.heading.tracks} days={page.days} chosen={page.heading.tracks} />
					<IssuerChoices
						name={CONFIRMATION.heading.issuer}
						bodies={page.bodies}
						chosen={page.heading.issuer}
					/>
					<Button>{t('intake.opening.save')}</Button>
				</CommandForm>
			</details>
		</Card>
	)
}

function AskHead({ page }: Forms) {
	const { t } = useTranslation()
	if (page.isAwaitingHead)
		return (
			<Card title={t('intake.confirm.waiting')}>
				<p className="text-table text-ink2">{t('intake.confirm.waitingLead')}</p>
			</Card>
		)
	return (
		<Card title={t('intake.confirm.ask')}>
			<p className="mb-3 text-table text-ink2">{t('intake.confirm.askLead')}</p>
			<CommandForm commandKey={`${page.key}-ask`} seen={page.heading.revision}>
				<HiddenField {...sending(CONFIRMATION.ask)} />
				<Button look={page.unmet.length > 0 ? 'outline' : 'filled'}>
					{page.unmet.length > 0
						? t('intake.confirm.notReady', { count: page.unmet.length })
						: t('intake.confirm.ask')}
				</Button>
			</CommandForm>
		</Card>
	)
}

function SignOrDecline({ page, answer }: Forms) {
	const { t } = useTranslation()
	if (!page.isAwaitingHead)
		return (
			<Card>
				<p className="text-table text-ink2">{t('intake.confirm.notAsked')}</p>
			</Card>
		)
	return (
		<>
			<Card title={t('intake.confirm.sign')}>
				<p className="mb-3 text-table text-ink2">{t('intake.confirm.signLead')}</p>
				<CommandForm
					answer={answer}
					about={about(CONFIRMATION.sign)}
					commandKey={`${page.key}-sign`}
					seen={page.heading.revision}
				>
					<CheckBox name={CONFIRMATION.sign.read} label={t('intake.confirm.read')} isRequired />
					<Button look="filled" icon="pen">
						{t('intake.confirm.sign')}
					</Button>
				</CommandForm>
			</Card>
			<Card title={t('intake.confirm.decline')}>
				<CommandForm
					answer={answer}
					about={about(CONFIRMATION.decline)}
					commandKey={`${page.key}-decline`}
					seen={page.heading.revision}
				>
					<TextArea name={CONFIRMATION.decline.words} label={t('intake.confirm.declineWords')} rows={3} />
					<Button icon="back">{t('intake.confirm.decline')}</Button>
				</CommandForm>
			</Card>
		</>
	)
}
