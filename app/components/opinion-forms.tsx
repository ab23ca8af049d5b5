import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewPoint } from '#app/domain/materials/checklist.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { CONCLUSIONS, ITEM_KINDS, judgeConclusion } from '#app/domain/opinion/conclusion.ts'
import type { ItemBody, OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import { isAnswered, isComplete, isJudged, rejectedSteps } from '#app/domain/opinion/readiness.ts'
import type { RefusedAnswer } from './answer-errors.ts'
import { errorsOf, typedIn } from './answer-errors.ts'
import { Button, LinkButton } from './button.tsx'
import { Card } from './card.tsx'
import { Chip, ItemKindChip } from './chips.tsx'
import { CommandForm } from './command-form.tsx'
import { RadioRow, TextArea } from './fields.tsx'
import { useWording } from './paper-list.tsx'
import { refusalSentence } from './refusal-notice.tsx'
import type { StepAnswered } from './step-answer.tsx'
import { StepAnswer } from './step-answer.tsx'

/** What every form of the editor needs. */
export type EditorForms = {
	readonly matterId: string
	readonly commandKey: string
	readonly body: OpinionBody
	readonly isOpen: boolean
	readonly answer: RefusedAnswer | undefined
}

const NEW_ITEM = { kind: 'must', quote: '', problem: '', ground: '', suggestion: '' }

/** The form of one item, at the place where it was begun. */
export function ItemForm({ forms, id, at }: { forms: EditorForms; id: string; at: string | null }) {
	const { t } = useTranslation()
	const stored = forms.body.items.find((item) => item.id === id)
	const anchor = stored?.anchor ?? at ?? 'top-1'
	const typed = typedIn(forms.answer, { intent: 'item', id })
	const isRefused = 'id' in typed
	const value = { ...NEW_ITEM, ...stored, ...typed }
	const errors = (field: string) => (isRefused ? errorsOf(forms.answer, field, t) : undefined)
	return (
		<Card
			id="item-form"
			title={stored ? t('review.opinion.changeItem') : t('review.opinion.newItem')}
			note={placeLabel(anchor)}
			aside={<Link to={`/matters/${forms.matterId}/opinion#${anchor}`}>{t('review.opinion.closeItem')}</Link>}
		>
			<CommandForm key={id} commandKey={`${forms.commandKey}-item`}>
				<input type="hidden" name="intent" value="item" />
				<input type="hidden" name="id" value={id} />
				<input type="hidden" name="anchor" value={anchor} />
				<RadioRow
					name="kind"
					legend={t('review.opinion.kind')}
					value={value.kind}
					errors={errors('kind')}
					choices={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`words.itemKind.${kind}`) }))}
				/>
				<TextArea name="quote" rows={2} optional label={t('review.opinion.quote')} defaultValue={value.quote} errors={errors('quote')} />
				<TextArea name="problem" rows={4} required={false} label={t('review.opinion.problem')} hint={t('review.opinion.problemHint')} defaultValue={value.problem} errors={errors('problem')} />
				<TextArea name="ground" rows={2} required={false} label={t('review.opinion.ground')} hint={t('review.opinion.groundHint')} defaultValue={value.ground} errors={errors('ground')} />
				<TextArea name="suggestion" rows={2} optional label={t('review.opinion.suggestion')} defaultValue={value.suggestion} errors={errors('suggestion')} />
				<Button look="filled">{t('review.opinion.saveItem')}</Button>
			</CommandForm>
			{stored ? (
				<CommandForm commandKey={`${forms.commandKey}-drop`} className="mt-2">
					<input type="hidden" name="intent" value="item-dropped" />
					<input type="hidden" name="id" value={id} />
					<Button look="danger">{t('review.opinion.dropItem')}</Button>
				</CommandForm>
			) : null}
		</Card>
	)
}

/** The items so far; what one of them lacks stands beside it. */
export function ItemList({ forms }: { forms: EditorForms }) {
	const { t } = useTranslation()
	const { items } = forms.body
	return (
		<Card title={t('review.opinion.items')} note={t('review.opinion.itemCount', { count: items.length })} padded={false} id="items">
			{items.length === 0 ? <p className="px-4 py-3 text-table text-ink2">{t('review.opinion.noItems')}</p> : null}
			<ol>
				{items.map((item, at) => (
					<li key={item.id} id={`item-${item.id}`} className="border-b border-line px-4 py-2 text-table last:border-b-0">
						<ItemLine item={item} number={at + 1} />
						{forms.isOpen ? (
							<Link to={`/matters/${forms.matterId}/opinion?item=${item.id}#item-form`}>{t('review.opinion.openItem', { number: at + 1 })}</Link>
						) : null}
					</li>
				))}
			</ol>
		</Card>
	)
}

function ItemLine({ item, number }: { item: ItemBody; number: number }) {
	const { t } = useTranslation()
	return (
		<p className="flex flex-wrap items-baseline gap-2">
			<span className="font-semibold">{number}</span>
			<ItemKindChip kind={item.kind} />
			<span lang="zh-CN">{item.place}</span>
			<span lang="zh-CN" className="basis-full text-ink2">
				{item.problem}
			</span>
			{isComplete(item) ? null : (
				<Chip tone="amber" icon="alert">
					{t('review.opinion.itemLacks')}
				</Chip>
			)}
		</p>
	)
}

