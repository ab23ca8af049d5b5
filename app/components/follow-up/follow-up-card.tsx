import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { FOLLOW_UP } from '#app/forms/follow-up-forms.ts'
import { about } from '#app/forms/form.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { FollowUpLine } from '#app/services/follow-up/read-follow-ups.server.ts'

export type FollowUpFormProps = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
}

/** One task: what, whose, until when, what became of it, and what whoever looks may do about it. */
export function FollowUpCard({ line, ...form }: FollowUpFormProps & { readonly line: FollowUpLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card
			title={line.what}
			aside={
				<span className={line.isLate ? 'font-semibold text-bad' : 'text-ink2'}>
					{line.isLate ? t('followUp.late') : t(`followUp.standing.${line.standing}`)}
				</span>
			}
		>
			<dl>
				<Fact name={t('followUp.unit')}>{line.organ}</Fact>
				<Fact name={t('followUp.due')}>{formatDay(line.dueOn, language)}</Fact>
				<Fact name={t('followUp.item')}>{line.title}</Fact>
				{line.steps.map(({ step, words, doneAt }) => (
					<Fact key={doneAt + step} name={t(`followUp.step.${step}`)}>
						{words} <span className="text-quiet text-ink3">{formatInstant(doneAt, language)}</span>
					</Fact>
				))}
			</dl>
			{line.mayReport ? <StepForm {...form} task={line.id} step="report" /> : null}
			{line.mayAnswer ? (
				<>
					<StepForm {...form} task={line.id} step="confirm" />
					<Folded {...form} task={line.id} step="return" />
				</>
			) : null}
			{line.mayWithdraw ? <Folded {...form} task={line.id} step="withdraw" /> : null}
		</Card>
	)
}

/** A step that is seldom taken. */
function Folded({
	task,
	step,
	...form
}: FollowUpFormProps & { readonly task: string; readonly step: 'return' | 'withdraw' }) {
	const { t } = useTranslation()
	return (
		<details className="mt-2" open={answerTo(form.answer, about(FOLLOW_UP[step], { task })) !== undefined}>
			<summary className="text-table text-accent">{t(WORDS[step])}</summary>
			<StepForm {...form} task={task} step={step} />
		</details>
	)
}

const WORDS = {
	report: 'followUp.report',
	confirm: 'followUp.confirm',
	return: 'followUp.back',
	withdraw: 'followUp.withdraw',
} as const
const LABELS = {
	report: 'followUp.result',
	confirm: 'followUp.answer',
	return: 'followUp.answer',
	withdraw: 'followUp.why',
} as const

function StepForm(props: FollowUpFormProps & { readonly task: string; readonly step: keyof typeof WORDS }) {
	const { t } = useTranslation()
	const { task, step, commandKey, seen, answer } = props
	const shape = FOLLOW_UP[step]
	return (
		<CommandForm
			commandKey={commandKey}
			seen={seen}
			answer={answer}
			about={about(shape, { task })}
			className="mt-3"
		>
			<TextArea name={shape.words} id={`${step}-${task}`} label={t(LABELS[step])} rows={2} />
			<Button look={step === 'report' || step === 'confirm' ? 'filled' : 'outline'}>{t(WORDS[step])}</Button>
		</CommandForm>
	)
}
