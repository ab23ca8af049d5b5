import { useTranslation } from 'react-i18next'
import type { TextProblem } from '#app/domain/legal-text/legal-text.ts'

type OutlineProps = {
	/** Shown whole from the beginning. */
	readonly isOpen?: boolean
	readonly outline: {
		readonly articles: number
		readonly entries: readonly {
			readonly label: string
			readonly start: string
			readonly isHeading: boolean
		}[]
		readonly problems: readonly TextProblem[]
	}
}

/** The structure of a text as the parser saw it, and what is odd about its numbers. */
export function DraftOutline({ outline, isOpen = false }: OutlineProps) {
	const { t } = useTranslation()
	const hasNoArticle = outline.problems.some((problem) => problem.code === 'no-article')
	const places = outline.problems.flatMap((problem) => {
		if (problem.code === 'duplicate-article')
			return [t('intake.draft.duplicate', { label: problem.label, line: problem.line + 1 })]
		if (problem.code === 'missing-article')
			return [t('intake.draft.gap', { after: problem.after, found: problem.found, line: problem.line + 1 })]
		if (problem.code === 'out-of-order')
			return [t('intake.draft.outOfOrder', { label: problem.label, line: problem.line + 1 })]
		return []
	})
	return (
		<>
			{hasNoArticle ? <p className="mt-3 text-table text-warn">{t('intake.draft.noArticles')}</p> : null}
			{places.length > 0 ? (
				<p className="mt-3 text-table text-warn">
					{t('intake.draft.numbering', { places: places.join('；') })}
				</p>
			) : null}
			{outline.entries.length > 0 ? (
				<details className="my-3" open={isOpen}>
					<summary className="cursor-pointer text-table text-accent">
						{t('intake.draft.outline', { count: outline.articles })}
					</summary>
					<ol lang="zh-CN" className="mt-2 text-table">
						{outline.entries.map((entry, index) => (
							<li key={index} className={entry.isHeading ? 'mt-2 font-semibold' : 'pl-4'}>
								{entry.label}　{entry.start}
							</li>
						))}
					</ol>
				</details>
			) : null}
		</>
	)
}
