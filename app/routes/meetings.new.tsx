import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorsOf } from '#app/components/answer-errors.ts'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { RadioRow, SelectField, TextField } from '#app/components/fields.tsx'
import { PageBody, PageHead } from '#app/components/page.tsx'
import { RefusalNotice } from '#app/components/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/revalidate-after-refusal.ts'
import { MEETING_KINDS } from '#app/domain/meeting/meeting-kind.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { refusalResponse, typedFields } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { createMeeting } from '#app/services/create-meeting.server.ts'
import { readNewMeetingPage } from '#app/services/read-meetings.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readNewMeetingPage(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { key, fields } = await readCommandForm(args, signedIn)
	const typed = typedFields(fields)
	const word = (name: string) => typed[name] ?? ''
	const created = await createMeeting(signedIn.shell, signedIn.actor, key, {
		kind: word('kind'),
		title: word('title'),
		day: word('day'),
		time: word('time'),
		place: word('place'),
		chairId: word('chairId'),
	})
	return created.ok
		? redirect(`/meetings/${created.value.value.meetingId}`)
		: refusalResponse(created.reason, typed)
}

export default function NewMeetingRoute() {
	const { t } = useTranslation()
	const { key, chairs } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const typed = answer?.typed ?? {}
	return (
		<>
			<PageHead title={t('meeting.new')} back={{ to: '/meetings', label: t('meeting.back') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<CommandForm commandKey={key}>
						<RadioRow
							name="kind"
							legend={t('meeting.field.kind')}
							value={typed['kind'] ?? 'standing'}
							errors={errorsOf(answer, 'kind', t)}
							choices={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`meeting.kind.${kind}`) }))}
						/>
						<TextField
							name="title"
							label={t('meeting.field.title')}
							hint={t('meeting.field.titleHint')}
							defaultValue={typed['title']}
							errors={errorsOf(answer, 'title', t)}
						/>
						<div className="grid gap-3 md:grid-cols-2">
							<TextField
								name="day"
								type="date"
								label={t('meeting.field.day')}
								defaultValue={typed['day']}
								errors={errorsOf(answer, 'day', t)}
							/>
							<TextField
								name="time"
								type="time"
								label={t('meeting.field.time')}
								defaultValue={typed['time'] ?? '09:00'}
							/>
						</div>
						<TextField
							name="place"
							label={t('meeting.field.place')}
							defaultValue={typed['place']}
							errors={errorsOf(answer, 'place', t)}
						/>
						<SelectField
							name="chairId"
							label={t('meeting.field.chair')}
							optional
							empty={t('meeting.field.choose')}
							defaultValue={typed['chairId']}
							errors={errorsOf(answer, 'chairId', t)}
							options={chairs.map((chair) => ({ value: chair.id, label: chair.name }))}
						/>
						<Button look="filled">{t('meeting.field.create')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}
