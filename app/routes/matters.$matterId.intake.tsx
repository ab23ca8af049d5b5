import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RefusedAnswer } from '#app/components/answer-errors.ts'
import { errorsOf, typedIn } from '#app/components/answer-errors.ts'
import { Button, LinkButton } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { DeskHead } from '#app/components/desk-head.tsx'
import { SelectField, TextArea, TextField } from '#app/components/fields.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/page.tsx'
import { PaperList, useWording } from '#app/components/paper-list.tsx'
import { RefusalNotice } from '#app/components/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/revalidate-after-refusal.ts'
import { StepAnswer } from '#app/components/step-answer.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import type { GivenCommand } from '#app/http/take-command.server.ts'
import { takeCommand, toMatter } from '#app/http/take-command.server.ts'
import { acceptMatter } from '#app/services/accept-matter.server.ts'
import type { IntakePage } from '#app/services/read-intake-page.server.ts'
import { readIntakePage } from '#app/services/read-intake-page.server.ts'
import { requestSupplement } from '#app/services/request-supplement.server.ts'
import { returnMatter } from '#app/services/return-matter.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7]

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readIntakePage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeCommand<unknown>(args, run, toMatter)
}

function run(given: GivenCommand) {
	const { shell, actor, order, text } = given
	switch (text('intent')) {
		case 'supplement':
			return requestSupplement(
				shell,
				actor,
				order,
				ROWS.map((row) => ({ what: text(`what-${row}`), reason: text(`reason-${row}`) })),
			)
		case 'return':
			return returnMatter(shell, actor, order, { reasonCode: text('reasonCode'), words: text('words') })
		default:
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
								<a href={`/matters/${heading.matterId}/files/${file.sha256}`}>{file.name}</a>
							</li>
						))}
					</ul>
				) : null}
			</Card>
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
				<input type="hidden" name="intent" value="accept" />
				<Button look="filled" icon="check">
					{t('review.intake.accept')}
				</Button>
			</CommandForm>
		</Card>
	)
}

function SupplementCard({ page, answer }: { page: LoadedPage; answer: RefusedAnswer | undefined }) {
	const { t } = useTranslation()
	const typed = typedIn(answer, { intent: 'supplement' })
	const isRefused = 'intent' in typed
	return (
		<Card title={t('review.supplement.title')}>
			<p className="mb-2 text-table">
				{page.roundsLeft > 0
					? t('review.supplement.lead', { number: page.supplements.length + 1, left: page.roundsLeft })
					: t('review.supplement.none')}
			</p>
			<details open={isRefused}>
				<summary className="text-table text-accent">{t('review.supplement.write')}</summary>
				<CommandForm commandKey={`${page.key}-supplement`} seen={page.heading.revision} className="mt-2">
					<input type="hidden" name="intent" value="supplement" />
					{ROWS.map((row) => (
						<fieldset key={row} className="mb-2 border-t border-line pt-2">
							<legend className="text-quiet text-ink3">
								{t('review.supplement.row', { number: row + 1 })}
							</legend>
							<TextField
								name={`what-${row}`}
								label={t('review.supplement.what')}
								optional={row > 0}
								defaultValue={typed[`what-${row}`]}
								errors={isRefused ? errorsOf(answer, `what-${row}`, t) : undefined}
							/>
							<TextField
								name={`reason-${row}`}
								label={t('review.supplement.reason')}
								optional={row > 0}
								defaultValue={typed[`reason-${row}`]}
								errors={isRefused ? errorsOf(answer, `reason-${row}`, t) : undefined}
							/>
						</fieldset>
					))}
					<Button icon="list">{t('review.supplement.submit')}</Button>
				</CommandForm>
			</details>
		</Card>
	)
}

function ReturnCard({ page, answer }: { page: LoadedPage; answer: RefusedAnswer | undefined }) {
	const { t } = useTranslation()
	const wording = useWording()
	const typed = typedIn(answer, { intent: 'return' })
	const isRefused = 'intent' in typed
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
				<CommandForm commandKey={`${page.key}-return`} seen={page.heading.revision} className="mt-2">
					<input type="hidden" name="intent" value="return" />
					<SelectField
						name="reasonCode"
						label={t('review.return.reason')}
						empty={t('review.choose')}
						defaultValue={typed['reasonCode'] ?? ''}
						errors={isRefused ? errorsOf(answer, 'reasonCode', t) : undefined}
						options={page.reasons.map((reason) => ({ value: reason.code, label: wording(reason.name) }))}
					/>
					<TextArea
						name="words"
						label={t('review.return.words')}
						defaultValue={typed['words']}
						errors={isRefused ? errorsOf(answer, 'words', t) : undefined}
					/>
					<Button look="danger" icon="back">
						{t('review.return.submit')}
					</Button>
				</CommandForm>
			</details>
		</Card>
	)
}
