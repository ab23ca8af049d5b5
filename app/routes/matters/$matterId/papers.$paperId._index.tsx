import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import { BehindNotice } from '#app/components/meeting/behind-notice.tsx'
import { PaperView } from '#app/components/paper/paper-view.tsx'
import { StandingChip } from '#app/components/paper/standing-chip.tsx'
import { matterIdOf, pageOrThrow, paperIdOf } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type PaperPage, readPaperOfMatter } from '#app/services/matter/read-papers.server.ts'

export const handle = { title: 'paper.sealed' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { params } = args
	return pageOrThrow(await readPaperOfMatter(shell, actor, matterIdOf(params), paperIdOf(params)))
}

/** One sealed paper, for reading and for print, with its Word file. */
export default function PaperRoute() {
	const { t } = useTranslation()
	// What a loader sends comes as it was: its values are texts, numbers and lists, and the compiler gives up on their depth.
	const { heading, line, paper, behind } = useLoaderData<typeof loader>() as PaperPage
	const folder = `/matters/${heading.matterId}/papers`
	return (
		<>
			<div className="no-print">
				<PageHead
					title={t(`paper.kind.${line.kind}`)}
					chip={behind ? null : <StandingChip standing={line.standing} isSound={line.isSound} />}
					facts={[line.number, heading.title].filter(Boolean).join(' · ')}
					back={{ to: folder, label: t('paper.back') }}
					actions={
						paper ? (
							<>
								<a href={`${folder}/${line.id}/file`} download className="self-center">
									{t('paper.word')}
								</a>
								<PrintButton label={t('paper.print')} look="filled" />
							</>
						) : null
					}
				/>
			</div>
			<PageBody>
				<BehindNotice behind={behind} />
				{paper ? <PaperView paper={paper} /> : null}
			</PageBody>
		</>
	)
}
