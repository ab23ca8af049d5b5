import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { about } from '#app/forms/form.ts'
import { ORGANISATION } from '#app/forms/organisation-forms.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { WaitingDesignation } from '#app/services/organisation/read-organs.server.ts'

type Props = { readonly commandKey: string; readonly answer: FormAnswer | undefined }

/** The designations that a second person has not confirmed: until then they count for nothing. */
export function WaitingDesignations(props: Props & { waiting: readonly WaitingDesignation[] }) {
	const { t } = useTranslation()
	const { waiting, ...form } = props
	if (waiting.length === 0) return null
	return (
		<Card title={t('administration.organs.waiting', { count: waiting.length })}>
			<p className="mb-2 text-table text-ink2">{t('administration.organs.waitingLead')}</p>
			<ul>
				{waiting.map((each) => (
					<li key={each.id} className="border-t border-line py-2 text-table">
						<Line designation={each} {...form} />
					</li>
				))}
			</ul>
		</Card>
	)
}

function Line({ designation, commandKey, answer }: Props & { designation: WaitingDesignation }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { id, organ, designated, by, at, isTheirs } = designation
	const [confirm, decline] = [ORGANISATION['confirm-designation'], ORGANISATION['decline-designation']]
	return (
		<>
			<p>
				{designated === null
					? t('administration.organs.waitingEnd', { organ })
					: t('administration.organs.waitingLine', { organ, designated })}{' '}
				<span className="text-ink3">
					{t('administration.organs.waitingBy', { by, when: formatInstant(at, language) })}
				</span>
			</p>
			{isTheirs ? (
				<div className="mt-1 flex flex-wrap items-end gap-3">
					<CommandForm
						answer={answer}
						about={about(confirm, { designationId: id })}
						commandKey={`${commandKey}-confirm-${id}`}
					>
						<HiddenField name={confirm.designationId} value={id} />
						<CheckBox
							name={confirm.sure}
							id={`sure-${id}`}
							label={t('administration.organs.waitingSure')}
							isRequired
						/>
						<Button look="filled">{t('administration.organs.waitingConfirm')}</Button>
					</CommandForm>
					<CommandForm
						answer={answer}
						about={about(decline, { designationId: id })}
						commandKey={`${commandKey}-decline-${id}`}
					>
						<HiddenField name={decline.designationId} value={id} />
						<Button>{t('administration.organs.waitingDecline')}</Button>
					</CommandForm>
				</div>
			) : null}
		</>
	)
}
