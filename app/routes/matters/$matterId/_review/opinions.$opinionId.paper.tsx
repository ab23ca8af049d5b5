import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { PaperView } from '#app/components/paper/paper-view.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readPaperPage } from '#app/services/opinion/read-opinion-pages.server.ts'

export const handle = { title: 'review.paperPage' } satisfies PageHandle

const Params = z.object({ opinionId: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	return pageOrThrow(await readPaperPage(shell, actor, matterIdOf(args.params), params.data.opinionId))
}

export default function OpinionPaperRoute() {
	const { t } = useTranslation()
	const { heading, paper, revokedReason } = useLoaderData<typeof loader>()
	return (
		<>
			<div className="no-print">
				<DeskHead heading={heading} title={t('review.paperPage')} />
			</div>
			<PageBody>
				{revokedReason === null ? null : (
					<p className="rounded bg-bad-soft px-4 py-2 text-bad">
						{t('review.revokedBecause', { reason: revokedReason })}
					</p>
				)}
				<PaperView paper={paper} />
			</PageBody>
		</>
	)
}
