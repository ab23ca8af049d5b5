import { useTranslation } from 'react-i18next'
import type { RecordPart } from '#app/domain/matter-record/record-fault.ts'
import { Icon } from '#app/components/frame/icon.tsx'

/** Says of a matter that rows of it were changed past the product: which part, what it means, what to do. */
export function AlteredRecord({ parts }: { parts: readonly RecordPart[] }) {
	const { t } = useTranslation()
	if (parts.length === 0) return null
	const words = parts.map((part) => t(`refusals.part.${part}`)).join(t('refusals.partComma'))
	return (
		<p role="alert" className="my-2 border-l-4 border-bad bg-bad-soft px-4 py-2 font-semibold text-bad">
			<Icon name="shield-cross" /> {t('matter.head.altered', { parts: words })}
		</p>
	)
}
