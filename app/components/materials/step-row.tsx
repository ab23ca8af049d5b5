import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/materials/checklist.ts'
import type { Step } from '#app/domain/materials/step.ts'
import { factRulesOf } from '#app/domain/materials/step-facts.ts'
import { useWording } from '#app/locales/use-wording.ts'
import { Button } from '#app/components/form/button.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { FactField } from './fact-field.tsx'
import { type StepFactsRow, StepFactsList } from './step-facts-list.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { about, fieldAt } from '#app/forms/form.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { answerTo } from '#app/components/form/form-state.ts'
import { type PaperStanding, type RowForms, PaperLine, PAPER_SUFFIXES } from './material-row.tsx'

/** A statutory step as it stands on the page. */
export type StepStandingRow = {
	readonly step: Step
	readonly ground: string
	/** When the law asks for it, as reference data says. */
	readonly condition: Wording | null
	readonly answer: 'done' | 'not-applicable' | null
	readonly reason: string | null
	readonly facts: StepFactsRow
	readonly paper: PaperStanding | null
	/** Its answer is that of a consultation that was opened here, and is not typed. */
	readonly isHeldHere: boolean
}

/** One statutory step: what was answered, and the two ways to answer it. */
export function StepRow({ forms, row }: { forms: RowForms; row: StepStandingRow }) {
	const { t } = useTranslation()
	const wording = useWording()
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
			{row.condition ? <p className="text-quiet text-ink3">{wording(row.condition)}</p> : null}
			{row.answer === 'not-applicable' ? <p className="text-table">{row.reason}</p> : null}
			{row.answer === 'done' ? (
				<>
					<StepFactsList facts={row.facts} />
					<PaperLine matterId={forms.matterId} standing={row.paper} isRequired />
				</>
			) : null}
			{row.step === 'public-consultation' ? (
				<p className="text-table">
					<Link to={`/matters/${forms.matterId}/consultation`}>{t('consultation.toPage')}</Link>
					{row.isHeldHere ? ` · ${t('consultation.keptHere')}` : null}
				</p>
			) : null}
			{forms.isOpen && !row.isHeldHere ? <StepForms forms={forms} row={row} /> : null}
		</li>
	)
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
					{factRulesOf(step).map(([fact, rule]) => (
						<FactField key={fact} step={step} fact={fact} rule={rule} stored={row.facts[fact]} />
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
