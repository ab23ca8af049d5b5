import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { TextField } from '#app/components/form/fields.tsx'
import { SearchForm } from '#app/components/form/search-form.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, MeetingChip, StateChip } from '#app/components/frame/chips.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { StandingChip } from '#app/components/register/standing-chip.tsx'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type Found,
	type Hit,
	type Hits,
	MOST_HITS,
	searchEverything,
} from '#app/services/search/search-everything.server.ts'

export const handle = { title: 'shell.search.title' } satisfies PageHandle

const Query = z.object({ q: z.string().trim().max(200).catch('') })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { q } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
	return { asked: q, found: await searchEverything(shell, actor, q), most: MOST_HITS }
}

/** 全文检索: one field for everything that one may see. */
export default function SearchRoute() {
	const { t } = useTranslation()
	const { asked, found } = useLoaderData<typeof loader>()
	return (
		<>
			<PageHead />
			<PageBody>
				<SearchForm columns="md:grid-cols-[minmax(0,420px)_auto]">
					<TextField
						key={asked}
						name="q"
						type="search"
						label={t('shell.search.label')}
						hint={t('shell.search.hint')}
						required={false}
						defaultValue={asked}
					/>
				</SearchForm>
				{found.map((hits) => (
					<HitList key={hits.kind} {...hits} />
				))}
				{asked !== '' && found.length === 0 ? (
					<Card padded={false}>
						<EmptyState>{t('shell.search.none', { asked })}</EmptyState>
					</Card>
				) : null}
			</PageBody>
		</>
	)
}

function HitList({ kind, hits, hasMore }: Hits) {
	const { t } = useTranslation()
	const { most } = useLoaderData<typeof loader>()
	return (
		<Card title={t(`shell.search.kind.${kind}`)}>
			<ul>
				{hits.map((hit) => (
					<HitLine key={hit.id} hit={hit} />
				))}
			</ul>
			{hasMore ? <p className="mt-2 text-ink3">{t('shell.search.more', { count: most })}</p> : null}
		</Card>
	)
}

const ADDRESS = { matter: '/matters', document: '/register', meeting: '/meetings' } as const

function HitLine({ hit }: { hit: Hit }) {
	return (
		<li className="border-b border-line py-2 last:border-b-0">
			<p className="flex flex-wrap items-baseline gap-x-2">
				<Link to={`${ADDRESS[hit.kind]}/${hit.id}`} className="font-semibold">
					{hit.title}
				</Link>
				<HowItStands hit={hit} />
				<span className="text-ink3">{hit.organ}</span>
			</p>
			{hit.found.map((found) => (
				<FoundLine key={found.field} found={found} />
			))}
		</li>
	)
}

function HowItStands({ hit }: { hit: Hit }) {
	const language = useLanguage()
	switch (hit.kind) {
		case 'matter':
			return <StateChip state={hit.state} />
		case 'document':
			return (
				<>
					<StandingChip standing={hit.standing} />
					<Chip tone="grey">{hit.documentNumber}</Chip>
				</>
			)
		case 'meeting':
			return (
				<>
					<MeetingChip state={hit.state} />
					<span className="text-ink3">{formatInstant(hit.startsAt, language)}</span>
				</>
			)
	}
}

function FoundLine({ found: { field, excerpt } }: { found: Found }) {
	const { t } = useTranslation()
	return (
		<p className="text-table text-ink2">
			<span className="mr-2 text-ink3">{t(`shell.search.field.${field}`)}</span>
			{excerpt.before}
			<mark className="rounded-chip bg-warn-soft px-[2px] text-ink">{excerpt.word}</mark>
			{excerpt.after}
		</p>
	)
}
