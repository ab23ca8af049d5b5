import { useTranslation } from 'react-i18next'
import type { ChangeBeyond } from '#app/domain/redline-reading/beyond-items.ts'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'

/**
 * What was changed at places that no item names: substance first, and what follows from it. Where the reader has the
 * list with its words beside (`isListed`), only how many and what follows.
 */
export function BeyondCard(props: { beyond: readonly ChangeBeyond[] | null; isListed?: boolean }) {
	const { beyond, isListed = false } = props
	const { t } = useTranslation()
	if (beyond === null) return <Card title={t('review.beyond.waiting')}>{t('redline.waiting')}</Card>
	const substance = beyond.filter(({ nature }) => nature === 'substance')
	if (beyond.length === 0)
		return (
			<Card title={t('review.beyond.title', { count: 0 })}>
				<p className="text-table text-ok">{t('review.beyond.none')}</p>
			</Card>
		)
	const inOrder = [...substance, ...beyond.filter(({ nature }) => nature !== 'substance')]
	return (
		<div className="rounded-card border-l-4 border-bad">
			<Card
				title={t('review.beyond.title', { count: beyond.length })}
				note={t('review.beyond.split', {
					substance: substance.length,
					wording: beyond.length - substance.length,
				})}
			>
				{isListed ? null : (
					<ol className="max-h-[240px] overflow-y-auto">
						{inOrder.map(({ anchor, place, nature }, at) => (
							<li key={`${anchor}-${at}`} className="flex flex-wrap items-baseline gap-x-2 py-1 text-table">
								<a href={`?at=${anchor}#${anchor}`}>{place}</a>
								<Chip tone={nature === 'substance' ? 'red' : 'amber'} icon="alert">
									{t(`redline.nature.${nature}`)}
								</Chip>
							</li>
						))}
					</ol>
				)}
				<p
					className={
						isListed ? 'text-table font-semibold' : 'mt-2 border-t border-line pt-2 text-table font-semibold'
					}
				>
					{t('review.beyond.rule')}
				</p>
			</Card>
		</div>
	)
}
