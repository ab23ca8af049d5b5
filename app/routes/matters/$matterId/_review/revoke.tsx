import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { REVOCATION } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readDecisionPage } from '#app/services/opinion/read-counsel-page.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'

export const handle = { title: 'review.revoke.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readDecisionPage(shell, actor, matterIdOf(args.params), 'opinion.revoked'))
	return { key: shell.newId(), ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: REVOCATION,
		run: ({ shell, actor, order, form }) => revokeOpinion(shell, actor, order, form),
		goTo: toMatter,
	})
}

export default function RevokeRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	return (
		<>
			<DeskHead heading={heading} title={t('review.revoke.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} signs />
				<Card>
					<dl>
						<Fact name={t('review.revoke.opinion')}>
							{page.opinionNumber ?? t('review.revoke.noOpinion')}
						</Fact>
						<Fact name={t('review.revoke.falls')}>
							{page.clearanceNumber ?? t('review.revoke.noClearance')}
						</Fact>
						<Fact name={t('review.revoke.blocked')}>
							{page.meetings.length > 0 ? page.meetings.join('、') : t('review.revoke.noMeeting')}
						</Fact>
						<Fact name={t('review.revoke.after')}>{t('review.revoke.afterLine')}</Fact>
					</dl>
					<p className="mt-3">
						<LinkButton to={`/matters/${heading.matterId}`}>{t('review.revoke.cancel')}</LinkButton>
					</p>
				</Card>
				{heading.open.includes('opinion.revoked') && page.opinionNumber ? (
					<Card>
						<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
							<TextArea name={REVOCATION.reason} label={t('review.revoke.reason')} />
							<SigningBox
								fields={REVOCATION}
								read={t('review.revoke.read')}
								label={t('review.revoke.submit')}
								look="danger"
								note={t('review.revoke.kept')}
							/>
						</CommandForm>
					</Card>
				) : (
					<p>{t('review.notNow')}</p>
				)}
			</PageBody>
		</>
	)
}
