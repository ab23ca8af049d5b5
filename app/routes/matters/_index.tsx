import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, StateChip } from '#app/components/frame/chips.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type MatterLine, readMatters } from '#app/services/matter/read-matters.server.ts'

const Query = z.object({
	state: z.enum(MATTER_STATES).nullable().catch(null),
	track: z.enum(TRACKS).nullable().catch(null),
	organ: z.uuid().nullable().catch(null),
	q: z.string().trim().max(100).catch(''),
	after: z.uuid().nullable().catch(null),
})

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { state, track, organ, q, after } = Query.parse(
		Object.fromEntries(new URL(args.request.url).searchParams),
	)
	const page = await readMatters(shell, actor, { state, track, organId: organ, words: q }, after)
	return { ...page, filter: { state: state ?? '', track: track ?? '', organ: organ ?? '', q } }
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
	const language = useLanguage()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('matter.list.column.title')}</th>
					<th scope="col">{t('matter.list.column.state')}</th>
					<th scope="col">{t('matter.list.column.since')}</th>
					<th scope="col">{t('matter.list.column.due')}</th>
				</tr>
			</thead>
			<tbody>
				{matters.map((matter) => (
					<tr key={matter.id}>
						<td>
							<Link to={`/matters/${matter.id}`} className="font-semibold">
								{matter.title}
							</Link>
							<span className="block text-quiet text-ink3">
								{[
									matter.caseNumber ?? t('matter.head.noNumber'),
									...matter.tracks.map((track) => t(`words.track.${track}`)),
									matter.organ,
									t('matter.head.round', { round: matter.round }),
								].join(' · ')}
							</span>
						</td>
						<td data-label={t('matter.list.column.state')}>
							<StateChip state={matter.state} short />{' '}
							{matter.isChanged ? (
								<Chip tone="red" icon="shield-cross">
									{t('words.clearanceState.void')}
								</Chip>
							) : null}
						</td>
						<td data-label={t('matter.list.column.since')}>{formatInstant(matter.since, language)}</td>
						<td data-label={t('matter.list.column.due')}>
							{matter.dueOn ? formatDay(matter.dueOn, language) : '—'}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}
