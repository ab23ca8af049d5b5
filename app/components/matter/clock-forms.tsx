import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PAUSE_CAUSES } from '#app/domain/matter/deadline.ts'
import { URGENCY_CAUSES } from '#app/domain/matter/matter-request.ts'
import { CLOCK } from '#app/forms/clock-forms.ts'
import { about, sending } from '#app/forms/form.ts'
import type { ClockPage } from '#app/services/intake/read-clock-page.server.ts'

type Props = {
	readonly page: ClockPage & { readonly key: string }
	readonly answer: FormAnswer | undefined
}

/** The forms of the clock, of which each person sees those that are theirs now. */
export function ClockForms(props: Props) {
	const { may } = props.page
	return (
		<>
			{may.includes('clock.resumed') ? <Resuming {...props} /> : null}
			{may.includes('pause.decided') ? <DecidingPause {...props} /> : null}
			{may.includes('urgency.decided') ? <DecidingUrgency {...props} /> : null}
			{may.includes('pause.requested') ? <AskingPause {...props} /> : null}
			{may.includes('period.extended') ? <Extending {...props} /> : null}
			{may.includes('urgency.requested') ? <AskingUrgency {...props} /> : null}
		</>
	)
}

function Framed(
	props: Props & {
		title: string
		lead: string
		fields?: Readonly<Record<string, string>>
		children: ReactNode
	},
) {
	const { page, answer, title, lead, fields, children } = props
	return (
		<Card title={title}>
			<p className="mb-2 text-table">{lead}</p>
			<CommandForm
				commandKey={page.key}
				seen={page.heading.revision}
				answer={answer}
				{...(fields ? { about: fields } : {})}
			>
				{children}
			</CommandForm>
		</Card>
	)
}

function AskingPause(props: Props) {
	const { t } = useTranslation()
	const form = CLOCK['ask-pause']
	return (
		<Framed
			{...props}
			title={t('acts.button.pause.requested')}
			lead={t('clock.pauseLead', { days: props.page.limits.pause })}
			fields={about(form)}
		>
			<SelectField
				name={form.cause}
				label={t('clock.cause')}
				empty={t('clock.choose')}
				defaultValue=""
				options={PAUSE_CAUSES.map((value) => ({ value, label: t(`words.stopCause.${value}`) }))}
			/>
			<TextField name={form.until} label={t('clock.untilLabel')} hint={t('clock.untilHint')} />
			<TextArea name={form.words} label={t('clock.pauseWords')} rows={3} />
			<Button icon="pen">{t('clock.askPause')}</Button>
		</Framed>
	)
}

function DecidingPause(props: Props) {
	const { t } = useTranslation()
	const [grant, decline] = [CLOCK['grant-pause'], CLOCK['decline-pause']]
	return (
		<Framed {...props} title={t('acts.button.pause.decided')} lead={t('clock.decidePauseLead')}>
			<TextArea name={grant.words} id="pause-words" label={t('clock.reason')} rows={3} />
			<Button look="filled" icon="check" {...sending(grant)}>
				{t('clock.grantPause')}
			</Button>{' '}
			<Button icon="back" {...sending(decline)}>
				{t('clock.declinePause')}
			</Button>
		</Framed>
	)
}

function Resuming(props: Props) {
	const { t } = useTranslation()
	const form = CLOCK.resume
	return (
		<Framed
			{...props}
			title={t('acts.button.clock.resumed')}
			lead={t('clock.resumeLead')}
			fields={about(form)}
		>
			<TextArea name={form.words} label={t('clock.resumeWords')} rows={3} />
			<Button look="filled" icon="check">
				{t('clock.resume')}
			</Button>
		</Framed>
	)
}

function Extending(props: Props) {
	const { t } = useTranslation()
	const form = CLOCK.extend
	return (
		<Framed
			{...props}
			title={t('acts.button.period.extended')}
			lead={t('clock.extendLead', { days: props.page.limits.extension })}
			fields={about(form)}
		>
			<TextField name={form.days} label={t('clock.extendDays')} inputMode="numeric" />
			<TextArea name={form.words} label={t('clock.reason')} rows={3} />
			<Button icon="pen">{t('clock.extend')}</Button>
		</Framed>
	)
}

function AskingUrgency(props: Props) {
	const { t } = useTranslation()
	const form = CLOCK['ask-urgency']
	const { isNormative } = props.page
	const causes = URGENCY_CAUSES.filter((cause) => !isNormative || cause !== 'other')
	return (
		<Framed
			{...props}
			title={t('acts.button.urgency.requested')}
			lead={t(isNormative ? 'clock.urgencyLeadNormative' : 'clock.urgencyLead')}
			fields={about(form)}
		>
			<SelectField
				name={form.cause}
				label={t('clock.cause')}
				empty={t('clock.choose')}
				defaultValue=""
				options={causes.map((value) => ({ value, label: t(`clock.urgencyCause.${value}`) }))}
			/>
			<TextArea name={form.words} label={t('clock.reason')} rows={3} />
			<Button icon="pen">{t('clock.askUrgency')}</Button>
		</Framed>
	)
}

/** Two forms: whoever declines has no days to state. */
function DecidingUrgency(props: Props) {
	const { t } = useTranslation()
	const [grant, decline] = [CLOCK['grant-urgency'], CLOCK['decline-urgency']]
	const { net, guaranteed, limits } = props.page
	return (
		<>
			<Framed
				{...props}
				title={t('acts.button.urgency.decided')}
				lead={t('clock.decideUrgencyLead', { net: net ?? 0, urgent: limits.urgent })}
				fields={about(grant)}
			>
				<TextField name={grant.days} label={t('clock.urgencyDays')} inputMode="numeric" />
				<TextArea name={grant.words} id="urgency-words" label={t('clock.reason')} rows={3} />
				{guaranteed === null ? null : (
					<CheckBox
						name={grant.saysFewer}
						label={t('clock.saysFewer', { days: guaranteed })}
						isRequired={false}
					/>
				)}
				<Button look="filled" icon="check">
					{t('clock.grantUrgency')}
				</Button>
			</Framed>
			<Framed
				{...props}
				title={t('clock.declineUrgency')}
				lead={t('clock.declineUrgencyLead')}
				fields={about(decline)}
			>
				<TextArea name={decline.words} id="decline-words" label={t('clock.reason')} rows={2} />
				<Button icon="back">{t('clock.declineUrgency')}</Button>
			</Framed>
		</>
	)
}
