import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { RestoreForm, VersionForm } from '#app/components/draft-text/version-form.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeVersionForm } from '#app/http/take-version-form.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type ReplacementPage,
	readReplacementPage,
} from '#app/services/drafting/read-replacement-page.server.ts'

export const handle = { title: 'intake.replace.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

/** The page before a clearance falls. Looking at it, and leaving it, changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readReplacementPage(shell, actor, matterIdOf(args.params)))
	if (!page.heading.isCleared) throw redirect(`/matters/${page.heading.matterId}/draft`)
	return { key: shell.newId(), takesOlder: shell.converter !== null, ...page }
}

export async function action(args: ActionFunctionArgs) {
	const matterId = matterIdOf(args.params)
	return takeVersionForm(args, matterId, `/matters/${matterId}/draft`)
}

export default function ReplaceRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, current, key } = page
	const form = { commandKey: key, seen: heading.revision, answer, titleToType: heading.title }
	return (
		<>
			<DeskHead heading={heading} title={t('intake.replace.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<WhatFollows page={page} />
				<Card title={t('intake.draft.upload')}>
					<VersionForm
						key={heading.revision}
						{...form}
						annexes={(current?.files ?? []).filter((file) => file.role === 'annex')}
						hasCurrent={current !== null}
						takesOlder={page.takesOlder}
					/>
				</Card>
				{page.earlier.length > 0 ? (
					<Card title={t('intake.draft.restore')}>
						<RestoreForm key={heading.revision} {...form} versions={page.earlier} />
					</Card>
				) : null}
			</PageBody>
		</>
	)
}

function WhatFollows({ page }: { page: ReplacementPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { clearance } = page
	return (
		<Card>
			<dl>
				<Fact name={t('intake.replace.falls')}>
					{clearance
						? t('intake.replace.fallsLine', {
								number: clearance.number,
								version: clearance.versionNo,
								when: formatInstant(clearance.issuedAt, language),
							})
						: t('intake.replace.noLive')}
				</Fact>
				<Fact name={t('intake.replace.blocked')}>
					{page.items.length === 0 ? t('intake.replace.noItem') : null}
					{page.items.map((item) => (
						<span key={item.title + item.state} className="block">
							{item.title} · {item.meeting ?? t('intake.replace.inPool')}
							{item.startsAt ? ` ${formatInstant(item.startsAt, language)}` : ''}
						</span>
					))}
				</Fact>
				<Fact name={t('intake.replace.told')}>
					{page.told.length > 0 ? page.told.join('、') : t('intake.replace.nobody')}
				</Fact>
				<Fact name={t('intake.replace.after')}>{t('intake.replace.afterLine')}</Fact>
			</dl>
			<p className="mt-3">
				<LinkButton to={`/matters/${page.heading.matterId}`} look="filled">
					{t('intake.replace.cancel')}
				</LinkButton>
			</p>
		</Card>
	)
}
