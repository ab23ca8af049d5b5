import type { Problem } from '#app/domain/problem.ts'
import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from './use-arrival-focus.ts'

/** How many fields of a form do not stand yet, above them; the words are beside each field. Nothing typed is lost. */
export function ErrorSummary({ faults }: { faults: Readonly<Record<string, readonly Problem[]>> }) {
	const { t } = useTranslation()
	const count = Object.values(faults).filter((problems) => problems.length > 0).length
	const place = useArrivalFocus<HTMLParagraphElement>(faults)
	if (count === 0) return null
	return (
		<p
			ref={place}
			role="alert"
			tabIndex={-1}
			className="mb-4 rounded-card border border-bad bg-bad-soft px-4 py-2 font-semibold text-bad"
		>
			{count === 1 ? t('shell.field.errorsOne', { count }) : t('shell.field.errorsOther', { count })}
		</p>
	)
}
