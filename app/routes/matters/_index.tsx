import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { MATTER_COLUMNS } from '#app/components/lists/matter-columns.ts'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, StateChip } from '#app/components/frame/chips.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { askedOf, readMatterFilter } from '#app/http/lists/list-queries.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type MatterLine, readMatters } from '#app/services/matter/read-matters.server.ts'

const After = z.uuid().nullable().catch(null)

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedOf(args.request)
	const filter = readMatterFilter(asked)
	const page = await readMatters(shell, actor, filter, After.parse(asked['after']))
	const { state, track, organId, words } = filter
	return { ...page, filter: { state: state ?? '', track: track ?? '', organ: organId ?? '', q: words } }
}

export default function MattersRoute() {
	const { t } = useTranslation()
	const { matters, next, mayOpen, filter } = useLoaderData<typeof loader>()
	const isFiltered = isFilled(filter)
	const create = { to: '/matters/new', label: t('matter.list.open') }
	return (
		<>
			<PageHead
				title={t('matter.list.title')}
				actions={
					mayOpen ? (
						<LinkButton to={create.to} look="filled">
							{create.label}
						</LinkButton>
					) : null
				}
			/>
			<PageBody>
				<FilterForm />
				{matters.length > 0 ? <ExportLinks list="matters" search={filter} /> : null}
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
					<LinkButton to={`/matters?${new URLSearchParams({ ...filter, after: next }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function FilterForm() {
	const { t } = useTranslation()
	const { organs, filter } = useLoaderData<typeof loader>()
	return (
		<Form method="get" className="no-print mb-3 grid items-end gap-x-3 md:grid-cols-5">
			<TextField
				name="q"
				type="search"
				label={t('matter.list.search')}
				required={false}
				defaultValue={filter.q}
			/>
			<SelectField
				name="state"
				label={t('matter.list.state')}
				required={false}
				empty={t('matter.list.any')}
				defaultValue={filter.state}
				options={MATTER_STATES.map((state) => ({ value: state, label: t(`words.state.${state}`) }))}
			/>
			<SelectField
				name="track"
				label={t('matter.list.track')}
				required={false}
				empty={t('matter.list.any')}
				defaultValue={filter.track}
				options={TRACKS.map((track) => ({ value: track, label: t(`words.track.${track}`) }))}
			/>
			<SelectField
				name="organ"
				label={t('matter.list.organ')}
				required={false}
				empty={t('matter.list.any')}
				defaultValue={filter.organ}
				options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
			/>
			<p className="mb-3 flex gap-2">
				<Button>{t('matter.list.filter')}</Button>
				{isFilled(filter) ? (
					<LinkButton to="/matters" look="text">
						{t('matter.list.clear')}
					</LinkButton>
				) : null}
			</p>
		</Form>
	)
}

function isFilled(filter: Readonly<Record<string, string>>): boolean {
	return Object.values(filter).some((value) => value !== '')
}

function MatterTable({ matters }: { matters: readonly MatterLine[] }) {
	const { t } = useTranslation()
	return (
		<ListTable
			columns={MATTER_COLUMNS}
			rows={matters}
			keyOf={({ id }) => id}
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
