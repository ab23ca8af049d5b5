import { useTranslation } from 'react-i18next'
import { Chip } from '#app/components/frame/chips.tsx'
import type { PaperStanding } from '#app/domain/paper/paper-standing.ts'

/** How a sealed paper stands; one whose content is not the one that the trail holds stands for nothing. */
export function StandingChip({ standing, isSound }: { standing: PaperStanding; isSound: boolean }) {
	const { t } = useTranslation()
	if (!isSound)
		return (
			<Chip tone="red" icon="shield-cross">
				{t('paper.broken')}
			</Chip>
		)
	const isGood = standing === 'in-force' || standing === 'used'
	return (
		<Chip tone={isGood ? 'green' : 'grey'} icon={isGood ? 'shield-check' : 'minus'}>
			{t(`paper.standing.${standing}`)}
		</Chip>
	)
}
