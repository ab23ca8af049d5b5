import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { IssuerChoices } from '#app/components/materials/issuer-choices.tsx'
import { TrackChoices } from '#app/components/materials/track-choices.tsx'
import { OPENING } from '#app/forms/matter-forms.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import { readOpeningPage } from '#app/services/drafting/read-opening-page.server.ts'

export const handle = { title: 'intake.opening.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readOpeningPage(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	return takeForm(args, {
		shape: OPENING,
		run: ({ shell, actor, key, form }) => openMatter(shell, actor, { key, ...form }),
		goTo: (_given, opened) => `/matters/${opened.value.matterId}/draft`,
	})
}

export default function NewMatter() {
	const { t } = useTranslation()
	const { key, days, bodies } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageHead back={{ to: '/work', label: t('shell.nav.work') }} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<Card>
					<p className="mb-3 text-table text-ink2">{t('intake.opening.lead')}</p>
					<CommandForm commandKey={key} answer={answer}>
						<TextField
							name={OPENING.title}
							label={t('intake.opening.name')}
							hint={t('intake.opening.nameHint')}
						/>
						<TrackChoices name={OPENING.tracks} days={days} />
						<IssuerChoices name={OPENING.issuer} bodies={bodies} />
						<Button look="filled">{t('intake.opening.submit')}</Button>
					</CommandForm>
				</Card>
			</PageBody>
		</>
	)
}
