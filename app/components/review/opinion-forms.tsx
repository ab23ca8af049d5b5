import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewPoint } from '#app/domain/materials/checklist.ts'
import { type Conclusion, CONCLUSIONS, COUNSEL_CONCLUSIONS } from '#app/domain/opinion/conclusion.ts'
import { contradictionsIn } from '#app/domain/opinion/contradictions.ts'
import type { OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { isAnswered, isJudged } from '#app/domain/opinion/readiness.ts'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { about, fieldAt } from '#app/forms/form.ts'
import { OPINION } from '#app/forms/opinion-forms.ts'
import { useWording } from '#app/locales/use-wording.ts'
import { type StepAnswered, StepAnswer } from '#app/components/materials/step-answer.tsx'
import { ConclusionChip } from './counsel-opinions.tsx'
import { contradictionSentence } from './contradiction-list.tsx'
import { NoteField, StepVerdict } from './step-verdict.tsx'

/** What every form of the editor needs. */
export type EditorForms = {
	readonly matterId: string
	readonly commandKey: string
	readonly body: OpinionBody
	readonly isOpen: boolean
	readonly answer: FormAnswer | undefined
}

function countAnswered(body: OpinionBody, points: readonly ReviewPoint[]): number {
	return points.filter(({ code }) =>
		body.points.some((answer) => answer.point === code && isAnswered(answer)),
	).length
}

function countJudged(body: OpinionBody, steps: readonly StepAnswered[]): number {
	return steps.filter(({ id }) => body.steps.some((word) => word.stepAnswerId === id && isJudged(word)))
		.length
}

/** The parts of the opinion with how each stands, in sight while one works on any of them. */
export function OpinionOutline(props: {
	forms: EditorForms
	points: readonly ReviewPoint[]
	steps: readonly StepAnswered[]
	counsel: number
}) {
	const { t } = useTranslation()
	const { forms, points, steps, counsel } = props
	const { body } = forms
	const parts = [
		['items', t('review.opinion.items'), `${body.items.length}`],
		['points', t('review.opinion.points'), `${countAnswered(body, points)}/${points.length}`],
		['steps', t('review.steps.title'), `${countJudged(body, steps)}/${steps.length}`],
		['counsel', t('review.counsel.given'), `${counsel}`],
	] as const
	return (
		<nav
			aria-label={t('review.opinion.title')}
			className="no-print z-[5] mb-4 rounded-card border border-line bg-surface px-4 py-2 text-table lg:sticky lg:top-0"
		>
			<ul className="flex flex-wrap gap-x-4 gap-y-1">
				{parts.map(([id, label, state]) => (
					<li key={id}>
						<a href={`#${id}`}>{label}</a> <span className="text-ink3">{state}</span>
					</li>
				))}
				<li>
					<a href="#conclusion">{t('review.opinion.conclusion')}</a>{' '}
					{body.conclusion ? (
						<ConclusionChip conclusion={body.conclusion} />
					) : (
						<span className="font-semibold text-warn">{t('review.opinion.noConclusion')}</span>
					)}
				</li>
			</ul>
		</nav>
	)
}

/** The review points of the tracks, each with its answer and a word why. */
export function PointsForm({ forms, points }: { forms: EditorForms; points: readonly ReviewPoint[] }) {
	const { t } = useTranslation()
	const wording = useWording()
	const said = (code: string) => forms.body.points.find((point) => point.point === code)
	const answered = countAnswered(forms.body, points)
	return (
		<Card
			id="points"
			title={t('review.opinion.points')}
			note={t('review.opinion.pointsCount', { total: points.length, answered })}
		>
			<CommandForm
				answer={forms.answer}
				about={about(OPINION.points)}
				commandKey={`${forms.commandKey}-points`}
			>
				<Fields isOpen={forms.isOpen}>
					{points.map((point) => (
						<div key={point.code} id={`point-${point.code}`} className="mb-2 border-b border-line pb-2">
							<RadioRow
								name={fieldAt(OPINION.points.answer, point.code)}
								legend={wording(point.name)}
								hint={point.ground}
								value={said(point.code)?.answer}
								choices={(['in-order', 'problem', 'not-applicable'] as const).map((value) => ({
									value,
									label: t(`review.opinion.answer.${value}`),
								}))}
							/>
							<NoteField
								name={fieldAt(OPINION.points.note, point.code)}
								label={t('review.opinion.note')}
								value={said(point.code)?.note}
								isAsked={forms.answer !== undefined}
							/>
						</div>
					))}
					{forms.isOpen ? <Button>{t('review.opinion.savePoints')}</Button> : null}
				</Fields>
			</CommandForm>
		</Card>
	)
}

/** The five statutory steps: the reviewer confirms or rejects each answer. */
export function StepsForm({ forms, steps }: { forms: EditorForms; steps: readonly StepAnswered[] }) {
	const { t } = useTranslation()
	const said = (id: string) => forms.body.steps.find((step) => step.stepAnswerId === id)
	const judged = countJudged(forms.body, steps)
	return (
		<Card
			id="steps"
			title={t('review.steps.title')}
			note={t('review.opinion.pointsCount', { total: steps.length, answered: judged })}
		>
			<CommandForm
				answer={forms.answer}
				about={about(OPINION.steps)}
				commandKey={`${forms.commandKey}-steps`}
			>
				<Fields isOpen={forms.isOpen}>
					{steps.map((step) => (
						<div key={step.id} className="mb-2 border-b border-line pb-2">
							<StepAnswer matterId={forms.matterId} row={step} />
							<StepVerdict
								id={step.id}
								verdict={said(step.id)?.verdict}
								note={said(step.id)?.note}
								isAsked={forms.answer !== undefined}
							/>
						</div>
					))}
					{forms.isOpen ? <Button>{t('review.opinion.saveSteps')}</Button> : null}
				</Fields>
			</CommandForm>
		</Card>
	)
}

/** The conclusion; what cannot stand beside the items says why. */
export function ConclusionForm({
	forms,
	steps,
	isDecision,
}: {
	forms: EditorForms
	steps: readonly StepAnswered[]
	isDecision: boolean
}) {
	const { t } = useTranslation()
	const { body } = forms
	const stepAnswerIds = steps.map((step) => step.id)
	const hintOf = (conclusion: Conclusion) => {
		const beside = { stepAnswerIds, holds: [], isDecision }
		const found = contradictionsIn({ ...body, conclusion }, beside).find(({ code }) =>
			code.startsWith(conclusion),
		)
		if (!found) return {}
		const why = contradictionSentence(found, t)
		// What is chosen does contradict; what is not would.
		return { hint: body.conclusion === conclusion ? why : t('review.contradiction.wouldBe', { why }) }
	}
	return (
		<Card id="conclusion" title={t('review.opinion.conclusion')}>
			<CommandForm
				answer={forms.answer}
				about={about(OPINION.conclusion)}
				commandKey={`${forms.commandKey}-conclusion`}
			>
				<Fields isOpen={forms.isOpen}>
					<RadioRow
						name={OPINION.conclusion.conclusion}
						legend={t('review.opinion.conclusion')}
						isHidden
						isStacked
						value={body.conclusion ?? undefined}
						choices={(isDecision ? CONCLUSIONS : COUNSEL_CONCLUSIONS).map((value) => ({
							value,
							label: t(`words.conclusion.${value}`),
							...hintOf(value),
						}))}
					/>
					<TextArea
						name={OPINION.conclusion.summary}
						rows={5}
						optional
						label={t('review.opinion.summary')}
						defaultValue={body.summary}
					/>
					{isDecision ? <RiskFields body={body} /> : null}
					{forms.isOpen ? <Button>{t('review.opinion.saveConclusion')}</Button> : null}
				</Fields>
			</CommandForm>
		</Card>
	)
}

/** What a flagged risk has to say; open once that conclusion is chosen, and always to be opened by hand. */
function RiskFields({ body }: { body: OpinionBody }) {
	const { t } = useTranslation()
	const { conclusion, risk } = body
	return (
		<details open={conclusion === 'risk-flagged'} className="mb-3 border-l-4 border-warn pl-3">
			<summary className="text-table text-accent">{t('review.opinion.risk.title')}</summary>
			<p className="my-1 text-quiet text-ink3">{t('review.opinion.risk.rule')}</p>
			<TextArea
				name={OPINION.conclusion.riskGround}
				optional
				label={t('review.opinion.risk.ground')}
				defaultValue={risk?.ground}
			/>
			<TextArea
				name={OPINION.conclusion.risks}
				optional
				label={t('review.opinion.risk.risks')}
				defaultValue={risk?.risks}
			/>
			<TextArea
				name={OPINION.conclusion.measures}
				optional
				label={t('review.opinion.risk.measures')}
				defaultValue={risk?.measures}
			/>
			<CheckBox
				name={OPINION.conclusion.isUnprohibited}
				label={t('review.opinion.risk.isUnprohibited')}
				isChecked={risk?.isUnprohibited ?? false}
			/>
		</details>
	)
}

/** The fields of a paper that is frozen, or somebody else's, can be read and not changed. */
function Fields({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
	return (
		<fieldset disabled={!isOpen} className="m-0 border-0 p-0">
			{children}
		</fieldset>
	)
}

/** What can be looked at from the editor. */
export function EditorLinks({ matterId }: { matterId: string }) {
	const { t } = useTranslation()
	return (
		<>
			<LinkButton to={`/matters/${matterId}/opinion/sign`}>{t('review.opinion.preview')}</LinkButton>
			<LinkButton to={`/matters/${matterId}/intake`}>{t('review.opinion.papers')}</LinkButton>
		</>
	)
}
