import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorsOf } from '#app/components/answer-errors.ts'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { TextField } from '#app/components/fields.tsx'
import { PageBody, PageHead } from '#app/components/page.tsx'
import { RefusalNotice } from '#app/components/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/revalidate-after-refusal.ts'
import { TrackChoices } from '#app/components/track-choices.tsx'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { refusalResponse, typedFields } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { openMatter } from '#app/services/open-matter.server.ts'
import { readOpeningPage } from '#app/services/read-opening-page.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readOpeningPage(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { key, fields } = await readCommandForm(args, signedIn)
	const typed = { title: String(fields.get('title') ?? ''), tracks: fields.getAll('tracks').map(String) }
	const opened = await openMatter(signedIn.shell, signedIn.actor, { key, ...typed })
	if (!opened.ok)
		return refusalResponse(opened.reason, { ...typedFields(fields), tracks: typed.tracks.join(' ') })
	return redirect(`/matters/${opened.value.value.matterId}/draft`)
}

export default function NewMatter() {
	const { t } = useTranslation()
	const { key, days } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead title={t('intake.opening.title')} back={{ to: '/work', label: t('shell.nav.work') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<p className="mb-3 text-table text-ink2">{t('intake.opening.lead')}</p>
					<CommandForm commandKey={key}>
						<TextField
							name="title"
							label={t('intake.opening.name')}
							hint={t('intake.opening.nameHint')}
							defaultValue={answer?.typed['title']}
							errors={errorsOf(answer, 'title', t)}
						/>
						<TrackChoices
							days={days}
							chosen={(answer?.typed['tracks'] ?? '').split(' ')}
							errors={errorsOf(answer, 'tracks', t)}
						/>
						<Button look="filled">{t('intake.opening.submit')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}
