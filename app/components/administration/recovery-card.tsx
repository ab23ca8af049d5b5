import { useTranslation } from 'react-i18next'
import { OneTimeLink } from '#app/components/administration/one-time-link.tsx'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField, TextField } from '#app/components/form/fields.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { about, sending } from '#app/forms/form.ts'
import { RECOVERY } from '#app/forms/organisation-forms.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { RecoveryLine } from '#app/services/account/read-recoveries.server.ts'

type Props = {
	readonly line: RecoveryLine
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
	/** The link that was made by confirming this one; '' where it was shown before. */
	readonly link: string | null
}

/** One recovery: whose, why, how it stands, and what whoever looks may do about it. */
export function RecoveryCard({ line, commandKey, answer, link }: Props) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { person, decidedBy, decidedAt, heldUntil } = line
	return (
		<Card title={person} note={line.roles.map((role) => t(`words.role.${role}`)).join(' · ')}>
			{link === null ? null : <OneTimeLink name={person} link={link} />}
			<dl>
				<Fact name={t('administration.recovery.reason')}>{line.reason}</Fact>
				<Fact name={t('administration.recovery.asked')}>
					{line.requestedBy} {formatInstant(line.requestedAt, language)}
				</Fact>
				{decidedBy !== null && decidedAt ? (
					<Fact name={t('administration.recovery.decided')}>
						{decidedBy} {formatInstant(decidedAt, language)}
					</Fact>
				) : null}
				<Fact name={t('administration.recovery.state')}>
					{t(`administration.recovery.standing.${line.standing}`, {
						time: heldUntil ? formatInstant(heldUntil, language) : '',
					})}
				</Fact>
			</dl>
			{line.mayDecide ? <Deciding line={line} commandKey={commandKey} answer={answer} /> : null}
			{line.mayLift ? <Lifting line={line} commandKey={commandKey} answer={answer} /> : null}
		</Card>
	)
}

type FormProps = Omit<Props, 'link'>

function Deciding({ line, commandKey, answer }: FormProps) {
	const { t } = useTranslation()
	const of = about(RECOVERY.confirm, { recoveryId: line.id })
	return (
		<>
			<CommandForm
				commandKey={`${commandKey}-c-${line.id}`}
				answer={answerTo(answer, of)}
				about={of}
				className="mt-3"
			>
				<HiddenField name={RECOVERY.confirm.recoveryId} value={line.id} />
				<CheckBox
					id={`sure-${line.id}`}
					name={RECOVERY.confirm.sure}
					label={t('administration.recovery.confirmYes', { name: line.person })}
					isRequired
				/>
				<Button look="filled" {...sending(RECOVERY.confirm)}>
					{t('administration.recovery.confirm')}
				</Button>
			</CommandForm>
			<CommandForm commandKey={`${commandKey}-d-${line.id}`} className="mt-2">
				<HiddenField name={RECOVERY.decline.recoveryId} value={line.id} />
				<Button look="danger" {...sending(RECOVERY.decline)}>
					{t('administration.recovery.decline')}
				</Button>
			</CommandForm>
		</>
	)
}

function Lifting({ line, commandKey, answer }: FormProps) {
	const { t } = useTranslation()
	const of = about(RECOVERY.lift, { recoveryId: line.id })
	return (
		<CommandForm
			commandKey={`${commandKey}-l-${line.id}`}
			answer={answerTo(answer, of)}
			about={of}
			className="mt-3"
		>
			<HiddenField name={RECOVERY.lift.recoveryId} value={line.id} />
			<CheckBox
				id={`seen-${line.id}`}
				name={RECOVERY.lift.sure}
				label={t('administration.recovery.liftYes', { name: line.person })}
				isRequired
			/>
			<TextField
				id={`password-${line.id}`}
				name={RECOVERY.lift.password}
				type="password"
				label={t('administration.recovery.password')}
				autoComplete="current-password"
			/>
			<Button look="filled" {...sending(RECOVERY.lift)}>
				{t('administration.recovery.lift')}
			</Button>
		</CommandForm>
	)
}
