import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { FilingCard } from '#app/components/register/filing-card.tsx'
import { IssuingForm } from '#app/components/register/issuing-form.tsx'
import { IssuingSteps } from '#app/components/register/issuing-steps.tsx'
import type { Given } from '#app/forms/form.ts'
import { ISSUING } from '#app/forms/register-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm } from '#app/http/take-form.server.ts'
import { fileDocument } from '#app/services/issue/file-document.server.ts'
import { issueText, numberText, registerText } from '#app/services/issue/issue-text.server.ts'
import { publishText } from '#app/services/issue/publish-text.server.ts'
import { readIssuingPage } from '#app/services/issue/read-issuing-page.server.ts'

export const handle = { title: 'register.issuing.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readIssuingPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof ISSUING, unknown>(args, {
		shape: ISSUING,
		run,
		goTo: ({ order }) => `/register/issuing/${order.matterId}`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof ISSUING>>) {
	if (form.intent === 'register') return registerText(shell, actor, order, { issuer: form.issuer })
	if (form.intent === 'number') return numberText(shell, actor, order, { organCode: form.organCode })
	if (form.intent === 'issue') {
		const { issuedOn, contentSha256 } = form
		return issueText(shell, actor, order, { issuedOn, contentSha256 })
	}
	if (form.intent === 'file') {
		const { filedWith, reportNumber, filedOn, receipt } = form
		return fileDocument(shell, actor, order, { filedWith, reportNumber, filedOn, receipt })
	}
	const { publishedOn, effectiveOn, publishedIn, validUntil } = form
	return publishText(shell, actor, order, {
		publishedOn,
		effectiveOn,
		publishedIn,
		validUntil: validUntil ?? '',
	})
}

/** 登记 → 编号 → 印发 → 公布 → 备案: how far a decided text is, and the form of the step that comes next. */
export default function IssuingRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('register.issuing.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<IssuingSteps page={page} />
				<IssuingForm page={page} answer={answer} />
				<FilingCard page={page} answer={answer} />
			</PageBody>
		</>
	)
}
