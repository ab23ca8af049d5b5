import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { ENTERED_SOURCES } from '#app/domain/consultation/comment-source.ts'
import { COMMENTER_STANDINGS } from '#app/domain/consultation/comment.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { CONSULTATION } from '#app/forms/consultation-forms.ts'
import { about } from '#app/forms/form.ts'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'

/** What each form of the page is sent with. */
export type DeskForms = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
}

/** Opens a consultation on the present text; or says what is missing for it. */
export function OpenForm({
	page: { unmet, today, thirtyDaysEnd },
	forms,
}: {
	page: {
		readonly unmet: readonly Requirement[] | null
		readonly today: string
		readonly thirtyDaysEnd: string
	}
	forms: DeskForms
}) {
	const { t } = useTranslation()
	const { open } = CONSULTATION
	return (
		<Card title={t('consultation.open')}>
			<p className="mb-3 text-table">{t('consultation.openLead')}</p>
			{(unmet ?? []).map((each) => (
				<p key={each} className="text-table text-warn">
					{t('consultation.notYet', { missing: t(`acts.missing.${each}`) })}
				</p>
			))}
			{unmet?.length === 0 ? (
				<CommandForm {...forms} about={about(open)}>
					<PeriodFields today={today} thirtyDaysEnd={thirtyDaysEnd} />
					<TextArea
						name={open.shorterReason}
						label={t('consultation.shorterReason')}
						hint={t('consultation.shorterHint')}
						rows={2}
						optional
					/>
					<TextArea
						name={open.introduction}
						label={t('consultation.introduction')}
						hint={t('consultation.introductionHint')}
						rows={6}
					/>
					<TextArea
						name={open.contact}
						label={t('consultation.contact')}
						hint={t('consultation.contactHint')}
						rows={3}
						optional
					/>
					<CheckBox name={open.isFitForPublic} label={t('consultation.isFitForPublic')} isRequired />
					<Button look="filled">{t('consultation.submit')}</Button>
				</CommandForm>
			) : null}
		</Card>
	)
}

/** The first and the last day; thirty days stand there already. */
function PeriodFields({ today, thirtyDaysEnd }: { today: string; thirtyDaysEnd: string }) {
	const { t } = useTranslation()
	const day = formatDay(thirtyDaysEnd, useLanguage())
	const { open } = CONSULTATION
	return (
		<div className="grid gap-x-4 md:grid-cols-2">
			<TextField
				name={open.from}
				type="date"
				label={t('consultation.from')}
				min={today}
				defaultValue={today}
			/>
			<TextField
				name={open.to}
				type="date"
				label={t('consultation.to')}
				hint={t('consultation.toHint', { day })}
				min={today}
				defaultValue={thirtyDaysEnd}
			/>
		</div>
	)
}

/** Takes the open consultation back, with the reason that the public reads. */
export function CancelForm({ forms }: { forms: DeskForms }) {
	const { t } = useTranslation()
	return (
		<Card title={t('consultation.cancel')}>
			<p className="mb-2 text-table">{t('consultation.cancelLead')}</p>
			<CommandForm {...forms} about={about(CONSULTATION.cancel)}>
				<TextArea name={CONSULTATION.cancel.words} label={t('consultation.words')} rows={2} />
				<Button look="danger">{t('consultation.cancel')}</Button>
			</CommandForm>
		</Card>
	)
}

/** Enters what a contact point collected, or what came by letter, telephone or at a meeting. */
export function EnterForm({ today, forms }: { today: string; forms: DeskForms }) {
	const { t } = useTranslation()
	const { enter } = CONSULTATION
	return (
		<Card title={t('consultation.enter.title')}>
			<p className="mb-2 text-table">{t('consultation.enter.lead')}</p>
			<CommandForm {...forms} about={about(enter)}>
				<RadioRow
					name={enter.source}
					legend={t('consultation.enter.source')}
					choices={ENTERED_SOURCES.map((value) => ({ value, label: t(`consultation.source.${value}`) }))}
				/>
				<div className="grid gap-x-4 md:grid-cols-2">
					<TextField
						name={enter.pointName}
						label={t('consultation.enter.point')}
						hint={t('consultation.enter.pointHint')}
						optional
					/>
					<TextField
						name={enter.receivedOn}
						type="date"
						label={t('consultation.enter.receivedOn')}
						hint={t('consultation.enter.receivedHint')}
						max={today}
						defaultValue={today}
					/>
				</div>
				<TextArea name={enter.words} label={t('consultation.enter.words')} rows={4} />
				<TextArea name={enter.wish} label={t('consultation.public.wish')} rows={2} optional />
				<RadioRow
					name={enter.standing}
					legend={t('consultation.enter.standing')}
					choices={COMMENTER_STANDINGS.map((value) => ({
						value,
						label: t(`consultation.commenter.${value}`),
					}))}
				/>
				<div className="grid gap-x-4 md:grid-cols-2">
					<TextField name={enter.name} label={t('consultation.public.name')} optional />
					<TextField name={enter.contact} label={t('consultation.public.phone')} optional />
				</div>
				<Button>{t('consultation.enter.submit')}</Button>
			</CommandForm>
		</Card>
	)
}
