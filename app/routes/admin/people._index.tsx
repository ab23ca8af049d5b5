import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { AdminTabs } from '#app/components/administration/admin-tabs.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { Folded } from '#app/components/form/folded.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PeopleTable } from '#app/components/administration/people-table.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SearchForm } from '#app/components/form/search-form.tsx'
import { NEW_PERSON } from '#app/forms/organisation-forms.ts'
import { askedOf, readPeopleFilter } from '#app/http/lists/list-queries.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { addPerson } from '#app/services/organisation/edit-organisation.server.ts'
import { readPeople } from '#app/services/organisation/read-people.server.ts'

export const handle = { title: 'administration.people.title' } satisfies PageHandle

const After = z.string().max(100).nullish().catch(null)

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedOf(args.request)
	const query = { ...readPeopleFilter(asked), after: After.parse(asked['after']) ?? null }
	return { key: shell.newId(), query, ...pageOrThrow(await readPeople(shell, actor, query)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm(args, {
		shape: NEW_PERSON,
		run: ({ shell, actor, key, form }) => addPerson(shell, actor, key, form),
		goTo: (_given, { value }) => `/admin/people/${value.personId}`,
	})
}

export default function PeopleRoute() {
	const { t } = useTranslation()
	const { key, query, people, next, organs, mayEdit } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const filter = { q: query.search, organ: query.organId ?? '' }
	const onward = new URLSearchParams({ ...filter, after: next ?? '' })
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('administration.people.lead')}</p>
				<AdminTabs current="people" mayEdit={mayEdit} />
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				<SearchForm>
					<TextField
						name="q"
						label={t('administration.people.find')}
						defaultValue={query.search}
						required={false}
					/>
					<SelectField
						name="organ"
						label={t('administration.people.organ')}
						empty={t('administration.people.allOrgans')}
						defaultValue={query.organId ?? ''}
						options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
						required={false}
					/>
				</SearchForm>
				{people.length > 0 ? <ExportLinks list="people" search={filter} /> : null}
				<Card padded={false}>
					{people.length > 0 ? (
						<PeopleTable people={people} />
					) : (
						<EmptyState>{t('administration.people.none')}</EmptyState>
					)}
				</Card>
				{next ? (
					<LinkButton to={`/admin/people?${onward.toString()}`}>{t('shell.action.next')}</LinkButton>
				) : null}
				{mayEdit ? <NewPerson commandKey={key} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

function NewPerson({ commandKey, answer }: { commandKey: string; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	return (
		<div className="mt-4">
			<Folded title={t('administration.people.add')} isOpen={answer !== undefined}>
				<Card>
					<p className="mb-3 text-table text-ink2">{t('administration.people.addLead')}</p>
					<CommandForm answer={answer} commandKey={commandKey}>
						<div className="grid items-end gap-x-3 md:grid-cols-3">
							<TextField name={NEW_PERSON.name} label={t('administration.people.column.name')} />
							<TextField name={NEW_PERSON.staffCode} label={t('administration.people.column.staffCode')} />
							<TextField
								name={NEW_PERSON.loginName}
								label={t('administration.people.column.loginName')}
								hint={t('administration.people.loginHint')}
								autoComplete="off"
							/>
						</div>
						<Button look="filled">{t('administration.people.save')}</Button>
					</CommandForm>
				</Card>
			</Folded>
		</div>
	)
}
