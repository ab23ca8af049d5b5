import { useTranslation } from 'react-i18next'
import type { Expert } from '#app/domain/materials/experts.ts'
import type { StepFact } from '#app/domain/materials/step.ts'
import { codeWords } from '#app/locales/code-words.ts'

/** The facts of a statutory step as they are stored, by the name of the fact. */
export type StepFactsRow = Readonly<Record<string, StepFact>>

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

	function factWords(fact: StepFact): string {
		if (typeof fact === 'object') return fact.map(personWords).join('；')
		if (typeof fact === 'boolean') return fact ? t('intake.yes') : t('intake.no')
		return codeWords(t, 'intake.choice', String(fact)) ?? String(fact)
	}

	function personWords({ name, field, interest, opinion }: Expert): string {
		return t('intake.person.told', {
			...{ name, field },
			interest: t(`intake.interest.${interest}`),
			opinion: t(`intake.opinion.${opinion}`),
		})
	}
}
