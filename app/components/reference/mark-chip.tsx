import { useTranslation } from 'react-i18next'
import { Chip } from '#app/components/frame/chips.tsx'
import type { ReferenceMark } from '#app/domain/reference/reference-kind.ts'

/** Whether an entry was compared with its source: 已核, or 默认值，待确认. */
export function MarkChip({ mark }: { mark: ReferenceMark }) {
	const { t } = useTranslation()
	return (
		<Chip tone={mark === 'verified' ? 'green' : 'amber'} icon={mark === 'verified' ? 'check' : 'alert'}>
			{t(`reference.mark.${mark}`)}
		</Chip>
	)
}
