import { useTranslation } from 'react-i18next'
import type { Standing } from '#app/domain/register/standing.ts'
import { type Tone, Chip } from '#app/components/frame/chips.tsx'
import type { IconName } from '#app/components/frame/icon.tsx'

const LOOKS: Readonly<Record<Standing, readonly [Tone, IconName]>> = {
	'not-yet-in-force': ['blue', 'clock'],
	'in-force': ['green', 'check'],
	lapsed: ['amber', 'clock'],
	repealed: ['red', 'cross'],
	withdrawn: ['grey', 'minus'],
}

/** How a published document stands today. */
export function StandingChip({ standing }: { standing: Standing }) {
	const { t } = useTranslation()
	const [tone, icon] = LOOKS[standing]
	return (
		<Chip tone={tone} icon={icon}>
			{t(`register.standing.${standing}`)}
		</Chip>
	)
}
