import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { BesideChanges } from '#app/components/redline/beside-changes.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { TrackedChanges } from '#app/components/draft-text/tracked-changes.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { redlineSearchOf } from '#app/http/redline-search.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readTrackedFile } from '#app/services/redline/read-tracked-file.server.ts'

export const handle = { title: 'redline.tracked.link' } satisfies PageHandle

const Params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A Word file of a matter with its author's tracked changes: what it was before them, and who made them when. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { view, choice } = redlineSearchOf(args.request, 'inline')
	const { sha256 } = params.data
	const page = pageOrThrow(await readTrackedFile(shell, actor, matterIdOf(args.params), sha256, choice))
	return { view, choice, ...page }
}

/** While a large pair is being compared the page asks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
	...(data?.tracked && !data.tracked.reading ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export default function TrackedFileRoute() {
	const { t } = useTranslation()
	const { heading, name, sha256, tracked, view, choice } = useLoaderData<typeof loader>()
	const { matterId } = heading
	return (
		<>
			<MatterHead heading={heading} tab="versions" />
			<PageBody>
				<Card title={tracked ? t('redline.tracked.of', { name }) : name}>
					<p className="text-table">
						<MatterFileLink matterId={matterId} file={{ name, sha256 }} isDownload>
							{t('redline.tracked.original')}
						</MatterFileLink>
					</p>
					{tracked ? (
						<ul className="mt-1 text-table">
							<li>{sameWords('before', tracked.sameBefore, t)}</li>
							<li>{sameWords('after', tracked.sameAfter, t)}</li>
						</ul>
					) : null}
				</Card>
				{tracked ? null : <EmptyState>{t('redline.tracked.none')}</EmptyState>}
				{tracked && !tracked.reading ? (
					<p role="status" className="px-4 py-5">
						{t('redline.loose.waiting')}
					</p>
				) : null}
				{tracked?.reading ? (
					<RedlineReader
						reading={tracked.reading}
						address={{
							path: `/matters/${matterId}/tracked/${sha256}`,
							texts: {},
							view,
							usualView: 'inline',
							choice,
						}}
						above={
							<>
								<BesideChanges changes={tracked.besideText} />
								<TrackedChanges changes={tracked.changes} />
							</>
						}
						texts={{
							old: { name: t('redline.tracked.before'), sha256: '' },
							new: { name: t('redline.tracked.after'), sha256 },
						}}
					/>
				) : null}
			</PageBody>
		</>
	)
}

/** Which version has the words that the file has before or after its changes. */
function sameWords(side: 'before' | 'after', versions: readonly number[], t: TFunction): string {
	const list = versions.map((version) => t('review.version', { version })).join('、')
	return versions.length > 0
		? t(`redline.tracked.same.${side}`, { versions: list })
		: t(`redline.tracked.other.${side}`)
}
