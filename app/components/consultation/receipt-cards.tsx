import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import { formatDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { CommentStanding } from '#app/services/consultation/read-public-consultation.server.ts'

/** What a visitor takes along: the number by which they find what became of their comment. */
export function ReceiptCard({
	thanks,
	page,
}: {
	thanks: { readonly receipt: string; readonly isNamed: boolean }
	page: { readonly title: string; readonly organ: string }
}) {
	const { t } = useTranslation()
	return (
		<section role="status" className="mb-4 rounded-card border border-ok bg-surface px-4 py-3">
			<h2 className="mb-2 text-section font-semibold text-ok">{t('consultation.public.thanks')}</h2>
			<p className="text-table text-ink3">
				{page.organ} · {page.title}
			</p>
			<p className="my-2 text-title font-semibold tabular-nums tracking-wider">{thanks.receipt}</p>
			<p className="text-table">{t('consultation.public.keep')}</p>
			{thanks.isNamed ? null : <p className="text-table text-warn">{t('consultation.public.nameless')}</p>}
			<p className="mt-3 flex flex-wrap gap-3">
				<PrintButton label={t('consultation.public.print')} />
				<Link to={{ search: '', hash: '#comment' }}>{t('consultation.public.another')}</Link>
			</p>
		</section>
	)
}

type Lookup = {
	readonly receipt: string
	readonly minutes: number
	readonly found: Pick<CommentStanding, 'receivedOn' | 'isLate' | 'answer'> | null
}

/** Looks up what became of a comment, by the number of its receipt. */
export function ReceiptLookup({ lookup }: { lookup: Lookup }) {
	const { t } = useTranslation()
	return (
		<section className="mb-4 rounded-card border border-line bg-surface px-4 py-3">
			<h2 className="mb-2 text-section font-semibold">{t('consultation.public.lookup')}</h2>
			<Form method="get">
				<TextField
					name="receipt"
					label={t('consultation.public.receipt')}
					defaultValue={lookup.receipt}
					maxLength={40}
					autoComplete="off"
				/>
				<Button>{t('consultation.public.find')}</Button>
			</Form>
			{lookup.receipt === '' ? null : (
				<p role="status" className="mt-2 text-table">
					<LookupAnswer lookup={lookup} />
				</p>
			)}
		</section>
	)
}

function LookupAnswer({ lookup: { found, minutes } }: { lookup: Lookup }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (minutes > 0) return refusalSentence({ code: 'too-many-tries', retryAfterMinutes: minutes }, t)
	if (!found) return t('consultation.public.noSuch')
	const day = formatDay(found.receivedOn, language)
	if (found.answer)
		return t(found.isLate ? 'consultation.public.answeredLate' : 'consultation.public.answered', {
			day,
			answer: t(`consultation.answer.${found.answer.answer}`),
			reason: found.answer.reason,
		})
	return t(found.isLate ? 'consultation.public.receivedLate' : 'consultation.public.received', { day })
}
