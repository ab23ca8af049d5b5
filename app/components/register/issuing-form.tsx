import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField, TextField } from '#app/components/form/fields.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { about, sending } from '#app/forms/form.ts'
import { ISSUING } from '#app/forms/register-forms.ts'
import type { IssuingPage } from '#app/services/issue/read-issuing-page.server.ts'

type LoadedPage = IssuingPage & { readonly key: string }
type Step = 'register' | 'number' | 'issue' | 'publish'

const ACT_OF = {
	register: 'text.registered',
	number: 'text.numbered',
	issue: 'text.issued',
	publish: 'text.published',
} as const

/** The form of the step that comes next, for whoever may take it. */
export function IssuingForm({ page, answer }: { page: LoadedPage; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const step = (['register', 'number', 'issue', 'publish'] as const).find((each) =>
		page.heading.open.includes(ACT_OF[each]),
	)
	if (page.document) return null
	if (!step || (step === 'register' && !page.text)) return <Card>{t('register.issuing.notNow')}</Card>
	return (
		<Card title={t(`register.issuing.step.${step}`)}>
			<CommandForm
				answer={answer}
				about={about(ISSUING[step])}
				commandKey={`${page.key}-${step}`}
				seen={page.heading.revision}
			>
				<StepFields step={step} page={page} />
				<Button {...sending(ISSUING[step])} look="filled">
					{t(`register.issuing.button.${step}`)}
				</Button>
			</CommandForm>
		</Card>
	)
}

function StepFields({ step, page }: { step: Step; page: LoadedPage }) {
	const { t } = useTranslation()
	switch (step) {
		case 'register':
			return (
				<SelectField
					name={ISSUING.register.issuer}
					label={t('register.form.issuer')}
					hint={t('register.issuing.issuerHint')}
					options={page.issuers.map((issuer) => ({ value: issuer, label: issuer }))}
				/>
			)
		case 'number':
			return (
				<TextField
					name={ISSUING.number.organCode}
					label={t('register.issuing.organCode')}
					hint={t('register.issuing.organCodeHint')}
					defaultValue={page.organCode ?? ''}
				/>
			)
		case 'issue':
			return (
				<>
					<p className="mb-3 text-table text-ink2">{t('register.issuing.bytes')}</p>
					<HiddenField name={ISSUING.issue.contentSha256} value={page.text?.contentSha256 ?? ''} />
					<TextField
						name={ISSUING.issue.issuedOn}
						type="date"
						label={t('register.issuing.issuedOn')}
						max={page.today}
						defaultValue={page.today}
					/>
				</>
			)
		case 'publish':
			return <PublicationFields page={page} />
	}
}

function PublicationFields({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	return (
		<>
			<div className="grid gap-x-3 md:grid-cols-3">
				<TextField
					name={ISSUING.publish.publishedOn}
					type="date"
					label={t('register.form.publishedOn')}
					hint={t('register.issuing.publishedOnHint')}
					max={page.today}
				/>
				<TextField
					name={ISSUING.publish.effectiveOn}
					type="date"
					label={t('register.form.effectiveOn')}
					hint={t('register.form.effectiveOnHint')}
				/>
				<TextField
					name={ISSUING.publish.validUntil}
					type="date"
					label={t('register.form.validUntil')}
					hint={t('register.form.validUntilHint')}
					optional
				/>
			</div>
			<TextField
				name={ISSUING.publish.publishedIn}
				label={t('register.form.publishedIn')}
				hint={t('register.form.publishedInHint')}
			/>
		</>
	)
}
