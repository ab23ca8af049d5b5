import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { DeskHead } from '#app/components/desk-head.tsx'
import { SelectField } from '#app/components/fields.tsx'
import { ItemsBeside, ItemsElsewhere, itemsOf } from '#app/components/items-beside.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/page.tsx'
import { RedlineOutline } from '#app/components/redline-outline.tsx'
import { RedlineCounts, RedlineView } from '#app/components/redline-view.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { RedlinePage } from '#app/services/read-redline-page.server.ts'
import { readRedlinePage } from '#app/services/read-redline-page.server.ts'

const Search = z.object({
	from: z.coerce.number().int().min(1).nullable().default(null),
	to: z.coerce.number().int().min(1).nullable().default(null),
	view: z.enum(['side', 'inline']).default('side'),
	show: z.enum(['changes', 'all']).default('changes'),
})

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const given = Object.fromEntries(
		[...new URL(args.request.url).searchParams].filter(([, value]) => value !== ''),
	)
	const search = Search.safeParse(given)
	if (!search.success) throw notFound()
	const { from, to, view, show } = search.data
	const page = pageOrThrow(await readRedlinePage(shell, actor, matterIdOf(args.params), { from, to }))
	return { view, show, ...page }
}

type LoadedPage = RedlinePage & { readonly view: 'side' | 'inline'; readonly show: 'changes' | 'all' }

export default function RedlineRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const { heading, from, to, redline, items } = page
	return (
		<>
			<DeskHead heading={heading} title={t('redline.title')} />
			<PageBody>
				{page.versions.length < 2 ? (
					<EmptyState>{t('review.redline.onlyOne')}</EmptyState>
				) : (
					<Choices page={page} />
				)}
				{redline && from && to ? (
					<>
						<Card
							title={t('review.redline.counts')}
							aside={
								<span>
									V{from.versionNo} <HashText hash={from.contentSha256} /> → V{to.versionNo}{' '}
									<HashText hash={to.contentSha256} />
								</span>
							}
						>
							<RedlineCounts redline={redline} />
						</Card>
						{page.show === 'changes' ? <ItemsElsewhere redline={redline} items={items} /> : null}
						<div className="grid gap-4 lg:grid-cols-[210px_minmax(0,1fr)]">
							<RedlineOutline redline={redline} noteFor={(block) => itemNumbers(block, items, t)} />
							<RedlineView
								redline={redline}
								view={page.view}
								show={page.show}
								oldName={`V${from.versionNo}`}
								newName={`V${to.versionNo}`}
								beside={
									items.length > 0 ? (block) => <ItemsBeside block={block} items={items} /> : () => null
								}
							/>
						</div>
					</>
				) : null}
			</PageBody>
		</>
	)
}

/** The items that were put at a block: 意见 1、2. */
function itemNumbers(block: RedlineBlock, items: RedlinePage['items'], t: TFunction): string {
	const numbers = itemsOf(block, items).map((item) => item.position)
	return numbers.length > 0 ? t('redline.item', { number: numbers.join('、') }) : ''
}

/** Which versions, how and how much: a form that is an address, so Back, bookmarks and printing work. */
function Choices({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const options = page.versions.map((version) => ({
		value: String(version.versionNo),
		label: [
			t('review.version', { version: version.versionNo }),
			formatInstant(version.uploadedAt, language),
			...(version.isOfOpinion ? [t('review.redline.ofOpinion')] : []),
		].join(' · '),
	}))
	const base = `/matters/${page.heading.matterId}/redline`
	return (
		<div className="no-print">
			<form method="get" action={base} className="flex flex-wrap items-end gap-x-4">
				<SelectField
					name="from"
					label={t('review.redline.from')}
					defaultValue={String(page.from?.versionNo ?? '')}
					options={options}
				/>
				<SelectField
					name="to"
					label={t('review.redline.to')}
					defaultValue={String(page.to?.versionNo ?? '')}
					options={options}
				/>
				<input type="hidden" name="view" value={page.view} />
				<input type="hidden" name="show" value={page.show} />
				<span className="mb-3">
					<Button>{t('review.redline.compare')}</Button>
				</span>
			</form>
			<p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-table">
				<Toggle page={page} name="view" options={['side', 'inline']} />
				<Toggle page={page} name="show" options={['changes', 'all']} />
			</p>
		</div>
	)
}

function Toggle({
	page,
	name,
	options,
}: {
	page: LoadedPage
	name: 'view' | 'show'
	options: readonly ('side' | 'inline' | 'changes' | 'all')[]
}) {
	const { t } = useTranslation()
	return (
		<span className="inline-flex overflow-hidden rounded border border-control">
			{options.map((option) => {
				const search = new URLSearchParams({
					from: String(page.from?.versionNo ?? ''),
					to: String(page.to?.versionNo ?? ''),
					view: page.view,
					show: page.show,
					[name]: option,
				})
				const isCurrent = page[name] === option
				return (
					<Link
						key={option}
						to={`?${search}`}
						aria-current={isCurrent ? 'true' : undefined}
						className={`px-4 py-1 no-underline max-md:py-2 ${isCurrent ? 'bg-accent-soft font-semibold shadow-[inset_0_-2px_0_currentColor]' : 'bg-surface text-ink2'}`}
					>
						{t(`review.redline.${option}`)}
					</Link>
				)
			})}
		</span>
	)
}
