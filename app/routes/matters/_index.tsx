import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LinkButton } from '#app/components/form/button.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, StateChip } from '#app/components/frame/chips.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { MATTER_COLUMNS } from '#app/components/lists/matter-columns.ts'
import { SavedFilters } from '#app/components/lists/saved-filters.tsx'
import { MatterFilterForm } from '#app/components/matter/matter-filter.tsx'
import { orderOfWord } from '#app/domain/matter/matter-order.ts'
import { SAVED_FILTERS } from '#app/forms/list-forms.ts'
import { askedOf, matterFields, readMatterFilter } from '#app/http/lists/list-queries.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { type MatterLine, readMatters } from '#app/services/matter/read-matters.server.ts'
import { readSavedFilters, removeFilter, saveFilter } from '#app/services/matter/saved-filters.server.ts'

export const handle = { title: 'matter.list.title' } satisfies PageHandle

const After = z.object({ after: z.uuid(), value: z.string().max(1000).optional() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedOf(args.request)
	const cursor = After.safeParse(asked)
	const after = cursor.success ? { id: cursor.data.after, value: cursor.data.value ?? null } : null
	const order = orderOfWord(asked['sort'])
	const page = await readMatters(shell, actor, readMatterFilter(asked), after, { order })
	const filters = await readSavedFilters(shell, actor)
	return { ...page, key: shell.newId(), filters, fields: matterFields(asked) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm<typeof SAVED_FILTERS, null>(args, {
		shape: SAVED_FILTERS,
		run: ({ shell, actor, form }) =>
			form.intent === 'save'
				? saveFilter(shell, actor, { name: form.name, search: addressOf(fieldsOf(form.search)) })
				: removeFilter(shell, actor, form.filterId),
		goTo: ({ form }) => `/matters?${form.intent === 'save' ? addressOf(fieldsOf(form.search)) : ''}`,
	})
}

/** What came with a form is read like an address, so that nothing is kept that an address could not say. */
function fieldsOf(search: string) {
	return matterFields(Object.fromEntries(new URLSearchParams(search)))
}

/** Fields as an address has them; what narrows nothing is left out. */
function addressOf(fields: Readonly<Record<string, string>>): string {
	return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString()
}

export default function MattersRoute() {
	const { t } = useTranslation()
	const { matters, next, mayOpen, organs, key, filters, fields } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const present = addressOf(fields)
	const isFiltered = present !== ''
	const create = { to: '/matters/new', label: t('matter.list.open') }
	return (
		<>
			<PageHead
				actions={
					mayOpen ? (
						<LinkButton to={create.to} look="filled">
							{create.label}
						</LinkButton>
					) : null
				}
			/>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				<MatterFilterForm key={present} fields={fields} organs={organs} isFiltered={isFiltered} />
				<SavedFilters filters={filters} present={present} commandKey={key} answer={answer} />
				{matters.length > 0 ? <ExportLinks list="matters" search={fields} /> : null}
				<Card padded={false}>
					{matters.length === 0 ? (
						<EmptyState {...(mayOpen && !isFiltered ? { link: create } : {})}>
							{t(isFiltered ? 'matter.list.noneFound' : 'matter.list.none')}
						</EmptyState>
					) : (
						<MatterTable matters={matters} />
					)}
				</Card>
				{next ? (
					<LinkButton to={`/matters?${addressOf({ ...fields, after: next.id, value: next.value ?? '' })}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function MatterTable({ matters }: { matters: readonly MatterLine[] }) {
	const { t } = useTranslation()
	const { fields } = useLoaderData<typeof loader>()
	return (
		<ListTable
			columns={MATTER_COLUMNS}
			rows={matters}
			keyOf={({ id }) => id}
			order={{
				...orderOfWord(fields.sort),
				keys: ['title', 'number', 'state', 'since', 'due'],
				linkOf: (sort) => `/matters?${addressOf({ ...fields, sort })}`,
			}}
			looks={{
				title: ({ id, title }) => (
					<Link to={`/matters/${id}`} className="font-semibold">
						{title}
					</Link>
				),
				number: ({ caseNumber }) => caseNumber ?? t('matter.head.noNumber'),
				round: ({ round }) => t('matter.head.round', { round }),
				state: ({ state, isChanged }) => (
					<>
						<StateChip state={state} short />{' '}
						{isChanged ? (
							<Chip tone="red" icon="shield-cross">
								{t('words.clearanceState.void')}
							</Chip>
						) : null}
					</>
				),
			}}
		/>
	)
}
