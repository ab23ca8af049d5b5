import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { HiddenField, RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { COMMENTER_STANDINGS } from '#app/domain/consultation/comment.ts'
import { PUBLIC_COMMENT } from '#app/forms/consultation-forms.ts'

/** The form of a visitor: what they think, of an article or of the whole; who they are is theirs to say or not. */
export function CommentForm({
	form: { csrf, commandKey, answer, chosen },
	unit,
}: {
	form: {
		readonly csrf: string
		readonly commandKey: string
		readonly answer: FormAnswer | undefined
		readonly chosen: { readonly anchor: string; readonly label: string } | null
	}
	unit: string
}) {
	const { t } = useTranslation()
	return (
		<section className="mb-4 rounded-card border border-accent bg-surface px-4 py-3">
			<h2 className="mb-2 flex flex-wrap items-baseline justify-between gap-2 text-section font-semibold">
				{chosen
					? t('consultation.public.onArticle', { article: chosen.label })
					: t('consultation.public.onWhole')}
				{chosen ? (
					<Link to={{ search: '', hash: '#comment' }} className="text-table font-normal">
						{t('consultation.public.toWhole')}
					</Link>
				) : null}
			</h2>
			<RefusalNotice refusal={answer?.refusal} />
			<AnsweredForm csrf={csrf} answer={answer}>
				<HiddenField name="key" value={commandKey} />
				<HiddenField name={PUBLIC_COMMENT.article} value={chosen?.anchor ?? ''} />
				<TextArea
					name={PUBLIC_COMMENT.words}
					label={t('consultation.public.words')}
					hint={t('consultation.public.wordsHint')}
					rows={5}
				/>
				<TextArea name={PUBLIC_COMMENT.wish} label={t('consultation.public.wish')} rows={2} optional />
				<RadioRow
					name={PUBLIC_COMMENT.standing}
					legend={t('consultation.public.standing')}
					value="resident"
					choices={COMMENTER_STANDINGS.map((value) => ({
						value,
						label: t(`consultation.commenter.${value}`),
					}))}
				/>
				<VisitorFields />
				<p className="mb-3 text-quiet text-ink3">{t('consultation.public.privacy', { unit })}</p>
				<Button look="filled">{t('consultation.public.send')}</Button>
			</AnsweredForm>
		</section>
	)
}

/** Who the visitor is, if they like to say. */
function VisitorFields() {
	const { t } = useTranslation()
	return (
		<div className="grid gap-x-4 sm:grid-cols-2">
			<TextField
				name={PUBLIC_COMMENT.name}
				label={t('consultation.public.name')}
				autoComplete="name"
				optional
			/>
			<TextField
				name={PUBLIC_COMMENT.contact}
				label={t('consultation.public.phone')}
				autoComplete="tel"
				optional
			/>
		</div>
	)
}
