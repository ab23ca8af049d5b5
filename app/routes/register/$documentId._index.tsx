import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LegalTextView } from '#app/components/draft-text/legal-text-view.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { HashText, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import {
	DamagedText,
	DocumentFacts,
	DocumentTrail,
	EndNotice,
} from '#app/components/register/document-facts.tsx'
import { EndingForms } from '#app/components/register/ending-forms.tsx'
import { StandingChip } from '#app/components/register/standing-chip.tsx'
import { ENDING } from '#app/forms/register-forms.ts'
import { documentIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeForm } from '#app/http/take-form.server.ts'
import { repealDocument, withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { readDocument } from '#app/services/register/read-document.server.ts'

export const handle = { title: 'register.document.facts' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		page: pageOrThrow(await readDocument(shell, actor, documentIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	const documentId = documentIdOf(args.params)
	return takeForm(args, {
		shape: ENDING,
		run: ({ shell, actor, key, form }) =>
			form.intent === 'repeal'
				? repealDocument(shell, actor, { documentId, key }, form)
				: withdrawRegistration(shell, actor, { documentId, key }, form),
		goTo: () => `/register/${documentId}`,
	})
}

/** A published document: how it stands, what it says, and what was done with it. */
export default function DocumentRoute() {
	const { t } = useTranslation()
	const { key, page } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { document, text, mayEnd } = page
	return (
		<>
			<PageHead
				title={<span lang="zh-CN">{document.title}</span>}
				chip={<StandingChip standing={document.standing} />}
				facts={<span lang="zh-CN">{document.documentNumber}</span>}
				back={{ to: '/register', label: t('register.back') }}
				actions={
					<>
						{text ? (
							<LinkButton to={`/compare?document=${document.id}`}>
								{t('register.document.compare')}
							</LinkButton>
						) : null}
						<PrintButton label={t('shell.action.print')} />
					</>
				}
			>
				<EndNotice page={page} />
			</PageHead>
			<PageBody
				isAsideFirst
				aside={
					<>
						<DocumentFacts page={page} />
						{mayEnd ? (
							<EndingForms commandKey={key} answer={answer} mayWithdraw={page.source !== 'issued'} />
						) : null}
						<DocumentTrail page={page} />
					</>
				}
			>
				<RefusalNotice refusal={answer?.refusal} />
				<Card
					title={t('register.document.text')}
					note={
						<>
							{t('register.document.hash')} <HashText hash={document.textSha256} />
						</>
					}
				>
					{text ? <LegalTextView text={text} /> : <DamagedText />}
				</Card>
			</PageBody>
		</>
	)
}
