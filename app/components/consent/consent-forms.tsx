import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { CONSENT } from '#app/forms/consent-forms.ts'
import { about } from '#app/forms/form.ts'
import type { ConsentPage } from '#app/services/consent/read-consent-page.server.ts'

export const SIGNED_PAPERS = '.pdf,.png,.jpg,.jpeg,.ofd,.docx'

type Props = {
	readonly page: ConsentPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** What the leader does: consents below the text that was shown, or sends back with a reason. */
export function ConsentForms({ page, commandKey, answer, isTextShown }: Props & { isTextShown: boolean }) {
	const { t } = useTranslation()
	const { heading, possible, version, state } = page
	return (
		<>
			{possible.includes('consent.given') && isTextShown && version ? (
				<Card id="sign" title={t('consent.give')}>
					<CommandForm
						answer={answer}
						about={about(CONSENT.give)}
						commandKey={`${commandKey}-give`}
						seen={heading.revision}
					>
						<HiddenField name={CONSENT.give.shown} value={version.contentSha256} />
						<SigningBox
							fields={CONSENT.give}
							read={t('consent.read', { version: version.versionNo })}
							label={t('consent.give')}
							note={t('consent.note')}
						/>
					</CommandForm>
				</Card>
			) : null}
			{possible.includes('consent.declined') ? (
				<Card>
					<details open={answerTo(answer, about(CONSENT.decline)) !== undefined}>
						<summary className="cursor-pointer py-2 text-table text-accent">
							{t(state === 'given' ? 'consent.takeBack' : 'consent.decline')}
						</summary>
						<CommandForm
							answer={answer}
							about={about(CONSENT.decline)}
							commandKey={`${commandKey}-decline`}
							seen={heading.revision}
						>
							<TextArea name={CONSENT.decline.words} label={t('consent.declineWords')} rows={3} />
							<Button icon="back">{t(state === 'given' ? 'consent.takeBack' : 'consent.decline')}</Button>
						</CommandForm>
					</details>
				</Card>
			) : null}
		</>
	)
}

/** What the head does: asks a leader to sign in the system, or attaches the paper that a leader signed. */
export function AskForms({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const { heading, possible, leaders } = page
	if (!possible.includes('consent.asked')) return null
	return (
		<>
			<Card title={t('consent.ask')}>
				<p className="mb-2 text-table text-ink2">{t('consent.askLead')}</p>
				<CommandForm
					answer={answer}
					about={about(CONSENT.ask)}
					commandKey={`${commandKey}-ask`}
					seen={heading.revision}
				>
					<SelectField
						name={CONSENT.ask.leaderId}
						label={t('consent.leader')}
						empty={t('consent.choose')}
						options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<Button look={page.state === 'given' ? 'outline' : 'filled'}>{t('consent.ask')}</Button>
				</CommandForm>
			</Card>
			<Card title={t('consent.file')}>
				<p className="mb-2 text-table text-ink2">{t('consent.fileLead')}</p>
				<CommandForm
					answer={answer}
					about={about(CONSENT.file)}
					commandKey={`${commandKey}-file`}
					seen={heading.revision}
					hasFiles
				>
					<TextField name={CONSENT.file.leaderName} label={t('consent.leaderName')} />
					<TextField name={CONSENT.file.signedOn} type="date" label={t('consent.signedOn')} />
					<FileField
						name={CONSENT.file.file}
						label={t('consent.paper')}
						accept={SIGNED_PAPERS}
						secrecyName={CONSENT.file.secrecy}
					/>
					<Button>{t('consent.file')}</Button>
				</CommandForm>
			</Card>
		</>
	)
}
