import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { type RulingResult, RULING_BODIES, RULING_RESULTS } from '#app/domain/meeting/ruling.ts'
import { RULING } from '#app/forms/ruling-forms.ts'
import type { RulingPage } from '#app/services/after-meeting/read-ruling-page.server.ts'

type Props = { page: RulingPage & { readonly key: string }; answer: FormAnswer | undefined }

/** The form of the ruling that is awaited: what each result does is said before it is chosen. */
export function RulingForm({ page, answer }: Props) {
	const { t } = useTranslation()
	const { heading, isForRegister, leadsTo, referrals, today } = page
	const version = referrals[0]?.text?.versionNo ?? 0
	const effectOf = (result: RulingResult) => {
		const after = t(`words.state.${leadsTo[result]}`)
		const leads = t('ruling.leads', { before: t('words.state.decided'), after })
		const effect =
			result === 'passed'
				? t(`ruling.effect.${isForRegister ? 'issue' : 'conclude'}`, { version })
				: t(`ruling.effect.${result}`)
		return `${leads} · ${effect}`
	}
	return (
		<Card title={t('ruling.form.title')}>
			<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
				<RadioRow
					name={RULING.body}
					legend={t('ruling.form.body')}
					choices={RULING_BODIES.map((body) => ({ value: body, label: t(`ruling.body.${body}`) }))}
				/>
				<RadioRow
					name={RULING.result}
					legend={t('ruling.form.result')}
					isStacked
					choices={RULING_RESULTS.map((result) => ({
						value: result,
						label: t(`ruling.result.${result}`),
						hint: effectOf(result),
					}))}
				/>
				<div className="grid gap-x-3 md:grid-cols-2">
					<TextField
						name={RULING.ruledOn}
						type="date"
						label={t('ruling.form.ruledOn')}
						hint={t('ruling.form.ruledOnHint')}
						min={referrals[0]?.metOn}
						max={today}
					/>
					<TextField
						name={RULING.documentNumber}
						label={t('ruling.form.documentNumber')}
						hint={t('ruling.form.documentNumberHint')}
						optional
					/>
				</div>
				<TextArea name={RULING.words} label={t('ruling.form.words')} hint={t('ruling.form.wordsHint')} />
				<p className="mb-3 text-quiet text-ink3">{t('ruling.form.note')}</p>
				<Button look="filled">{t('ruling.form.button')}</Button>
			</CommandForm>
		</Card>
	)
}
