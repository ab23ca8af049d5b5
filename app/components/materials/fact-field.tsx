import { useTranslation } from 'react-i18next'
import { RadioRow, SelectField, TextField } from '#app/components/form/fields.tsx'
import { EXPERT_INTERESTS, EXPERT_OPINIONS, MOST_EXPERTS, expertsIn } from '#app/domain/materials/experts.ts'
import type { Step } from '#app/domain/materials/step.ts'
import { type FactRule, personField } from '#app/domain/materials/step-facts.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { fieldAt } from '#app/forms/form.ts'
import { codeWords } from '#app/locales/code-words.ts'
import type { StepFactsRow } from './step-facts-list.tsx'

type Fact = { step: Step; fact: string; stored: StepFactsRow[string] | undefined }

/** The field of one fact, by its rule: a choice, a day, a yes or no, the experts, or words. */
export function FactField(props: Fact & { rule: FactRule }) {
	const { t } = useTranslation()
	const { step, fact, rule, stored } = props
	if (rule.kind === 'people') return <PeopleFields step={step} fact={fact} stored={stored} />
	const name = fieldAt(MATERIALS['step-done'].fact, `${step}-${fact}`)
	const label = codeWords(t, 'intake.fact', fact) ?? fact
	const value = typeof stored === 'boolean' ? (stored ? 'yes' : 'no') : stored?.toString()
	if (rule.kind === 'truth')
		return (
			<RadioRow
				name={name}
				legend={label}
				value={value}
				choices={[
					{ value: 'yes', label: t('intake.yes') },
					{ value: 'no', label: t('intake.no') },
				]}
			/>
		)
	if (rule.kind === 'choice')
		return (
			<SelectField
				name={name}
				required={rule.when === undefined}
				label={label}
				empty={t('intake.withdraw.choose')}
				defaultValue={value ?? ''}
				options={rule.of.map((choice) => ({
					value: choice,
					label: codeWords(t, 'intake.choice', choice) ?? choice,
				}))}
			/>
		)
	const isOptional =
		rule.kind === 'end' ||
		(rule.kind === 'text' && Boolean(rule.isOptional || rule.when)) ||
		(rule.kind === 'past-day' && rule.isOptional === true)
	return (
		<TextField
			name={name}
			required={!isOptional}
			label={label}
			type={rule.kind === 'day' || rule.kind === 'past-day' ? 'date' : 'text'}
			defaultValue={value}
			optional={isOptional}
		/>
	)
}

/** A row for each expert: those that are stored, and room for more; rows without a name are left out. */
function PeopleFields({ step, fact, stored }: Fact) {
	const { t } = useTranslation()
	const people = expertsIn(stored)
	const rows = Array.from({ length: MOST_EXPERTS }, (_, at) => at + 1)
	const nameIn = (row: number) => people[row - 1]?.name ?? ''
	const nameOf = (row: number, column: Parameters<typeof personField>[2]) =>
		fieldAt(MATERIALS['step-done'].fact, `${step}-${personField(fact, row, column)}`)
	return (
		<fieldset className="mb-3">
			<legend className="mb-1 text-table font-semibold">{t(`intake.fact.people`)}</legend>
			{rows.map((row) => (
				<details
					key={row}
					className="mb-2 border-l-2 border-line pl-3"
					open={row <= Math.max(1, people.length)}
				>
					<summary className="cursor-pointer text-table">
						{nameIn(row)
							? t('intake.person.named', { row, name: nameIn(row) })
							: t('intake.person.row', { row })}
					</summary>
					<TextField
						name={nameOf(row, 'name')}
						label={t('intake.person.name')}
						defaultValue={people[row - 1]?.name}
						optional
					/>
					<TextField
						name={nameOf(row, 'field')}
						label={t('intake.person.field')}
						defaultValue={people[row - 1]?.field}
						optional
					/>
					<RadioRow
						name={nameOf(row, 'interest')}
						legend={t('intake.person.interest')}
						value={people[row - 1]?.interest}
						choices={EXPERT_INTERESTS.map((value) => ({ value, label: t(`intake.interest.${value}`) }))}
					/>
					<RadioRow
						name={nameOf(row, 'opinion')}
						legend={t('intake.person.opinion')}
						value={people[row - 1]?.opinion}
						choices={EXPERT_OPINIONS.map((value) => ({ value, label: t(`intake.opinion.${value}`) }))}
					/>
				</details>
			))}
		</fieldset>
	)
}
