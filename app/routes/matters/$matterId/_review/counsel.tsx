import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CounselOpinions } from '#app/components/review/counsel-opinions.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CheckBox, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PaperList } from '#app/components/materials/paper-list.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { COUNSEL_CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { COUNSEL_OPINION } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readCounselPage } from '#app/services/opinion/read-counsel-page.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'

export const handle = { title: 'review.counsel.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readCounselPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: COUNSEL_OPINION,
		run: ({ shell, actor, order, form }) =>
			signCounselOpinion(shell, actor, order, { ...form, hasNoConflict: true }),
		goTo: ({ order }) => `/matters/${order.matterId}/counsel`,
	})
}

export default function CounselRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const mayWrite = heading.open.includes('counsel-opinion.signed') && !page.hasSpoken
	return (
		<>
			<DeskHead heading={heading} title={t('review.counsel.title')} />
			<PageBody
				aside={
					<>
						{page.opinions.length > 0 ? (
							<Card title={t('review.counsel.given')} padded={false}>
								<CounselOpinions rows={page.opinions} />
							</Card>
						) : null}
						{mayWrite ? <OpinionForm page={page} answer={answer} /> : null}
						<Card title={t('review.intake.checklist')} padded={false}>
							<PaperList matterId={heading.matterId} rows={page.papers} />
						</Card>
					</>
				}
			>
				<RefusalNotice refusal={answer?.refusal} signs />
				{page.hasSpoken ? (
					<p className="mb-4">
						<Chip tone="green" icon="check">
							{t('review.counsel.done')}
						</Chip>
					</p>
				) : null}
				<DraftCard page={page} />
			</PageBody>
		</>
	)
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

/** Where counsel writes their own opinion. */
function OpinionForm({ page, answer }: { page: Loaded; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	return (
		<Card title={t('review.counsel.write')}>
			<CommandForm answer={answer} commandKey={page.key} seen={page.heading.revision}>
				<CheckBox name={COUNSEL_OPINION.hasNoConflict} label={t('review.counsel.noConflict')} isRequired />
				<RadioRow
					name={COUNSEL_OPINION.conclusion}
					legend={t('review.counsel.conclusion')}
					isStacked
					choices={COUNSEL_CONCLUSIONS.map((value) => ({
						value,
						label: t(`words.conclusion.${value}`),
						...(value === 'unlawful' ? { hint: t('review.counsel.unlawfulHint') } : {}),
					}))}
				/>
				<TextArea
					name={COUNSEL_OPINION.text}
					rows={10}
					label={t('review.counsel.text')}
					hint={t('review.counsel.textHint')}
				/>
				<Button look="filled" icon="pen">
					{t('review.counsel.submit')}
				</Button>
			</CommandForm>
		</Card>
	)
}

/** The draft that counsel are asked about: its files, and its text. */
function DraftCard({ page: { heading, version, reading } }: { page: Loaded }) {
	const { t } = useTranslation()
	return (
		<Card
			title={version ? t('review.version', { version: version.versionNo }) : t('review.intake.text')}
			aside={version ? <HashText hash={version.contentSha256} /> : null}
		>
			{version ? (
				<ul className="no-print mb-2 text-table">
					{version.files.map((file) => (
						<li key={file.sha256 + file.name}>
							<MatterFileLink matterId={heading.matterId} file={file} />
						</li>
					))}
				</ul>
			) : null}
			{reading ? (
				<DocumentView
					document={reading.document}
					images={`/matters/${heading.matterId}/images/${reading.fileSha256}`}
				/>
			) : null}
		</Card>
	)
}
