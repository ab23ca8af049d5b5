import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PaperList } from '#app/components/materials/paper-list.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { StepAnswer } from '#app/components/materials/step-answer.tsx'
import { WaiverLines } from '#app/components/draft-text/waiver-lines.tsx'
import { type Given, about, fieldAt, sending } from '#app/forms/form.ts'
import { INTAKE } from '#app/forms/matter-forms.ts'
import { type GivenMatterForm, takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { type IntakePage, readIntakePage } from '#app/services/intake/read-intake-page.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'

export const handle = { title: 'review.intake.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7]
/** Most lists are short; the other rows are one press away. */
const ROWS_OPEN = 2

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readIntakePage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof INTAKE, unknown>(args, { shape: INTAKE, run, goTo: toMatter })
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof INTAKE>>) {
	switch (form.intent) {
		case 'supplement': {
			const rows = ROWS.map((row) => ({
				what: form.what[row] ?? '',
				reason: form.reason[row] ?? '',
			}))
			return requestSupplement(shell, actor, order, rows)
		}
		case 'return':
			return returnMatter(shell, actor, order, form)
		case 'accept':
			return acceptMatter(shell, actor, order)
	}
}

export default function IntakeRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const mayAct = (act: (typeof heading.open)[number]) => heading.open.includes(act)
	return (
		<>
			<DeskHead heading={heading} title={t('review.intake.title')} />
			<PageBody
				aside={
					<>
						{mayAct('matter.accepted') ? <AcceptCard page={page} /> : null}
						{mayAct('scope.excluded') ? (
							<Card title={t('review.exclude.title')}>
								<p className="mb-2 text-table">{t('review.exclude.lead')}</p>
								<LinkButton to={`/matters/${heading.matterId}/exclude`}>
									{t('review.exclude.open')}
								</LinkButton>
							</Card>
						) : null}
						{mayAct('supplement.requested') ? <SupplementCard page={page} answer={answer} /> : null}
						{mayAct('matter.returned') ? <ReturnCard page={page} answer={answer} /> : null}
					</>
				}
			>
				<RefusalNotice refusal={answer?.refusal} />
				<Submission page={page} />
			</PageBody>
		</>
	)
}

type LoadedPage = IntakePage & { readonly key: string }

