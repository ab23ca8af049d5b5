import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConsentFacts } from '#app/components/consent/consent-facts.tsx'
import { AskForms, ConsentForms } from '#app/components/consent/consent-forms.tsx'
import { ReadText } from '#app/components/consent/read-text.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeConsentForm } from '#app/http/take-consent-form.server.ts'
import { readConsentPage } from '#app/services/consent/read-consent-page.server.ts'

export const handle = { title: 'consent.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readConsentPage(shell, actor, matterIdOf(args.params)))
	const isTextShown = new URL(args.request.url).searchParams.has('text')
	return { key: shell.newId(), isTextShown, page }
}

export async function action(args: ActionFunctionArgs) {
	return takeConsentForm(args, matterIdOf(args.params))
}

export default function ConsentRoute() {
	const { t } = useTranslation()
	const { key, isTextShown, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, possible } = page
	const mayConsent = possible.includes('consent.given')
	const forms = { page, commandKey: key, answer }
	return (
		<>
			<DeskHead heading={heading} title={t('consent.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<ConsentFacts page={page} />
				{mayConsent && !isTextShown ? (
					<p className="mb-4">
						<LinkButton to={`/matters/${heading.matterId}/consent?text=1#text`} look="filled">
							{t('consent.readFirst')}
						</LinkButton>
					</p>
				) : null}
				{isTextShown ? <ReadText page={page} /> : null}
				<ConsentForms {...forms} isTextShown={isTextShown} />
				<AskForms {...forms} />
			</PageBody>
		</>
	)
}
