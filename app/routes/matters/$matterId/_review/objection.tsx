import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { about, sending } from '#app/forms/form.ts'
import { OBJECTION } from '#app/forms/request-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type ObjectionLine,
	type ObjectionPage,
	answerObjection,
	fileObjection,
	readObjectionPage,
} from '#app/services/opinion/object-to-opinion.server.ts'

export const handle = { title: 'acts.objection.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readObjectionPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: OBJECTION,
		run: ({ shell, actor, order, form }) =>
			form.intent === 'file'
				? fileObjection(shell, actor, order, form)
				: answerObjection(shell, actor, order, { isGranted: form.intent === 'grant', words: form.words }),
		goTo: ({ order }) => `/matters/${order.matterId}/objection`,
	})
}

export default function ObjectionRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('acts.objection.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('acts.objection.lead', { days: page.days })}</p>
				<Card title={t('acts.objection.record')}>
					{page.lines.length === 0 ? <EmptyState>{t('acts.objection.none')}</EmptyState> : null}
					<ul>
						{page.lines.map((line) => (
							<Line key={line.id} line={line} />
						))}
					</ul>
				</Card>
				{page.until === null ? null : <Filing page={page} until={page.until} answer={answer} />}
				{page.mayAnswer ? <Answering page={page} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

function Line({ line }: { line: ObjectionLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { answer, basis, words, by } = line
	return (
		<li className="border-b border-line py-2 text-table last:border-0">
			<p>{t('acts.objection.filed', { by, at: formatInstant(line.at, language), basis, words })}</p>
			<p className="text-ink2">
				{answer
					? t(answer.isGranted ? 'acts.objection.granted' : 'acts.objection.maintained', {
							...answer,
							at: formatInstant(answer.at, language),
						})
					: t('acts.objection.answerDue', { day: formatDay(line.answerBy, language) })}
			</p>
		</li>
	)
}

type FormProps = {
	readonly page: Pick<ObjectionPage, 'heading' | 'isTooLate'> & { readonly key: string }
	readonly answer: FormAnswer | undefined
}

function Filing({ page, answer, until }: FormProps & { readonly until: string }) {
	const { t } = useTranslation()
	const day = formatDay(until, useLanguage())
	return (
		<Card title={t('acts.objection.file')}>
			<p className="mb-2 text-table">
				{t(page.isTooLate ? 'acts.objection.tooLate' : 'acts.objection.until', { day })}
			</p>
			{page.isTooLate ? null : (
				<CommandForm
					commandKey={page.key}
					seen={page.heading.revision}
					answer={answer}
					about={about(OBJECTION.file)}
				>
					<TextArea
						name={OBJECTION.file.basis}
						label={t('acts.objection.basis')}
						hint={t('acts.objection.basisHint')}
						rows={2}
					/>
					<TextArea name={OBJECTION.file.words} label={t('acts.objection.words')} rows={4} />
					<Button look="filled" icon="pen">
						{t('acts.objection.file')}
					</Button>
				</CommandForm>
			)}
		</Card>
	)
}

function Answering({ page, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('acts.button.objection.answered')}>
			<p className="mb-2 text-table">{t('acts.objection.answerLead')}</p>
			<p className="mb-2 text-table">
				<Link to={`/matters/${page.heading.matterId}/opinions`}>{t('review.opinions.title')}</Link>
			</p>
			<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
				<TextArea name={OBJECTION.grant.words} label={t('acts.objection.reason')} rows={3} />
				<Button look="filled" icon="check" {...sending(OBJECTION.grant)}>
					{t('acts.objection.grant')}
				</Button>{' '}
				<Button icon="back" {...sending(OBJECTION.maintain)}>
					{t('acts.objection.maintain')}
				</Button>
			</CommandForm>
		</Card>
	)
}
