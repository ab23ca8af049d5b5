import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { APPROVAL } from '#app/forms/consent-forms.ts'
import { about } from '#app/forms/form.ts'
import type { ApprovalPage } from '#app/services/consent/read-approval-page.server.ts'
import { SIGNED_PAPERS } from './consent-forms.tsx'

type Props = {
	readonly page: ApprovalPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** What whoever presides does: approves the agenda above, or sends it back with a reason. */
export function ApprovalForms({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { heading, state } = page
	if (!page.isTheirs) return null
	const label = t(state === 'given' ? 'consent.approval.takeBack' : 'consent.approval.back')
	return (
		<>
			{heading.open.includes('agenda.approved') ? (
				<Card id="sign" title={t('consent.approval.approve', { count: page.agenda.length })}>
					<CommandForm
						answer={answer}
						about={about(APPROVAL.approve)}
						commandKey={`${commandKey}-approve`}
						seen={heading.revision}
					>
						<HiddenField name={APPROVAL.approve.shown} value={page.agendaSha256} />
						<SigningBox
							fields={APPROVAL.approve}
							read={t('consent.approval.read')}
							label={t('consent.approval.approve', { count: page.agenda.length })}
							note={t('consent.approval.note')}
						/>
					</CommandForm>
				</Card>
			) : null}
			{heading.open.includes('agenda.sent-back') ? (
				<Card>
					<details open={answerTo(answer, about(APPROVAL.back)) !== undefined}>
						<summary className="cursor-pointer py-2 text-table text-accent">{label}</summary>
						<CommandForm
							answer={answer}
							about={about(APPROVAL.back)}
							commandKey={`${commandKey}-back`}
							seen={heading.revision}
						>
							<TextArea name={APPROVAL.back.words} label={t('consent.approval.backWords')} rows={3} />
							<Button icon="back">{label}</Button>
						</CommandForm>
					</details>
				</Card>
			) : null}
		</>
	)
}

/** What the secretary does: lays the agenda before its chair, or attaches the paper that the chair signed. */
export function AskApprovalForms({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { heading, leaders, state } = page
	if (!heading.open.includes('approval.asked')) return null
	if (state === 'given')
		return (
			<p>
				<LinkButton to={`/meetings/${heading.id}#fix`} look="filled">
					{t('consent.approval.toFix')}
				</LinkButton>
			</p>
		)
	return (
		<>
			<Card title={t('consent.approval.ask')}>
				<p className="mb-2 text-table text-ink2">
					{t('consent.approval.askLead', { name: heading.chair || t('consent.approval.whoever') })}
				</p>
				<CommandForm
					answer={answer}
					about={about(APPROVAL.ask)}
					commandKey={`${commandKey}-ask`}
					seen={heading.revision}
				>
					{leaders === null ? (
						<HiddenField name={APPROVAL.ask.leaderId} value="" />
					) : (
						<SelectField
							name={APPROVAL.ask.leaderId}
							label={t('consent.approval.presides')}
							empty={t('consent.choose')}
							options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
						/>
					)}
					<Button look={state === 'asked' ? 'outline' : 'filled'}>{t('consent.approval.ask')}</Button>
				</CommandForm>
			</Card>
			<FileApproval page={page} commandKey={commandKey} answer={answer} />
		</>
	)
}

function FileApproval({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { heading } = page
	return (
		<Card title={t('consent.file')}>
			<p className="mb-2 text-table text-ink2">{t('consent.approval.fileLead')}</p>
			<CommandForm
				answer={answer}
				about={about(APPROVAL.file)}
				commandKey={`${commandKey}-file`}
				seen={heading.revision}
				hasFiles
			>
				<TextField
					name={APPROVAL.file.approverName}
					label={t('consent.approval.presides')}
					defaultValue={heading.chair}
				/>
				<TextField name={APPROVAL.file.signedOn} type="date" label={t('consent.signedOn')} />
				<FileField
					name={APPROVAL.file.file}
					label={t('consent.paper')}
					accept={SIGNED_PAPERS}
					secrecyName={APPROVAL.file.secrecy}
				/>
				<Button>{t('consent.file')}</Button>
			</CommandForm>
		</Card>
	)
}
