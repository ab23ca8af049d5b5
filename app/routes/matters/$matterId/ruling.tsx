import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RulingCard } from '#app/components/after-meeting/ruling-card.tsx'
import { RulingForm } from '#app/components/after-meeting/ruling-form.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { RULING } from '#app/forms/ruling-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { readRulingPage } from '#app/services/after-meeting/read-ruling-page.server.ts'
import { recordRuling } from '#app/services/after-meeting/record-ruling.server.ts'

export const handle = { title: 'ruling.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readRulingPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: RULING,
		run: ({ shell, actor, order, form }) =>
			recordRuling(shell, actor, order, { ...form, documentNumber: form.documentNumber ?? '' }),
		goTo: ({ order }) => `/matters/${order.matterId}/ruling`,
	})
}

/** 报请决定的结果: what a meeting has referred, and what was ruled on it above. */
export default function RulingRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, referrals, isAwaited } = page
	const mayRecord = heading.open.includes('ruling.recorded')
	return (
		<>
			<DeskHead heading={heading} title={t('ruling.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">
					{t(referrals.length > 0 ? 'ruling.rule' : 'ruling.none')}
					{referrals.length > 0 && page.isDecision ? ` ${t('ruling.law')}` : null}
				</p>
				{referrals.map((referral) => (
					<RulingCard key={referral.itemId} page={page} referral={referral} />
				))}
				{isAwaited && mayRecord ? <RulingForm page={page} answer={answer} /> : null}
				{isAwaited && !mayRecord ? <Card>{t('ruling.notYours')}</Card> : null}
			</PageBody>
		</>
	)
}
