import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CheckBox, SelectField, TextField } from '#app/components/form/fields.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { eventWords, RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { SearchForm } from '#app/components/form/search-form.tsx'
import { TrailCheckCard } from '#app/components/trail/trail-check.tsx'
import { TrailTable } from '#app/components/trail/trail-table.tsx'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { refusalStatus } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readTrailQuery } from '#app/http/trail-query.server.ts'
import { checkTrail } from '#app/services/trail/check-trail.server.ts'
import { type TrailQuery, type TrailSearch, searchTrail } from '#app/services/trail/search-trail.server.ts'

export const handle = { title: 'administration.trail.title' } satisfies PageHandle

const PLACES = ['matter', 'meeting', 'document', 'admin', 'user', 'sign-ins'] as const

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { query, after } = readTrailQuery(args.request)
	return {
		key: shell.newId(),
		query,
		...pageOrThrow(await searchTrail(shell, actor, query, after)),
	}
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { key } = await readCommandForm(args, signedIn)
	const checked = await checkTrail(signedIn.shell, signedIn.actor, key)
	return checked.ok
		? data({ check: checked.value, refusal: null })
		: data({ check: null, refusal: checked.reason }, { status: refusalStatus(checked.reason) })
}

export default function AuditRoute() {
	const { t } = useTranslation()
	const { key, query, entries, next, kinds, counts, countedNewest, mayOpenMatters, mayVerify } =
		useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead
				facts={t('administration.trail.lead')}
				actions={
					<p className="text-table">
						<Link to="/audit/checkpoints">{t('checkpoints.title')}</Link>
					</p>
				}
			/>
			<PageBody
				aside={
					<>
						{mayVerify ? <TrailCheckCard commandKey={key} check={answer?.check ?? null} /> : null}
						<Counts counts={counts} countedNewest={countedNewest} />
					</>
				}
				isAsideFirst={answer !== undefined}
			>
				<RefusalNotice refusal={answer?.refusal} />
				<Filter query={query} kinds={kinds} />
				{entries.length > 0 ? (
					<ExportLinks list="audit" search={Object.fromEntries(searchOf(query))} />
				) : null}
				<Card padded={false}>
					{entries.length === 0 ? (
						<EmptyState>{t('administration.trail.none')}</EmptyState>
					) : (
						<TrailTable entries={entries} mayOpenMatters={mayOpenMatters} />
					)}
				</Card>
				{next ? (
					<LinkButton to={`/audit?${searchOf(query, { ...next, seq: String(next.seq) }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function searchOf(query: TrailQuery, more: Readonly<Record<string, string>> = {}): URLSearchParams {
	const { onlyRefused, ...rest } = query
	const given = Object.entries({ ...rest, refused: onlyRefused ? 'yes' : '', ...more })
	return new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

function Filter({ query, kinds }: { query: TrailQuery; kinds: readonly string[] }) {
	const { t } = useTranslation()
	return (
		<SearchForm>
			<SelectField
				name="place"
				label={t('administration.trail.stream')}
				empty={t('administration.trail.streams.all')}
				defaultValue={query.place ?? ''}
				options={PLACES.map((place) => ({ value: place, label: t(`administration.trail.streams.${place}`) }))}
				required={false}
			/>
			<SelectField
				name="kind"
				label={t('administration.trail.kind')}
				empty={t('administration.trail.allKinds')}
				defaultValue={query.kind ?? ''}
				options={kinds.map((kind) => ({ value: kind, label: eventWords(kind, t) }))}
				required={false}
			/>
			<TextField
				name="person"
				label={t('administration.trail.person')}
				defaultValue={query.person}
				required={false}
			/>
			<TextField
				name="from"
				type="date"
				label={t('administration.trail.from')}
				defaultValue={query.from ?? ''}
				required={false}
			/>
			<TextField
				name="to"
				type="date"
				label={t('administration.trail.to')}
				defaultValue={query.to ?? ''}
				required={false}
			/>
			<CheckBox name="refused" label={t('administration.trail.onlyRefused')} isChecked={query.onlyRefused} />
		</SearchForm>
	)
}

function Counts({ counts, countedNewest }: Pick<TrailSearch, 'counts' | 'countedNewest'>) {
	const { t } = useTranslation()
	const total = counts.reduce((sum, each) => sum + each.count, 0)
	return (
		<Card
			title={t('administration.trail.counts')}
			note={total > 0 ? t('administration.trail.total', { count: total }) : undefined}
		>
			<p className="mb-2 text-quiet text-ink3">
				{t(total > 0 ? 'administration.trail.countsLead' : 'administration.trail.countsNone')}
				{countedNewest === null ? null : (
					<> {t('administration.trail.countsNewest', { count: countedNewest })}</>
				)}
			</p>
			<ul>
				{counts.map(({ kind, count }) => (
					<li key={kind} className="flex justify-between gap-3 py-1 text-table">
						<span>{eventWords(kind, t)}</span>
						<span>{t('administration.trail.times', { count })}</span>
					</li>
				))}
			</ul>
		</Card>
	)
}
