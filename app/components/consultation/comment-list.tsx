import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { EmptyState } from '#app/components/frame/page.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { CommentLine, CommentsPage } from '#app/services/consultation/read-comments.server.ts'

/** The comments of the newest consultation, in the order in which they came, each with a box where they may be judged. */
export function CommentList({
	comments,
	isUnanswered,
	tickOf,
}: {
	comments: CommentsPage
	isUnanswered: boolean
	tickOf: ((line: CommentLine) => ReactNode) | null
}) {
	const { t } = useTranslation()
	const more = isUnanswered ? '&unanswered=yes' : ''
	return (
		<Card title={t('consultation.comments.title', { count: comments.count })} padded={false}>
			<p className="px-4 py-3 text-table text-ink2">{t('consultation.comments.lead')}</p>
			{comments.count === 0 ? null : (
				<p className="px-4 pb-3 text-table">
					{isUnanswered ? (
						<Link to="?">{t('consultation.comments.all')}</Link>
					) : (
						<Link to="?unanswered=yes">{t('consultation.comments.unanswered')}</Link>
					)}
				</p>
			)}
			{comments.lines.length === 0 ? <EmptyState>{t('consultation.comments.none')}</EmptyState> : null}
			<ul>
				{comments.lines.map((line) => (
					<CommentRow key={line.id} line={line} tick={tickOf?.(line) ?? null} />
				))}
			</ul>
			{comments.next === null ? null : (
				<p className="border-t border-line px-4 py-3">
					<Link to={`?after=${comments.next}${more}`}>{t('consultation.comments.more')}</Link>
				</p>
			)}
		</Card>
	)
}

function CommentRow({ line, tick }: { line: CommentLine; tick: ReactNode }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const who = [t(`consultation.commenter.${line.standing}`), line.name, line.contact].filter(Boolean)
	const from = line.pointName ?? t(`consultation.source.${line.source}`)
	return (
		<li className="border-t border-line px-4 py-3 text-table">
			<p className="flex flex-wrap items-baseline gap-x-3 text-ink3">
				<span className="font-semibold text-ink">
					{t('consultation.comments.number', { number: line.number })}
				</span>
				<span>{line.place ?? t('consultation.comments.whole')}</span>
				<span>{from}</span>
				<span>{who.join(' · ')}</span>
				<span>{formatDay(line.receivedOn, language)}</span>
				{line.isLate ? <Chip tone="amber">{t('consultation.comments.late')}</Chip> : null}
			</p>
			<p className="whitespace-pre-wrap break-words" lang="zh-CN">
				{line.words}
			</p>
			{line.wish === null ? null : (
				<p className="whitespace-pre-wrap break-words text-ink2" lang="zh-CN">
					{t('consultation.comments.wish', { wish: line.wish })}
				</p>
			)}
			{line.answer === null ? null : (
				<p className="mt-1 whitespace-pre-wrap break-words border-l-4 border-line pl-3" lang="zh-CN">
					{t('consultation.judged', {
						answer: t(`consultation.answer.${line.answer.answer}`),
						reason: line.answer.reason,
					})}
				</p>
			)}
			{tick}
		</li>
	)
}