/** The review points of the tracks, each with its answer and a word why. */
export function PointsForm({ forms, points }: { forms: EditorForms; points: readonly ReviewPoint[] }) {
	const { t } = useTranslation()
	const wording = useWording()
	const typed = typedIn(forms.answer, { intent: 'points' })
	const said = (code: string) => forms.body.points.find((point) => point.point === code)
	const answered = points.filter((point) => {
		const answer = said(point.code)
		return answer !== undefined && isAnswered(answer)
	}).length
	return (
		<Card id="points" title={t('review.opinion.points')} note={t('review.opinion.pointsCount', { total: points.length, answered })}>
			<CommandForm commandKey={`${forms.commandKey}-points`}>
				<input type="hidden" name="intent" value="points" />
				<Fields isOpen={forms.isOpen}>
					{points.map((point) => (
						<div key={point.code} className="mb-2 border-b border-line pb-2">
							<RadioRow
								name={`answer-${point.code}`}
								legend={wording(point.name)}
								hint={point.ground}
								value={typed[`answer-${point.code}`] ?? said(point.code)?.answer}
								choices={(['in-order', 'problem', 'not-applicable'] as const).map((value) => ({ value, label: t(`review.opinion.answer.${value}`) }))}
							/>
							<TextArea
								name={`note-${point.code}`}
								rows={1}
								required={false}
								label={t('review.opinion.note')}
								defaultValue={typed[`note-${point.code}`] ?? said(point.code)?.note}
							/>
						</div>
					))}
					<Button>{t('review.opinion.savePoints')}</Button>
				</Fields>
			</CommandForm>
		</Card>
	)
}

/** The five statutory steps: the reviewer confirms or rejects each answer. */
export function StepsForm({ forms, steps }: { forms: EditorForms; steps: readonly StepAnswered[] }) {
	const { t } = useTranslation()
	const typed = typedIn(forms.answer, { intent: 'steps' })
	const said = (id: string) => forms.body.steps.find((step) => step.stepAnswerId === id)
	const judged = steps.filter((step) => {
		const word = said(step.id)
		return word !== undefined && isJudged(word)
	}).length
	return (
		<Card id="steps" title={t('review.steps.title')} note={t('review.opinion.pointsCount', { total: steps.length, answered: judged })}>
			<CommandForm commandKey={`${forms.commandKey}-steps`}>
				<input type="hidden" name="intent" value="steps" />
				<Fields isOpen={forms.isOpen}>
					{steps.map((step) => (
						<div key={step.id} className="mb-2 border-b border-line pb-2">
							<StepAnswer matterId={forms.matterId} row={step} />
							<StepVerdict id={step.id} verdict={typed[`verdict-${step.id}`] ?? said(step.id)?.verdict} note={typed[`note-${step.id}`] ?? said(step.id)?.note} />
						</div>
					))}
					<Button>{t('review.opinion.saveSteps')}</Button>
				</Fields>
			</CommandForm>
		</Card>
	)
}

/** The reviewer's word on one step answer. */
export function StepVerdict(props: { id: string; verdict: string | undefined; note: string | undefined; errors?: readonly string[] | undefined }) {
	const { t } = useTranslation()
	const { id, verdict, note, errors } = props
	return (
		<>
			<RadioRow
				name={`verdict-${id}`}
				legend={t('review.steps.verdict')}
				value={verdict}
				choices={[
					{ value: 'confirmed', label: t('review.steps.confirm') },
					{ value: 'rejected', label: t('review.steps.reject') },
				]}
			/>
			<TextArea name={`note-${id}`} rows={1} required={false} label={t('review.steps.note')} defaultValue={note} errors={errors} />
		</>
	)
}

/** The conclusion; what cannot stand beside the items says why. */
export function ConclusionForm({ forms, steps }: { forms: EditorForms; steps: readonly StepAnswered[] }) {
	const { t } = useTranslation()
	const { body } = forms
	const typed = typedIn(forms.answer, { intent: 'conclusion' })
	const rejected = rejectedSteps(
		body,
		steps.map((step) => step.id),
	)
	return (
		<Card id="conclusion" title={t('review.opinion.conclusion')}>
			<CommandForm commandKey={`${forms.commandKey}-conclusion`}>
				<input type="hidden" name="intent" value="conclusion" />
				<Fields isOpen={forms.isOpen}>
					<RadioRow
						name="conclusion"
						legend={t('review.opinion.conclusion')}
						isHidden
						isStacked
						value={typed['conclusion'] ?? body.conclusion ?? undefined}
						choices={CONCLUSIONS.map((value) => {
							const judged = judgeConclusion(value, body.items, rejected)
							const label = t(`words.conclusion.${value}`)
							return judged.ok ? { value, label } : { value, label, hint: refusalSentence(judged.reason, t) }
						})}
					/>
					<TextArea name="summary" rows={5} optional label={t('review.opinion.summary')} defaultValue={typed['summary'] ?? body.summary} />
					<Button>{t('review.opinion.saveConclusion')}</Button>
				</Fields>
			</CommandForm>
		</Card>
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
