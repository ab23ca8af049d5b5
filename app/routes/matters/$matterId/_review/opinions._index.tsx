import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { ConclusionChip, CounselOpinions } from '#app/components/review/counsel-opinions.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { OpinionItem } from '#app/components/review/opinion-item.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type OpinionRow,
	type RecheckRow,
	readOpinionsPage,
} from '#app/services/opinion/read-opinions-page.server.ts'

export const handle = { title: 'review.opinions.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return pageOrThrow(await readOpinionsPage(shell, actor, matterIdOf(args.params)))
}

export default function OpinionsRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const page = useLoaderData<typeof loader>()
	const { heading } = page
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('review.opinions.title')}
				tab="opinions"
				actions={
					<LinkButton to={`/matters/${heading.matterId}/redline`} icon="list">
						{t('redline.title')}
					</LinkButton>
				}
			/>
			<PageBody isNarrow>
				{page.opinions.length === 0 ? (
					<EmptyState>
						{heading.dueOn && heading.state === 'reviewing'
							? t('review.opinions.noneUntil', { day: formatDay(heading.dueOn, language) })
							: t('review.opinions.none')}
					</EmptyState>
				) : null}
				{page.rechecks.length > 0 ? (
					<Card title={t('review.recheck.history')} padded={false}>
						<ul>
							{page.rechecks.map((row) => (
								<RecheckLine key={row.id} row={row} />
							))}
						</ul>
					</Card>
				) : null}
				{page.opinions.map((opinion) => (
					<Opinion key={opinion.id} matterId={heading.matterId} opinion={opinion} />
				))}
				{page.counsel.length > 0 ? (
					<Card title={t('review.counsel.given')} note={t('review.inside')} padded={false}>
						<CounselOpinions rows={page.counsel} />
					</Card>
				) : null}
			</PageBody>
		</>
	)
}

function Opinion({ matterId, opinion }: { matterId: string; opinion: OpinionRow }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card
			id={`opinion-${opinion.id}`}
			title={opinion.number}
			note={`${t('intake.desk.round', { round: opinion.round })} · ${opinion.signer} · ${formatInstant(opinion.signedAt, language)}`}
			aside={<LinkButtonToPaper matterId={matterId} opinionId={opinion.id} />}
		>
			<p className="flex flex-wrap items-baseline gap-3">
				<ConclusionChip conclusion={opinion.conclusion} />
				<span className="text-table">
					{t('review.version', { version: opinion.versionNo })} <HashText hash={opinion.contentSha256} />
				</span>
			</p>
			{opinion.revokedReason ? (
				<p className="mt-2 rounded bg-bad-soft px-3 py-2 text-bad">
					{t('review.opinions.revoked', { reason: opinion.revokedReason })}
				</p>
			) : null}
			<p lang="zh-CN" className="mt-2 whitespace-pre-wrap">
				{opinion.summary}
			</p>
			<ol className="mt-2 divide-y divide-line border-t border-line">
				{opinion.items.map((item) => (
					<li key={item.id}>
						<OpinionItem item={item} />
					</li>
				))}
			</ol>
			{opinion.items.length === 0 ? (
				<p className="text-table text-ink3">{t('review.opinions.noItems')}</p>
			) : null}
		</Card>
	)
}

function LinkButtonToPaper({ matterId, opinionId }: { matterId: string; opinionId: string }) {
	const { t } = useTranslation()
	return (
		<LinkButton to={`/matters/${matterId}/opinions/${opinionId}/paper`}>
			{t('review.opinions.paper')}
		</LinkButton>
	)
}

function RecheckLine({ row }: { row: RecheckRow }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<li className="border-b border-line px-4 py-2 text-table last:border-b-0">
			<span className="font-semibold">
				{t(`review.recheck.kind.${row.kind}`)} · {t(`review.recheck.result.${row.result}`)}
			</span>{' '}
			<span className="text-ink3">
				{row.reviewer} {formatInstant(row.proposedAt, language)}
			</span>
			{row.decision ? (
				<p>
					{t(`review.recheck.decision.${row.decision}`, { who: row.decidedBy ?? '' })}{' '}
					<span lang="zh-CN">{row.decisionText}</span>
				</p>
			) : null}
			{row.note ? <p lang="zh-CN">{row.note}</p> : null}
		</li>
	)
}
