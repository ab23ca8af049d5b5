import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/frame/icon.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'

/** When an opinion was last saved while it was written, or that it is not saved or not known to be. */
export function SavedLine(props: {
	isFrozen: boolean
	isSaving: boolean
	savedAt: string | null
	isLost: boolean
	isUnsaved: boolean
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { isFrozen, isSaving, savedAt, isLost, isUnsaved } = props
	if (isFrozen) return <p className="mb-2 text-table text-ink2">{t('review.opinion.frozen')}</p>
	const isUnsure = isLost || isUnsaved
	const words = isUnsaved
		? t('review.opinion.unconfirmed')
		: isLost
			? t('review.opinion.notSaved')
			: isSaving
				? t('review.opinion.saving')
				: savedAt
					? t('review.opinion.saved', { when: formatInstant(savedAt, language) })
					: t('review.opinion.notYet')
	return (
		<p role="status" className={`mb-2 flex gap-1 text-quiet ${isUnsure ? 'text-bad' : 'text-ink3'}`}>
			<Icon name={isUnsure ? 'alert' : 'check'} />
			{words}
		</p>
	)
}