function Submission({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const { heading, version } = page
	return (
		<>
			<Card title={t('review.intake.text')}>
				{version ? (
					<ul>
						<li className="text-table">
							{t('review.version', { version: version.versionNo })} <HashText hash={version.contentSha256} />{' '}
							{version.isSubmittable ? '' : t('review.intake.notClean')}
						</li>
						{version.files.map((file) => (
							<li key={file.sha256 + file.name}>
								<MatterFileLink matterId={heading.matterId} file={file} />
							</li>
						))}
					</ul>
				) : null}
			</Card>
			{page.waivers.length > 0 ? (
				<Card title={t('intake.waiver.title')}>
					<WaiverLines lines={page.waivers} />
				</Card>
			) : null}
			<Card
				title={t('review.intake.checklist')}
				note={
					page.missing > 0 ? t('review.intake.missing', { count: page.missing }) : t('review.intake.complete')
				}
				padded={false}
			>
				{page.checklist.length === 0 ? <EmptyState>{t('intake.materials.none')}</EmptyState> : null}
				<PaperList matterId={heading.matterId} rows={page.checklist} />
			</Card>
			<Card title={t('review.steps.title')} padded={false}>
				<ul>
					{page.steps.map((row) => (
						<li key={row.id} className="border-b border-line px-4 py-2 last:border-b-0">
							<StepAnswer matterId={heading.matterId} row={row} />
						</li>
					))}
				</ul>
			</Card>
			{page.supplements.map((supplement) => (
				<Card key={supplement.number} title={t('review.supplement.numbered', { number: supplement.number })}>
					<ol className="list-decimal pl-5 text-table">
						{supplement.items.map((item) => (
							<li key={item.what}>
								{item.what} <span className="text-ink3">{item.reason}</span>
								{item.answer ? <p>{t('review.supplement.answer', { answer: item.answer })}</p> : null}
							</li>
						))}
					</ol>
				</Card>
			))}
		</>
	)
}

function AcceptCard({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	return (
		<Card title={t('review.intake.accept')}>
			<p className="mb-2 text-table">{t('review.intake.acceptLead')}</p>
			<CommandForm commandKey={`${page.key}-accept`} seen={page.heading.revision}>
				<Button {...sending(INTAKE.accept)} look="filled" icon="check">
					{t('review.intake.accept')}
				</Button>
			</CommandForm>
		</Card>
	)
}

function SupplementCard({ page, answer }: { page: LoadedPage; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const isRefused = answerTo(answer, about(INTAKE.supplement)) !== undefined
	return (
		<Card title={t('review.supplement.title')}>
			<p className="mb-2 text-table">
				{page.roundsLeft > 0
					? t('review.supplement.lead', { number: page.supplements.length + 1, left: page.roundsLeft })
					: t('review.supplement.none')}
			</p>
			<details open={isRefused}>
				<summary className="text-table text-accent">{t('review.supplement.write')}</summary>
				<CommandForm
					answer={answer}
					about={about(INTAKE.supplement)}
					commandKey={`${page.key}-supplement`}
					seen={page.heading.revision}
					className="mt-2"
				>
					{ROWS.slice(0, ROWS_OPEN).map((row) => (
						<SupplementRow key={row} row={row} />
					))}
					<details open={isRefused} className="mb-3">
						<summary className="text-table text-accent">{t('review.supplement.more')}</summary>
						{ROWS.slice(ROWS_OPEN).map((row) => (
							<SupplementRow key={row} row={row} />
						))}
					</details>
					<Button icon="list">{t('review.supplement.submit')}</Button>
				</CommandForm>
			</details>
		</Card>
	)
}

function ReturnCard({ page, answer }: { page: LoadedPage; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const wording = useWording()
	const isRefused = answerTo(answer, about(INTAKE.return)) !== undefined
	if (page.heading.state === 'supplement' && !page.isOverdue)
		return (
			<Card title={t('review.return.title')}>
				<p className="text-table">{t('review.return.notOverdue')}</p>
			</Card>
		)
	return (
		<Card title={t('review.return.title')}>
			<p className="mb-2 text-table">{t('review.return.lead')}</p>
			<details open={isRefused}>
				<summary className="text-table text-accent">{t('review.return.write')}</summary>
				<CommandForm
					answer={answer}
					about={about(INTAKE.return)}
					commandKey={`${page.key}-return`}
					seen={page.heading.revision}
					className="mt-2"
				>
					<SelectField
						name={INTAKE.return.reasonCode}
						label={t('review.return.reason')}
						empty={t('review.choose')}
						defaultValue={''}
						options={page.reasons.map((reason) => ({ value: reason.code, label: wording(reason.name) }))}
					/>
					<TextArea name={INTAKE.return.words} label={t('review.return.words')} />
					<Button look="danger" icon="back">
						{t('review.return.submit')}
					</Button>
				</CommandForm>
			</details>
		</Card>
	)
}

function SupplementRow({ row }: { row: number }) {
	const { t } = useTranslation()
	return (
		<fieldset className="mb-2 border-t border-line pt-2">
			<legend className="text-quiet text-ink3">{t('review.supplement.row', { number: row + 1 })}</legend>
			<TextField
				name={fieldAt(INTAKE.supplement.what, row)}
				label={t('review.supplement.what')}
				required={row === 0}
			/>
			<TextField
				name={fieldAt(INTAKE.supplement.reason, row)}
				label={t('review.supplement.reason')}
				required={row === 0}
			/>
		</fieldset>
	)
}
