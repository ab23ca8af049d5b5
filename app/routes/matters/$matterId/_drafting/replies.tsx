import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, ReplyChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { MissingList } from '#app/components/materials/missing-list.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { ReplyCard } from '#app/components/review/reply-card.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { REPLIES } from '#app/forms/drafting-forms.ts'
import { sending } from '#app/forms/form.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeRepliesForm } from '#app/http/take-replies-form.server.ts'
import { type RepliesPage, readRepliesPage } from '#app/services/submission/read-replies-page.server.ts'

export const handle = { title: 'intake.replies.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readRepliesPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeRepliesForm(args)
}

export default function RepliesRoute() {
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { t } = useTranslation()
	const { heading, items, opinion } = page
	const isOpen = heading.open.includes('reply.saved')
	return (
		<>
			<DeskHead heading={heading} title={t('intake.replies.title')} />
			<PageBody aside={<Ledger page={page} />}>
				<RefusalNotice refusal={answer?.refusal} />
				{opinion && opinion.summary !== '' ? (
					<Card
						title={t('intake.replies.conclusion', {
							conclusion: t(`words.conclusion.${opinion.conclusion}`),
						})}
					>
						<p className="whitespace-pre-wrap">{opinion.summary}</p>
					</Card>
				) : null}
				{items.length === 0 ? (
					<Card>
						<EmptyState>{t(opinion ? 'intake.replies.noItems' : 'intake.replies.none')}</EmptyState>
					</Card>
				) : null}
				{items.map((item) => (
					<ReplyCard
						key={`${item.id}-${heading.revision}`}
						item={item}
						versions={{ old: opinion?.versionNo ?? 0, current: page.versionNo }}
						form={isOpen ? { commandKey: page.key, seen: heading.revision, answer } : null}
					/>
				))}
				{heading.open.includes('revision.submitted') ? <SendRevision page={page} answer={answer} /> : null}
			</PageBody>
		</>
	)
}

/** The list of items beside the text, each with how it stands. */
function Ledger({ page }: { page: RepliesPage }) {
	const { t } = useTranslation()
	const { items, opinion } = page
	const answered = items.filter((item) => item.reply !== null).length
	return (
		<Card
			isOnPaper={false}
			title={t('intake.replies.items')}
			note={t('intake.replies.counter', { total: items.length, answered })}
		>
			{opinion ? (
				<p className="mb-2 text-quiet text-ink3">
					{t('intake.replies.opinion', { number: opinion.number, version: opinion.versionNo })}
				</p>
			) : null}
			<ol>
				{items.map((item) => (
					<li key={item.id} className="border-t border-line py-2 text-table">
						<a href={`#item-${item.position}`}>
							{item.position}　{item.place}
						</a>{' '}
						{item.reply ? (
							<ReplyChip answer={item.reply.answer} />
						) : (
							<Chip tone="amber" icon="circle">
								{t('intake.replies.waiting')}
							</Chip>
						)}
						<span className="block text-ink2">{item.problem}</span>
					</li>
				))}
			</ol>
		</Card>
	)
}

function SendRevision({
	page,
	answer,
}: {
	page: RepliesPage & { key: string }
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const { heading, unmet, opinion } = page
	if (!opinion)
		return (
			<Card title={t('intake.replies.submitTitle')}>
				<p className="mb-3">{t('intake.replies.noOpinion')}</p>
				<LinkButton to={`/matters/${heading.matterId}/confirm`} look="filled">
					{t('intake.replies.toConfirm')}
				</LinkButton>
			</Card>
		)
	const isReady = unmet.length === 0
	return (
		<Card
			title={
				isReady ? t('intake.replies.submitTitle') : t('intake.replies.notReady', { count: unmet.length })
			}
		>
			<p className="mb-2 text-table text-ink2">
				{t('intake.replies.submitLead', { days: page.recheckDays })}
			</p>
			<MissingList matterId={heading.matterId} unmet={unmet} />
			<div className="mt-2 flex flex-wrap gap-2">
				<CommandForm commandKey={`${page.key}-send`} seen={heading.revision}>
					<Button {...sending(REPLIES.send)} look={isReady && answer === undefined ? 'filled' : 'outline'}>
						{t('intake.replies.submit')}
					</Button>
				</CommandForm>
				<LinkButton to={`/matters/${heading.matterId}/draft`}>{t('intake.replies.toDraft')}</LinkButton>
				{page.versionNo !== null && page.versionNo > opinion.versionNo ? (
					<LinkButton
						to={`/matters/${heading.matterId}/redline?from=${opinion.versionNo}&to=${page.versionNo}`}
					>
						{t('intake.replies.compare')}
					</LinkButton>
				) : null}
			</div>
		</Card>
	)
}
