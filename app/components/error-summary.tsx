import { useTranslation } from 'react-i18next'
import { useArrivalFocus } from './use-arrival-focus.ts'

/** The faults of a form on top of it, each a link to its field. Nothing typed is lost. */
export function ErrorSummary({
	errors,
}: {
	errors: Readonly<Record<string, readonly string[] | undefined | null>> | undefined
}) {
	const { t } = useTranslation()
	const faults = Object.entries(errors ?? {}).flatMap(([field, sentences]) =>
		(sentences ?? []).map((sentence) => ({ field, sentence })),
	)
	const place = useArrivalFocus<HTMLElement>(faults.map(({ field, sentence }) => field + sentence).join())
	if (faults.length === 0) return null
	return (
		<section
			ref={place}
			role="alert"
			tabIndex={-1}
			className="mb-4 rounded-card border border-bad bg-bad-soft px-4 py-3"
		>
			<h2 className="font-semibold text-bad">
				{faults.length === 1
					? t('shell.field.errorsOne', { count: 1 })
					: t('shell.field.errorsOther', { count: faults.length })}
			</h2>
			<ul className="list-disc pl-5">
				{faults.map(({ field, sentence }) => (
					<li key={field + sentence}>
						<a href={`#${field}`}>{sentence}</a>
					</li>
				))}
			</ul>
		</section>
	)
}
