import { type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { BesideChanges } from '#app/components/redline/beside-changes.tsx'
import { RedlinePapers } from '#app/components/redline/redline-papers.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { TrackedChanges } from '#app/components/draft-text/tracked-changes.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { redlineSearchOf } from '#app/http/redline-search.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readLooseComparison } from '#app/services/redline/compare-loose-texts.server.ts'

export const handle = { title: 'redline.loose.title' } satisfies PageHandle

const Params = z.object({ comparisonId: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { comparisonId } = params.data
	const { view, choice } = redlineSearchOf(args.request)
	const found = pageOrThrow(await readLooseComparison(shell, actor, comparisonId, choice))
	return data({ comparisonId, view, choice, found }, { status: found ? 200 : 410 })
}

/** While a large pair is being compared the page asks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
	...(page?.found && !page.found.comparison ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export default function LooseComparisonRoute() {
	const { t } = useTranslation()
	const { comparisonId, view, choice, found } = useLoaderData<typeof loader>()
	const again = { to: '/compare', label: t('redline.loose.again') }
	return (
		<>
			<PageHead back={again} />
			<PageBody>
				{!found ? <EmptyState link={again}>{t('redline.loose.gone')}</EmptyState> : null}
				{found && !found.comparison ? (
					<p role="status" className="px-4 py-5">
						{t('redline.loose.waiting')}
					</p>
				) : null}
				{found?.comparison ? (
					<RedlineReader
						reading={found.comparison.reading}
						address={{ path: `/compare/${comparisonId}`, texts: {}, view, choice }}
						above={
							<>
								<BesideChanges changes={found.besideText} />
								<TrackedChanges changes={found.changes} />
							</>
						}
						papers={<RedlinePapers folder={`/compare/${comparisonId}/papers`} />}
						texts={{
							old: {
								name:
									found.old.name ||
									t(found.changes.length > 0 ? 'redline.tracked.before' : 'redline.loose.old'),
								sha256: found.old.sha256,
							},
							new: { name: found.new.name || t('redline.loose.new'), sha256: found.new.sha256 },
						}}
					/>
				) : null}
			</PageBody>
		</>
	)
}
