import { useTranslation } from 'react-i18next'
import type { PublicAdoption } from '#app/services/consultation/read-public-consultation.server.ts'
import { AdoptionFigures } from './adoption-card.tsx'

/** What became of the comments, for anybody: the closed table without a word of who commented. */
export function PublicAdoptionTable({ adoption }: { adoption: PublicAdoption }) {
	const { t } = useTranslation()
	return (
		<section className="mb-4 rounded-card border border-line bg-surface px-4 py-3">
			<h2 className="mb-2 text-section font-semibold">{t('consultation.adoption.title')}</h2>
			<AdoptionFigures counts={adoption.counts} />
			<ol lang="zh-CN">
				{adoption.rows.map(({ gist, answer, reason, comments }, at) => (
					<li key={at} className="mt-3 border-t border-line pt-3 text-table">
						<p className="whitespace-pre-wrap break-words">
							{at + 1}. {gist}
							{comments > 1 ? t('consultation.adoption.together', { count: comments }) : null}
						</p>
						<p className="whitespace-pre-wrap break-words text-ink2">
							{t('consultation.judged', { answer: t(`consultation.answer.${answer}`), reason })}
						</p>
					</li>
				))}
			</ol>
		</section>
	)
}
