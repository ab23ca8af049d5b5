import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { RadioRow, SelectField, TextField } from '#app/components/form/fields.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { NEW_MEETING } from '#app/forms/meeting-forms.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { createMeeting } from '#app/services/meeting/create-meeting.server.ts'
import { readNewMeetingPage } from '#app/services/meeting/read-meetings.server.ts'

export const handle = { title: 'meeting.new' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readNewMeetingPage(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm(args, {
		shape: NEW_MEETING,
		run: ({ shell, actor, key, form }) => createMeeting(shell, actor, key, form),
		goTo: (_given, created) => `/meetings/${created.value.meetingId}`,
	})
}

export default function NewMeetingRoute() {
	const { t } = useTranslation()
	const { key, chairs, kinds } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead back={{ to: '/meetings', label: t('meeting.back') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<CommandForm answer={answer} commandKey={key}>
						<RadioRow
							name={NEW_MEETING.kind}
							legend={t('meeting.field.kind')}
							hint={kinds.includes('thematic') ? t('meeting.field.kindHint') : null}
							value={kinds[0]}
							choices={kinds.map((kind) => ({ value: kind, label: t(`meeting.kind.${kind}`) }))}
						/>
						<TextField
							name={NEW_MEETING.title}
							label={t('meeting.field.title')}
							hint={t('meeting.field.titleHint')}
						/>
						<div className="grid gap-3 md:grid-cols-2">
							<TextField name={NEW_MEETING.day} type="date" label={t('meeting.field.day')} />
							<TextField
								name={NEW_MEETING.time}
								type="time"
								label={t('meeting.field.time')}
								defaultValue={'09:00'}
							/>
						</div>
						<TextField name={NEW_MEETING.place} label={t('meeting.field.place')} />
						<SelectField
							name={NEW_MEETING.chairId}
							label={t('meeting.field.chair')}
							optional
							empty={t('meeting.field.choose')}
							options={chairs.map((chair) => ({ value: chair.id, label: chair.name }))}
						/>
						<Button look="filled">{t('meeting.field.create')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}
