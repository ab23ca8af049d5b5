import { useTranslation } from 'react-i18next'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import { headOf, isQuiet, namesOf } from './redline-block.tsx'

/** The clauses of a comparison as links to their places, with what became of them; for screens with room for it. */
export function RedlineOutline({
	redline,
	noteFor,
}: {
	redline: Redline
	noteFor?: (block: RedlineBlock) => string
}) {
	const { t } = useTranslation()
	const blocks = redline.blocks.filter((block) => headOf(block) !== '')
	return (
		<nav
			aria-label={t('redline.outline')}
			className="no-print sticky top-4 max-h-[calc(100vh-28px)] self-start overflow-y-auto text-table max-lg:hidden"
		>
			<h2 className="px-2 pb-1 text-quiet text-ink3">{t('redline.outline')}</h2>
			<ol>
				{blocks.map((block) => (
					<li key={block.anchor}>
						<a
							href={`#${block.anchor}`}
							className={`flex justify-between gap-2 rounded px-2 py-1 no-underline hover:bg-accent-soft ${isQuiet(block) ? 'text-ink3' : 'text-ink'}`}
						>
							<span>{namesOf(block.new) || <del className="change">{namesOf(block.old)}</del>}</span>
							<span className="shrink-0 text-quiet text-ink3">
								{[block.kind === 'unchanged' ? '' : t(`redline.kind.${block.kind}`), noteFor?.(block) ?? '']
									.filter(Boolean)
									.join(' · ')}
							</span>
						</a>
					</li>
				))}
			</ol>
		</nav>
	)
}
