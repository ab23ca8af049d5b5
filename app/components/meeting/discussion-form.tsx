import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { about } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import type { OpenDiscussion } from '#app/services/meeting/read-outcomes-page.server.ts'

const DISCUSSION = MEETING['record-discussion']

/** What each form of a meeting's record is sent with. */
export type RecordFormProps = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
}

/** How an item was discussed: one person a line, as the attendance is typed. */
export function DiscussionForm({
	item,
	isFirst,
	commandKey,
	seen,
	answer,
}: RecordFormProps & { item: OpenDiscussion; isFirst: boolean }) {
	const { t } = useTranslation()
	const { agendaItemId: id, typed, isRecorded } = item
	return (
		<CommandForm commandKey={commandKey} seen={seen} answer={answer} about={about(DISCUSSION, { item: id })}>
			<div className="grid gap-x-3 md:grid-cols-2">
				<TextArea
					name={DISCUSSION.presenters}
					id={`presenters-${id}`}
					label={t('meeting.discussion.presentersLabel')}
					rows={2}
					defaultValue={typed.presenters}
				/>
				<TextArea
					name={DISCUSSION.attending}
					id={`attending-${id}`}
					label={t('meeting.discussion.attendingLabel')}
					optional
					rows={2}
					defaultValue={typed.attending}
				/>
			</div>
			<TextArea
				name={DISCUSSION.opinions}
				id={`opinions-${id}`}
				label={t('meeting.discussion.opinionsLabel')}
				hint={t('meeting.discussion.opinionsHint')}
				rows={Math.max(4, typed.opinions.split('\n').length + 1)}
				defaultValue={typed.opinions}
			/>
			<TextField
				name={DISCUSSION.head}
				id={`head-${id}`}
				label={t('meeting.discussion.head')}
				hint={t('meeting.discussion.headHint')}
				defaultValue={typed.head}
			/>
			<TextArea
				name={DISCUSSION.headReason}
				id={`head-reason-${id}`}
				label={t('meeting.discussion.headReason')}
				hint={t('meeting.discussion.headReasonHint')}
				optional
				rows={2}
				defaultValue={typed.headReason}
			/>
			<Button look={isFirst && !isRecorded ? 'filled' : 'outline'}>
				{t('meeting.discussion.record', { title: item.title })}
			</Button>
		</CommandForm>
	)
}
