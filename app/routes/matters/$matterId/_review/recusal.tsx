import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
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
import { RECUSAL } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type InterestLine,
	type RecusalLine,
	decideRecusal,
	readRecusalPage,
	requestRecusal,
} from '#app/services/intake/recuse-reviewer.server.ts'

export const handle = { title: 'acts.recusal.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readRecusalPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: RECUSAL,
		run: ({ shell, actor, order, form: { intent, words: typed } }) =>
			intent === 'request'
				? requestRecusal(shell, actor, order, typed)
				: decideRecusal(shell, actor, order, { isGranted: intent === 'grant', words: typed }),
		goTo: ({ order, form }) => `/matters/${order.matterId}/${form.intent === 'grant' ? 'assign' : 'recusal'}`,
	})
}

export default function RecusalRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('acts.recusal.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('acts.recusal.lead')}</p>
				<Card title={t('acts.recusal.record')}>
					{page.lines.length === 0 ? <EmptyState>{t('acts.recusal.none')}</EmptyState> : null}
					<ul>
						{page.lines.map((line) => (
							<Line key={line.id} line={line} />
						))}
					</ul>
				</Card>
				<Card title={t('acts.interest.record')}>
					{page.interests.length === 0 ? <EmptyState>{t('acts.interest.nobody')}</EmptyState> : null}
					<ul>
						{page.interests.map((line) => (
							<Interest key={line.id} line={line} />
						))}
					</ul>
				</Card>
				{page.mayAsk ? <Asking page={page} answer={answer} /> : null}
				{page.mayDecide ? <Deciding page={page} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

function Line({ line }: { line: RecusalLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { answer } = line
	return (
		<li className="border-b border-line py-2 text-table last:border-0">
			<p>
				{line.person} {formatInstant(line.requestedAt, language)}
				{t('acts.recusal.colon')}
				{line.ground}
			</p>
			<p className="text-ink2">
				{answer
					? `${answer.by} ${formatInstant(answer.at, language)} ${t(answer.isGranted ? 'acts.recusal.granted' : 'acts.recusal.declined')}${t('acts.recusal.colon')}${answer.reason}`
					: t('acts.recusal.open')}
			</p>
		</li>
	)
}

function Interest({ line }: { line: InterestLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<li className="border-b border-line py-2 text-table last:border-0">
			{line.person} {formatInstant(line.declaredAt, language)}
			{t('acts.recusal.colon')}
			{line.words === null ? t('acts.interest.saidNone') : t('acts.interest.saidSome', { words: line.words })}
		</li>
	)
}

type FormProps = {
	readonly page: { readonly key: string; readonly heading: { readonly revision: number } }
	readonly answer: FormAnswer | undefined
}

function Asking({ page, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('acts.button.recusal.requested')}>
			<p className="mb-2 text-table">{t('acts.recusal.askLead')}</p>
			<CommandForm
				commandKey={page.key}
				seen={page.heading.revision}
				answer={answer}
				about={about(RECUSAL.request)}
			>
				<TextArea
					name={RECUSAL.request.words}
					label={t('acts.recusal.ground')}
					hint={t('acts.recusal.groundHint')}
					rows={3}
				/>
				<Button icon="pen">{t('acts.recusal.ask')}</Button>
			</CommandForm>
		</Card>
	)
}

function Deciding({ page, answer }: FormProps) {
	const { t } = useTranslation()
	return (
		<Card title={t('acts.button.recusal.decided')}>
			<p className="mb-2 text-table">{t('acts.recusal.decideLead')}</p>
			<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
				<TextArea name={RECUSAL.grant.words} label={t('acts.recusal.reason')} rows={3} />
				<Button look="filled" icon="check" {...sending(RECUSAL.grant)}>
					{t('acts.recusal.grant')}
				</Button>{' '}
				<Button icon="back" {...sending(RECUSAL.decline)}>
					{t('acts.recusal.decline')}
				</Button>
			</CommandForm>
		</Card>
	)
}
