import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { DELEGATION } from '#app/forms/delegation-forms.ts'
import { about, sending } from '#app/forms/form.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DelegationLine } from '#app/services/delegation/read-delegations.server.ts'

type Props = {
	readonly line: DelegationLine
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** One delegation: who for whom, on which days, how it stands, and what whoever looks may do about it. */
export function DelegationCard({ line, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { delegator, substitute, decidedBy, decidedAt, withdrawnBy, withdrawnAt } = line
	return (
		<Card
			title={t('delegation.card', { delegator, substitute })}
			note={`${t(`words.role.${line.role}`)} · ${line.organ}`}
		>
			<dl>
				<Fact name={t('delegation.days')}>
					{t('delegation.daysValue', {
						from: formatDay(line.startsOn, language),
						to: formatDay(line.endsOn, language),
					})}
				</Fact>
				<Fact name={t('delegation.reason')}>{line.words}</Fact>
				<Fact name={t('delegation.state')}>{t(`delegation.standing.${line.standing}`)}</Fact>
				{decidedBy !== null && decidedAt ? (
					<Fact name={t('delegation.decided')}>
						{decidedBy} {formatInstant(decidedAt, language)}
					</Fact>
				) : null}
				{withdrawnBy !== null && withdrawnAt ? (
					<Fact name={t('delegation.withdrawn')}>
						{withdrawnBy} {formatInstant(withdrawnAt, language)}
					</Fact>
				) : null}
			</dl>
			{line.mayDecide ? <Deciding line={line} commandKey={commandKey} answer={answer} /> : null}
			{line.mayWithdraw && !line.mayDecide ? (
				<Withdrawing line={line} commandKey={commandKey} answer={answer} />
			) : null}
		</Card>
	)
}

function Deciding({ line, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { id, delegator, substitute } = line
	const of = about(DELEGATION.confirm, { delegationId: id })
	return (
		<>
			<CommandForm
				commandKey={`${commandKey}-c-${id}`}
				answer={answerTo(answer, of)}
				about={of}
				className="mt-3"
			>
				<HiddenField name={DELEGATION.confirm.delegationId} value={id} />
				<CheckBox
					id={`sure-${id}`}
					name={DELEGATION.confirm.sure}
					label={t('delegation.confirmYes', { delegator, substitute })}
					isRequired
				/>
				<Button look="filled" {...sending(DELEGATION.confirm)}>
					{t('delegation.confirm')}
				</Button>
			</CommandForm>
			<CommandForm commandKey={`${commandKey}-d-${id}`} className="mt-2">
				<HiddenField name={DELEGATION.decline.delegationId} value={id} />
				<Button look="danger" {...sending(DELEGATION.decline)}>
					{t('delegation.decline')}
				</Button>
			</CommandForm>
		</>
	)
}

function Withdrawing({ line: { id }, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const of = about(DELEGATION.withdraw, { delegationId: id })
	return (
		<CommandForm
			commandKey={`${commandKey}-w-${id}`}
			answer={answerTo(answer, of)}
			about={of}
			className="mt-3"
		>
			<HiddenField name={DELEGATION.withdraw.delegationId} value={id} />
			<CheckBox
				id={`end-${id}`}
				name={DELEGATION.withdraw.sure}
				label={t('delegation.withdrawYes')}
				isRequired
			/>
			<Button look="danger" {...sending(DELEGATION.withdraw)}>
				{t('delegation.withdraw')}
			</Button>
		</CommandForm>
	)
}
