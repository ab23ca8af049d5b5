import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { Card } from '#app/components/frame/card.tsx'
import type { AdoptionCounts } from '#app/domain/consultation/adoption-counts.ts'
import { REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import { CONSULTATION } from '#app/forms/consultation-forms.ts'
import { about } from '#app/forms/form.ts'
import type { CommentsPage } from '#app/services/consultation/read-comments.server.ts'
import { CommentList } from './comment-list.tsx'
import type { DeskForms } from './consultation-forms.tsx'

/** How many comments came, and what became of them. */
export function AdoptionFigures({ counts }: { counts: AdoptionCounts }) {
	const { t } = useTranslation()
	return (
		<p className="tabular-nums">
			{counts.received === 0 ? t('consultation.adoption.none') : t('consultation.adoption.counts', counts)}
		</p>
	)
}

/** The comments with a box each, and what is said of those that are ticked: alone or together. */
export function JudgeForm(props: { comments: CommentsPage; isUnanswered: boolean; forms: DeskForms }) {
	const { t } = useTranslation()
	const { comments, isUnanswered, forms } = props
	const { judge } = CONSULTATION
	return (
		<CommandForm {...forms} about={about(judge)}>
			<CommentList
				comments={comments}
				isUnanswered={isUnanswered}
				tickOf={({ id, number }) => (
					<CheckBox
						name={judge.comments}
						id={`comment-${number}`}
						value={id}
						label={t('consultation.adoption.pick', { number })}
						errors={[]}
					/>
				)}
			/>
			{comments.lines.length === 0 ? null : (
				<Card title={t('consultation.adoption.judge')}>
					<p className="mb-2 text-table">{t('consultation.adoption.judgeLead')}</p>
					<RadioRow
						name={judge.answer}
						legend={t('consultation.adoption.answer')}
						choices={REPLY_ANSWERS.map((value) => ({ value, label: t(`consultation.answer.${value}`) }))}
					/>
					<TextArea
						name={judge.gist}
						label={t('consultation.adoption.gist')}
						hint={t('consultation.adoption.gistHint')}
						rows={2}
						optional
					/>
					<TextArea
						name={judge.reason}
						label={t('consultation.adoption.reason')}
						hint={t('consultation.adoption.reasonHint')}
						rows={3}
					/>
					<Button>{t('consultation.adoption.save')}</Button>
				</Card>
			)}
		</CommandForm>
	)
}

type Adoption = {
	readonly counts: AdoptionCounts
	readonly unanswered: number
	readonly isRunning: boolean
	readonly paperId: string | null
}

/** The adoption table in figures; its sealed paper, or what is missing for closing it, or the form that closes it. */
export function AdoptionCard(props: {
	matterId: string
	adoption: Adoption
	mayClose: boolean
	forms: DeskForms
}) {
	const { t } = useTranslation()
	const { matterId, adoption, mayClose, forms } = props
	const { counts, unanswered, isRunning, paperId } = adoption
	const { close } = CONSULTATION
	return (
		<Card title={t('consultation.adoption.title')}>
			<AdoptionFigures counts={counts} />
			{unanswered > 0 ? (
				<p className="text-table text-warn">{t('consultation.adoption.unanswered', { count: unanswered })}</p>
			) : null}
			{paperId === null ? null : (
				<p className="mt-2">
					<Link to={`/matters/${matterId}/papers/${paperId}`}>{t('consultation.adoption.paper')}</Link>
				</p>
			)}
			{mayClose && isRunning ? <p className="text-table">{t('consultation.adoption.running')}</p> : null}
			{mayClose && !isRunning && unanswered === 0 ? (
				<CommandForm {...forms} about={about(close)}>
					<p className="my-2 text-table">{t('consultation.adoption.closeLead')}</p>
					<CheckBox
						name={close.isFitForPublic}
						label={t('consultation.adoption.isFitForPublic')}
						isRequired
					/>
					<Button look="filled">{t('consultation.adoption.close')}</Button>
				</CommandForm>
			) : null}
		</Card>
	)
}
