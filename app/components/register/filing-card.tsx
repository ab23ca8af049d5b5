import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Card } from '#app/components/frame/card.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { about, sending } from '#app/forms/form.ts'
import { ISSUING } from '#app/forms/register-forms.ts'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { FilingLine, IssuingPage } from '#app/services/issue/read-issuing-page.server.ts'

type Props = { page: IssuingPage & { readonly key: string }; answer: FormAnswer | undefined }

/** With whom a published document is filed and by when, what was filed, and the form of the next filing. */
export function FilingCard({ page, answer }: Props) {
	const { t } = useTranslation()
	if (page.filings.length === 0) return null
	return (
		<Card title={t('register.issuing.filing.title')} note={t('register.issuing.filing.rule')}>
			<ol>
				{page.filings.map((line) => (
					<Line key={line.organ} line={line} />
				))}
			</ol>
			<p className="mt-2 text-quiet text-ink3">
				{page.isFilingAssumed ? t('register.issuing.filing.assumed') : null}
				{t('register.issuing.filing.stillOwed')}
			</p>
			{page.heading.open.includes('text.filed') ? <FilingForm page={page} answer={answer} /> : null}
		</Card>
	)
}

function Line({ line }: { line: FilingLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { filed, isLate } = line
	const look = filed ? 'text-ok' : isLate ? 'text-bad' : 'text-ink3'
	const due = { due: formatDay(line.dueOn, language), days: line.days }
	return (
		<li className="flex flex-wrap items-baseline gap-2 py-1 text-table">
			<Icon name={filed ? 'check' : isLate ? 'alert' : 'circle'} className={look} />
			<span className="font-semibold">{t(`words.deadline.filing-${line.organ}`)}</span>
			<span className={isLate ? 'font-semibold text-bad' : 'text-ink3'}>
				{t(`register.issuing.filing.${standingOf(line)}`, due)}
			</span>
			{filed ? (
				<span lang="zh-CN" className="basis-full pl-6">
					{t('register.issuing.filing.filed', {
						...filed,
						day: formatDay(filed.filedOn, language),
					})}
				</span>
			) : null}
		</li>
	)
}

function standingOf({ filed, isLate }: FilingLine) {
	if (filed) return isLate ? 'filedLate' : 'filedInTime'
	return isLate ? 'overdue' : 'due'
}

function FilingForm({ page, answer }: Props) {
	const { t } = useTranslation()
	const open = page.filings.filter(({ filed }) => filed === null)
	const { file } = ISSUING
	return (
		<div className="mt-3 border-t border-line pt-3">
			<CommandForm
				answer={answer}
				about={about(file)}
				commandKey={`${page.key}-file`}
				seen={page.heading.revision}
			>
				<SelectField
					name={file.filedWith}
					label={t('register.issuing.filing.filedWith')}
					hint={t('register.issuing.filing.filedWithHint')}
					options={open.map(({ organ }) => ({
						value: organ,
						label: t(`register.issuing.filing.organ.${organ}`),
					}))}
				/>
				<div className="grid gap-x-3 md:grid-cols-2">
					<TextField
						name={file.reportNumber}
						label={t('register.issuing.filing.reportNumber')}
						hint={t('register.issuing.filing.reportNumberHint')}
					/>
					<TextField
						name={file.filedOn}
						type="date"
						label={t('register.issuing.filing.filedOn')}
						hint={t('register.issuing.filing.filedOnHint')}
						max={page.today}
					/>
				</div>
				<TextField
					name={file.receipt}
					label={t('register.issuing.filing.receipt')}
					hint={t('register.issuing.filing.receiptHint')}
				/>
				<Button {...sending(file)} look="filled">
					{t('register.issuing.filing.button')}
				</Button>
			</CommandForm>
		</div>
	)
}
