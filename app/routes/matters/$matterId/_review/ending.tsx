import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextArea } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { type Given, about, sending } from '#app/forms/form.ts'
import { ENDING } from '#app/forms/request-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type EndingLine,
	type EndingPage,
	declineEnding,
	mergeMatter,
	readEndingPage,
	requestEnding,
	terminateMatter,
} from '#app/services/submission/end-matter.server.ts'

export const handle = { title: 'acts.ending.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readEndingPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, { shape: ENDING, run, goTo: toMatter })
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof ENDING>>) {
	const { words } = form
	switch (form.intent) {
		case 'terminate':
			return requestEnding(shell, actor, order, { ending: 'termination', into: null, words })
		case 'merge':
			return requestEnding(shell, actor, order, { ending: 'merger', into: form.into, words })
		case 'grant-termination':
			return terminateMatter(shell, actor, order, words)
		case 'grant-merger':
			return mergeMatter(shell, actor, order, words)
		case 'decline':
			return declineEnding(shell, actor, order, words)
	}
}

export default function EndingRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('acts.ending.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('acts.ending.lead')}</p>
				<Card title={t('acts.ending.record')}>
					{page.lines.length === 0 ? <EmptyState>{t('acts.ending.none')}</EmptyState> : null}
					<ul>
						{page.lines.map((line) => (
							<Line key={line.id} line={line} />
						))}
					</ul>
				</Card>
				{page.mayAsk ? <Asking page={page} answer={answer} /> : null}
				{page.mayDecide ? <Deciding page={page} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

function Line({ line }: { line: EndingLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { answer, kind } = line
	return (
		<li className="border-b border-line py-2 text-table last:border-0">
			<p>{t(`acts.ending.asked.${kind}`, { ...line, at: formatInstant(line.at, language) })}</p>
			<p className="text-ink2">
				{answer
					? t(answer.isGranted ? 'acts.ending.granted' : 'acts.ending.declined', {
							...answer,
							at: formatInstant(answer.at, language),
						})
					: t('acts.ending.open')}
			</p>
		</li>
	)
}

type FormProps = {
	readonly page: Pick<EndingPage, 'heading' | 'others' | 'mayDecide'> & { readonly key: string }
	readonly answer: FormAnswer | undefined
}

function Asking({ page, answer }: FormProps) {
	const { t } = useTranslation()
	const form = { commandKey: page.key, seen: page.heading.revision, answer }
	return (
		<>
			<Card title={t('acts.ending.terminate')}>
				<CommandForm {...form} about={about(ENDING.terminate)}>
					<TextArea name={ENDING.terminate.words} label={t('acts.ending.words')} rows={3} />
					<Button look="danger">{t('acts.ending.terminate')}</Button>
				</CommandForm>
			</Card>
			{page.others.length === 0 ? null : (
				<Card title={t('acts.ending.merge')}>
					<CommandForm {...form} about={about(ENDING.merge)}>
						<SelectField
							name={ENDING.merge.into}
							label={t('acts.ending.into')}
							empty={t('acts.ending.choose')}
							defaultValue=""
							options={page.others.map(({ id, title }) => ({ value: id, label: title }))}
						/>
						<TextArea name={ENDING.merge.words} label={t('acts.ending.words')} rows={3} />
						<Button look="danger">{t('acts.ending.merge')}</Button>
					</CommandForm>
				</Card>
			)}
		</>
	)
}

function Deciding({ page, answer }: FormProps) {
	const { t } = useTranslation()
	const isMerger = page.mayDecide === 'merger'
	const grant = isMerger ? ENDING['grant-merger'] : ENDING['grant-termination']
	return (
		<Card title={t(isMerger ? 'acts.button.matter.merged' : 'acts.button.matter.terminated')}>
			<p className="mb-2 text-table">{t('acts.ending.decideLead')}</p>
			<CommandForm commandKey={page.key} seen={page.heading.revision} answer={answer}>
				<TextArea name={grant.words} label={t('acts.ending.reason')} rows={3} />
				<Button look="danger" {...sending(grant)}>
					{t(isMerger ? 'acts.ending.grantMerger' : 'acts.ending.grantTermination')}
				</Button>{' '}
				<Button icon="back" {...sending(ENDING.decline)}>
					{t('acts.ending.decline')}
				</Button>
			</CommandForm>
		</Card>
	)
}
