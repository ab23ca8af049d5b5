import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, TextArea } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { ListFacts } from '#app/components/lists/list-facts.tsx'
import { IMPORT_COLUMNS } from '#app/components/lists/register-columns.ts'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { about, sending } from '#app/forms/form.ts'
import { IMPORT_DECISION } from '#app/forms/register-forms.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { decideImport } from '#app/services/register/decide-import.server.ts'
import { type OpenImport, readImports } from '#app/services/register/read-imports.server.ts'

export const handle = { title: 'register.imports.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readImports(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm(args, {
		shape: IMPORT_DECISION,
		run: ({ shell, actor, key, form }) =>
			decideImport(shell, actor, key, {
				importId: form.importId,
				isConfirmed: form.intent === 'confirm',
				words: form.intent === 'decline' ? form.words : '',
			}),
		goTo: () => '/register/imports',
	})
}

/** Old documents that wait for a second person: each with its source and its text, to be held against the original. */
export default function ImportsRoute() {
	const { t } = useTranslation()
	const { key, imports } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead back={{ to: '/register', label: t('register.back') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 max-w-text">{t('register.imports.lead')}</p>
				{imports.length > 0 ? <ExportLinks list="imports" /> : null}
				{imports.length === 0 ? (
					<Card padded={false}>
						<EmptyState>{t('register.imports.none')}</EmptyState>
					</Card>
				) : null}
				{imports.map((each) => (
					<ImportCard key={each.id} of={each} commandKey={`${key}-${each.id.slice(-8)}`} answer={answer} />
				))}
			</PageBody>
		</>
	)
}

function ImportCard(props: { of: OpenImport; commandKey: string; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const { of: each, commandKey, answer } = props
	return (
		<Card title={each.title}>
			<ListFacts columns={IMPORT_COLUMNS} row={each} />
			<details className="my-2">
				<summary className="text-table text-accent">{t('register.imports.text')}</summary>
				<p lang="zh-CN" className="whitespace-pre-wrap text-table">
					{each.text}
				</p>
			</details>
			{each.isOwn ? (
				<p className="text-table text-ink3">{t('register.imports.own')}</p>
			) : (
				<Answers id={each.id} commandKey={commandKey} answer={answer} />
			)}
		</Card>
	)
}

function Answers({
	id,
	commandKey,
	answer,
}: {
	id: string
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const { confirm, decline } = IMPORT_DECISION
	return (
		<>
			<CommandForm
				answer={answer}
				about={about(confirm, { [confirm.importId.name]: id })}
				commandKey={`${commandKey}-confirm`}
			>
				<HiddenField name={confirm.importId} value={id} />
				<Button {...sending(confirm)} look="filled" icon="check">
					{t('register.imports.confirm')}
				</Button>
			</CommandForm>
			<details className="mt-2">
				<summary className="text-table text-accent">{t('register.imports.decline')}</summary>
				<CommandForm
					answer={answer}
					about={about(decline, { [decline.importId.name]: id })}
					commandKey={`${commandKey}-decline`}
					className="mt-2"
				>
					<HiddenField name={decline.importId} value={id} />
					<TextArea
						name={decline.words}
						id={`words-${id}`}
						label={t('register.imports.declineWords')}
						rows={2}
					/>
					<Button {...sending(decline)} look="danger">
						{t('register.imports.decline')}
					</Button>
				</CommandForm>
			</details>
		</>
	)
}
