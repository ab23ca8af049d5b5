import { useTranslation } from 'react-i18next'
import { codeWords } from '#app/locales/code-words.ts'

/** The facts of a statutory step as they are stored: texts, numbers and truths by the name of the fact. */
export type StepFactsRow = Readonly<Record<string, string | number | boolean>>

/** The facts of a step that say something: whether a disagreement was disclosed is no question where there is none. */
export function StepFactsList({ facts }: { facts: StepFactsRow }) {
	const { t } = useTranslation()
	const shown = Object.entries(facts).filter(
		([name]) => name !== 'isDisclosed' || facts['hasDisagreement'] === true,
	)
	return (
		<dl className="flex flex-wrap gap-x-5 text-table">
			{shown.map(([name, fact]) => (
				<div key={name} className="flex gap-2">
					<dt className="text-ink3">{codeWords(t, 'intake.fact', name)}</dt>
					<dd>{factWords(fact)}</dd>
				</div>
			))}
		</dl>
	)

	function factWords(fact: string | number | boolean): string {
		if (typeof fact === 'boolean') return fact ? t('intake.yes') : t('intake.no')
		return codeWords(t, 'intake.choice', String(fact)) ?? String(fact)
	}
}
