import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { DraftOutline as Outline } from '#app/components/draft-text/draft-outline.tsx'
import { PrecheckCard } from '#app/components/draft-text/precheck-hits.tsx'
import { DraftFindings } from '#app/components/draft-text/draft-findings.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { UnseenNotice } from '#app/components/draft-text/unseen-notice.tsx'
import { RestoreForm, VersionForm } from '#app/components/draft-text/version-form.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeVersionForm } from '#app/http/take-version-form.server.ts'
import { type DraftPage, readDraftPage } from '#app/services/drafting/read-draft-page.server.ts'
import { codeWords } from '#app/locales/code-words.ts'

export const handle = { title: 'intake.draft.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const page = pageOrThrow(await readDraftPage(shell, actor, matterIdOf(args.params)))
	const mayUpload = page.heading.open.includes('version.uploaded')
	if (page.heading.isCleared && mayUpload) throw redirect(`/matters/${page.heading.matterId}/replace`)
	return { key: shell.newId(), takesOlder: shell.converter !== null, ...page }
}

export async function action(args: ActionFunctionArgs) {
	const matterId = matterIdOf(args.params)
	return takeVersionForm(args, matterId, `/matters/${matterId}/draft`)
}

export default function DraftRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, current, key } = page
	const isOpen = heading.open.includes('version.uploaded')
	const form = { commandKey: key, seen: heading.revision, answer, titleToType: null }
	return (
		<>
			<DeskHead heading={heading} title={t('intake.draft.title')} step="draft" />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				{current ? (
					<>
						<CurrentText page={page} />
						<PrecheckCard precheck={current.precheck} isLinked={false} />
					</>
				) : (
					<Card>
						<EmptyState>{t('intake.draft.none')}</EmptyState>
					</Card>
				)}
				{isOpen ? (
					<Card title={current ? t('intake.draft.upload') : t('intake.draft.uploadFirst')}>
						<VersionForm
							key={heading.revision}
							{...form}
							annexes={(current?.files ?? []).filter((file) => file.role === 'annex')}
							hasCurrent={current !== null}
							takesOlder={page.takesOlder}
							isMain={!current?.isSubmittable}
						/>
					</Card>
				) : null}
				{isOpen && page.earlier.length > 0 ? (
					<Card title={t('intake.draft.restore')}>
						<RestoreForm
							key={heading.revision}
							{...form}
							versions={page.earlier}
							preferred={page.clearedVersionNo}
						/>
					</Card>
				) : null}
			</PageBody>
		</>
	)
}

function CurrentText({ page }: { page: DraftPage }) {
	const { t } = useTranslation()
	const { current, heading } = page
	if (!current) return null
	return (
		<Card
			title={t('intake.draft.current', { version: current.versionNo })}
			note={<HashText hash={current.contentSha256} />}
			aside={<Standing current={current} />}
		>
			<ul className="mb-3">
				{current.files.map((file) => (
					<li key={file.position} className="flex flex-wrap gap-x-3 py-1 text-table">
						<MatterFileLink matterId={heading.matterId} file={file} />
						<span className="text-ink3">
							{file.role === 'main' ? t('intake.draft.main') : t('intake.draft.annex')} ·{' '}
							{codeWords(t, 'words.secrecy', file.secrecy)}
						</span>
					</li>
				))}
			</ul>
			<UnseenNotice matterId={heading.matterId} unseen={current.unseen} />
			<h3 className="mb-1 text-table font-semibold">{t('intake.draft.check')}</h3>
			<DraftFindings findings={current.findings} />
			<Outline outline={current.outline} />
			<details className="my-3">
				<summary className="cursor-pointer text-table text-accent">{t('intake.draft.readText')}</summary>
				<div className="mt-2 rounded border border-line bg-sunken p-3">
					<DocumentView
						document={current.document}
						images={`/matters/${heading.matterId}/images/${current.fileSha256}`}
					/>
				</div>
			</details>
			<NextStep page={page} />
		</Card>
	)
}

/** Before the text is confirmed as it was read, the way on leads there. */
function NextStep({ page: { current, heading } }: { page: DraftPage }) {
	const { t } = useTranslation()
	const after = heading.state === 'revising' ? 'replies' : 'materials'
	const next = current?.isConfirmed ? after : 'reading'
	const words = {
		replies: t('intake.draft.toReplies'),
		materials: t('intake.draft.toMaterials'),
		reading: t('reading.toReading'),
	}
	return (
		<LinkButton
			to={`/matters/${heading.matterId}/${next}`}
			look={current?.isSubmittable ? 'filled' : 'outline'}
			icon="arrow"
		>
			{words[next]}
		</LinkButton>
	)
}

/** Whether this text may be submitted: not while something blocks it, and not before its reading is confirmed. */
function Standing({ current }: { current: NonNullable<DraftPage['current']> }) {
	const { t } = useTranslation()
	if (!current.isSubmittable)
		return (
			<Chip tone="red" icon="alert">
				{t('intake.draft.blocked')}
			</Chip>
		)
	if (!current.isConfirmed)
		return (
			<Chip tone="amber" icon="alert">
				{t('reading.waits')}
			</Chip>
		)
	return (
		<Chip tone="green" icon="check">
			{t('intake.draft.submittable')}
		</Chip>
	)
}
