import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { AgendaChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { answerTo } from '#app/components/form/form-state.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import type { OpenOutcome } from '#app/services/meeting/read-outcomes-page.server.ts'
import { DiscussionForm, type RecordFormProps } from './discussion-form.tsx'

const { 'record-outcome': OUTCOME, 'record-discussion': DISCUSSION } = MEETING

type ItemProps = RecordFormProps & { readonly item: OpenOutcome; readonly isFirst: boolean }

/** An item that awaits its outcome: first how it was discussed, then what became of it. What was not taken up says only that. */
export function OpenItem(props: ItemProps & { readonly isAttended: boolean }) {
	const { t } = useTranslation()
	const { item, isFirst, isAttended, answer } = props
	const { discussion } = item
	const isDiscussed = discussion === null || discussion.isRecorded
	const isAnswered = answerTo(answer, about(OUTCOME, { item: item.agendaItemId })) !== undefined
	return (
		<Card title={item.title} note={item.organ} aside={<AgendaChip state={item.state} />}>
			{isDiscussed ? (
				<>
					{discussion ? <Again {...props} discussion={discussion} /> : null}
					<OutcomeForm {...props} />
				</>
			) : (
				<>
					{isAttended ? (
						<DiscussionForm {...props} item={discussion} isFirst={isFirst} />
					) : (
						<p className="mb-2 text-table text-ink2">{t('meeting.discussion.attendanceFirst')}</p>
					)}
					<details className="mt-3" open={isAnswered}>
						<summary className="text-table text-accent">{t('meeting.discussion.notTakenUp')}</summary>
						<OutcomeForm {...props} isFirst={false} />
					</details>
				</>
			)}
		</Card>
	)
}

function Again({
	discussion,
	...props
}: ItemProps & { readonly discussion: NonNullable<OpenOutcome['discussion']> }) {
	const { t } = useTranslation()
	const about_ = about(DISCUSSION, { item: discussion.agendaItemId })
	return (
		<details className="mb-3" open={answerTo(props.answer, about_) !== undefined}>
			<summary className="text-table text-accent">{t('meeting.discussion.again')}</summary>
			<DiscussionForm {...props} item={discussion} isFirst={false} />
		</details>
	)
}

function OutcomeForm({ item, isFirst, commandKey, seen, answer }: ItemProps) {
	const { t } = useTranslation()
	const { agendaItemId } = item
	return (
		<CommandForm
			commandKey={commandKey}
			seen={seen}
			answer={answer}
			about={about(OUTCOME, { item: agendaItemId })}
		>
			<RadioRow
				name={OUTCOME.outcome}
				legend={t('meeting.outcome.result')}
				isStacked
				choices={item.outcomes.map((outcome) => ({
					value: outcome,
					label: t(`words.outcome.${outcome}`),
					hint: t(`meeting.outcome.effect.${outcome}`),
				}))}
			/>
			<TextArea
				name={OUTCOME.decisionText}
				id={`decision-${agendaItemId}`}
				label={t('meeting.outcome.decision')}
				hint={t('meeting.outcome.decisionHint')}
				required={false}
				rows={3}
			/>
			<TextArea
				name={OUTCOME.dissent}
				id={`dissent-${agendaItemId}`}
				label={t('meeting.outcome.dissent')}
				hint={t('meeting.outcome.dissentHint')}
				optional
				rows={2}
			/>
			{item.isRiskFlagged ? (
				<div className="border-l-4 border-warn bg-warn-soft px-3 pt-2">
					<p className="text-table text-warn">{t('meeting.outcome.riskFlagged')}</p>
					<CheckBox
						name={OUTCOME.riskRead}
						id={`risk-${agendaItemId}`}
						label={t('meeting.outcome.riskRead')}
					/>
				</div>
			) : null}
			<Button look={isFirst ? 'filled' : 'outline'}>
				{t('meeting.outcome.record', { title: item.title })}
			</Button>
		</CommandForm>
	)
}
