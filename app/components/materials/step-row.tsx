import { useTranslation } from 'react-i18next'
import type { Step } from '#app/domain/materials/step.ts'
import { FACT_RULES } from '#app/domain/materials/step-facts.ts'
import { Button } from '#app/components/form/button.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { shownFacts } from './step-answer.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { about, fieldAt } from '#app/forms/form.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { answerTo } from '#app/components/form/form-state.ts'
import { type PaperStanding, type RowForms, PaperLine, PAPER_SUFFIXES } from './material-row.tsx'

type StepFactsRow = Readonly<Record<string, string | number | boolean>>

/** A statutory step as it stands on the page. */
export type StepStandingRow = {
	readonly step: Step
	readonly ground: string
	readonly answer: 'done' | 'not-applicable' | null
	readonly reason: string | null
	readonly facts: StepFactsRow
	readonly paper: PaperStanding | null
}

/** One statutory step: what was answered, and the two ways to answer it. */
export function StepRow({ forms, row }: { forms: RowForms; row: StepStandingRow }) {
	const { t } = useTranslation()
	return (
		<li id={`row-${row.step}`} className="border-t border-line px-4 py-3">
			<div className="flex flex-wrap items-baseline gap-x-3">
				<span className="font-semibold">{t(`words.step.${row.step}`)}</span>
				<span className="text-quiet text-ink3">{t('intake.materials.ground', { ground: row.ground })}</span>
				{row.answer === null ? (
					<Chip tone="amber" icon="circle">
						{t('intake.materials.unanswered')}
					</Chip>
				) : (
					<Chip
						tone={row.answer === 'done' ? 'green' : 'grey'}
						icon={row.answer === 'done' ? 'check' : 'minus'}
					>
						{row.answer === 'done' ? t('intake.materials.done') : t('intake.materials.stepNot')}
					</Chip>
				)}
			</div>
			{row.answer === 'not-applicable' ? <p className="text-table">{row.reason}</p> : null}
			{row.answer === 'done' ? <StepFactsList row={row} matterId={forms.matterId} /> : null}
			{forms.isOpen ? <StepForms forms={forms} row={row} /> : null}
		</li>
	)
}

function StepFactsList({ row, matterId }: { row: StepStandingRow; matterId: string }) {
	const { t } = useTranslation()
	return (
		<>
			<dl className="flex flex-wrap gap-x-5 text-table">
				{shownFacts(row.facts).map(([name, fact]) => (
					<div key={name} className="flex gap-2">
						<dt className="text-ink3">{t(`intake.fact.${name}` as 'intake.fact.level')}</dt>
						<dd>{factWords(fact)}</dd>
					</div>
				))}
			</dl>
			<PaperLine matterId={matterId} standing={row.paper} isRequired />
		</>
	)

	function factWords(fact: string | number | boolean): string {
		if (typeof fact === 'boolean') return fact ? t('intake.yes') : t('intake.no')
		const words = t(`intake.choice.${fact}` as 'intake.choice.low')
		return words.startsWith('intake.') ? String(fact) : words
	}
}

function StepForms({ forms, row }: { forms: RowForms; row: StepStandingRow }) {
	const { t } = useTranslation()
	const { step } = row
	const [ofDone, ofNot] = [
		about(MATERIALS['step-done'], { item: step }),
		about(MATERIALS['step-not'], { item: step }),
	]
	const isRefused = [ofDone, ofNot].some((each) => answerTo(forms.answer, each) !== undefined)
	return (
		<details className="mt-2" open={isRefused}>
			<summary className="cursor-pointer text-table text-accent">
				{row.answer === null ? t('intake.materials.add') : t('intake.materials.change')}
			</summary>
			<div className="mt-2 grid gap-4 md:grid-cols-2">
				<CommandForm
					answer={forms.answer}
					about={ofDone}
					commandKey={`${forms.commandKey}-s-${step}`}
					seen={forms.seen}
					hasFiles
				>
					<h3 className="mb-2 font-semibold">{t('intake.materials.done')}</h3>
					{Object.keys(FACT_RULES[step]).map((fact) => (
						<FactField key={fact} step={step} fact={fact} facts={row.facts} />
					))}
					<FileField
						name={fieldAt(MATERIALS['step-done'].file, step)}
						secrecyName={fieldAt(MATERIALS['step-done'].secrecy, step)}
						label={t('intake.materials.paper')}
						hint={
							row.paper?.name
								? t('intake.materials.paperKept', { name: row.paper.name })
								: t('intake.materials.fileHint')
						}
						accept={PAPER_SUFFIXES}
						optional={row.paper !== null}
					/>
					<Button>{t('intake.materials.saveDone')}</Button>
				</CommandForm>
				<CommandForm
					answer={forms.answer}
					about={ofNot}
					commandKey={`${forms.commandKey}-x-${step}`}
					seen={forms.seen}
					hasFiles
				>
					<h3 className="mb-2 font-semibold">{t('intake.materials.stepNot')}</h3>
					<TextArea
						name={fieldAt(MATERIALS['step-not'].reason, step)}
						required
						label={t('intake.materials.reason')}
						defaultValue={row.reason ?? undefined}
					/>
					<Button>{t('intake.materials.sayNot')}</Button>
				</CommandForm>
			</div>
		</details>
	)
}

/** The field of one fact, by its rule: a choice, a day, a number, a yes or no, or words. */
function FactField(props: { step: Step; fact: string; facts: StepFactsRow }) {
	const { t } = useTranslation()
	const { step, fact, facts } = props
	const rule = (
		FACT_RULES[step] as Readonly<
			Record<string, { kind: string; of?: readonly string[]; isOptional?: boolean }>
		>
	)[fact]
	const name = fieldAt(MATERIALS['step-done'].fact, `${step}-${fact}`)
	const label = t(`intake.fact.${fact}` as 'intake.fact.level')
	const stored = facts[fact]
	const value = typeof stored === 'boolean' ? (stored ? 'yes' : 'no') : stored?.toString()
	if (rule?.kind === 'truth')
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
	if (rule?.kind === 'choice')
		return (
			<SelectField
				name={name}
				required
				label={label}
				empty={t('intake.withdraw.choose')}
				defaultValue={value ?? ''}
				options={(rule.of ?? []).map((choice) => ({
					value: choice,
					label: t(`intake.choice.${choice}` as 'intake.choice.low'),
				}))}
			/>
		)
	const type =
		rule?.kind === 'day' || rule?.kind === 'past-day' ? 'date' : rule?.kind === 'count' ? 'number' : 'text'
	return (
		<TextField
			name={name}
			required={rule?.isOptional !== true}
			label={label}
			type={type}
			defaultValue={value}
			optional={rule?.isOptional === true}
		/>
	)
}
