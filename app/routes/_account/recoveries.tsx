import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RecoveryCard } from '#app/components/administration/recovery-card.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { HOLD_HOURS } from '#app/domain/account/recovery-hold.ts'
import { RECOVERY } from '#app/forms/organisation-forms.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { ownAddress } from '#app/http/own-address.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readRecoveries } from '#app/services/account/read-recoveries.server.ts'
import { confirmRecovery, declineRecovery, liftHold } from '#app/services/account/recover-account.server.ts'
import { newLinkToken } from '#app/services/organisation/manage-account.server.ts'

export const handle = { title: 'administration.recovery.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), lines: pageOrThrow(await readRecoveries(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const { key, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, RECOVERY)
	if (submission.status !== 'success') return faultyForm(submission)
	const form = submission.value
	if (form.intent !== 'confirm') {
		const answer =
			form.intent === 'lift'
				? await liftHold(shell, actor, key, form)
				: await declineRecovery(shell, actor, key, form.recoveryId)
		return answer.ok ? redirect('/recoveries') : refusedForm(answer.reason, submission)
	}
	const { token, tokenSha256 } = newLinkToken()
	const { recoveryId } = form
	const confirmed = await confirmRecovery(shell, actor, key, { recoveryId, tokenSha256 })
	if (!confirmed.ok) return refusedForm(confirmed.reason, submission)
	// Sent a second time, the form has the first link's hash: that link was shown then, and this token opens nothing.
	const isFresh = confirmed.value.value.tokenSha256 === tokenSha256
	return data({ recoveryId, link: isFresh ? ownAddress(args, `/password/${token}`) : '' })
}

export default function RecoveriesRoute() {
	const { t } = useTranslation()
	const { key, lines } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	const made = answered && 'link' in answered ? answered : null
	const answer = answered && 'lastResult' in answered ? answered : undefined
	return (
		<>
			<PageHead>
				<p className="text-table text-ink2">{t('administration.recovery.lead', { hours: HOLD_HOURS })}</p>
			</PageHead>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				{lines.length === 0 ? <EmptyState>{t('administration.recovery.none')}</EmptyState> : null}
				{lines.map((line) => (
					<RecoveryCard
						key={line.id}
						line={line}
						commandKey={key}
						answer={answer}
						link={made?.recoveryId === line.id ? made.link : null}
					/>
				))}
			</PageBody>
		</>
	)
}
