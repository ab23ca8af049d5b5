import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { BehindNotice } from '#app/components/meeting/behind-notice.tsx'
import { EvidenceOffer } from '#app/components/matter/evidence-offer.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { PaperTable } from '#app/components/paper/paper-table.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readPapersPage } from '#app/services/matter/read-papers.server.ts'

export const handle = { title: 'paper.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return pageOrThrow(await readPapersPage(shell, actor, matterIdOf(args.params)))
}

/** 文书: every paper that acts on the matter have sealed. */
export default function PapersRoute() {
	const { t } = useTranslation()
	const { heading, papers, behind } = useLoaderData<typeof loader>()
	return (
		<>
			<MatterHead heading={heading} tab="papers" />
			<PageBody>
				<BehindNotice behind={behind} />
				<p className="mb-3 text-table text-ink2">{t('paper.lead')}</p>
				<EvidenceOffer heading={heading} />
				{behind ? null : (
					<Card padded={false}>
						{papers.length === 0 ? (
							<EmptyState>{t('paper.none')}</EmptyState>
						) : (
							<PaperTable matterId={heading.matterId} papers={papers} />
						)}
					</Card>
				)}
			</PageBody>
		</>
	)
}
