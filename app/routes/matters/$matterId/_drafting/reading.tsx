import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { DraftFindings } from '#app/components/draft-text/draft-findings.tsx'
import { PrecheckCard } from '#app/components/draft-text/precheck-hits.tsx'
import { DraftOutline } from '#app/components/draft-text/draft-outline.tsx'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { Card } from '#app/components/frame/card.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { READING } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { confirmReading } from '#app/services/drafting/confirm-reading.server.ts'
import { type ReadingPage, readReadingPage } from '#app/services/drafting/read-reading-page.server.ts'

export const handle = { title: 'reading.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readReadingPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: READING,
		run: ({ shell, actor, order, form }) => confirmReading(shell, actor, order, form.readAs),
		goTo: ({ order }) => `/matters/${order.matterId}/reading`,
	})
}

type Current = NonNullable<ReadingPage['current']>

export default function ReadingRoute() {
	const { t } = useTranslation()
	const { heading, current, key } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const head = <DeskHead heading={heading} title={t('reading.title')} step="reading" />
	if (!current)
		return (
			<>
				{head}
				<PageBody isNarrow>
					<Card>
						<EmptyState>{t('reading.none')}</EmptyState>
						<LinkButton to={`/matters/${heading.matterId}/draft`} look="filled" icon="arrow">
							{t('reading.toUpload')}
						</LinkButton>
					</Card>
				</PageBody>
			</>
		)
	return (
		<>
			{head}
			<PageBody
				aside={
					<>
						<Counts current={current} />
						<Found current={current} />
						<Confirming page={{ heading, current, key }} answer={answer} />
						<PrecheckCard precheck={current.precheck} />
					</>
				}
			>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="no-print mb-3 text-table text-ink2">{t('reading.lead')}</p>
				<Text heading={heading} current={current} />
			</PageBody>
		</>
	)
}

function Text({ heading, current }: { heading: ReadingPage['heading']; current: Current }) {
	const { t } = useTranslation()
	const converted = current.findings.find((finding) => finding.code === 'converted-draft')
	const margins = current.document.margins.map(({ words }) => words).filter((words) => words !== '')
	const file = `/matters/${heading.matterId}/files`
	return (
		<Card title={t('reading.text')} note={<HashText hash={current.contentSha256} />}>
			{converted ? (
				<p className="mb-3 rounded-card border border-line bg-warn-soft px-4 py-2 text-warn">
					{t('reading.converted', { name: converted.detail.name })}
				</p>
			) : null}
			<ul className="no-print mb-3 text-table" aria-label={t('reading.originals')}>
				{current.files.map(({ position, role, name, sha256 }) => (
					<li key={position}>
						{role === 'main' ? `${t('reading.download')}：` : `${t('intake.draft.annex')}：`}
						<a href={`${file}/${sha256}`}>{name}</a>
					</li>
				))}
			</ul>
			<DocumentView
				document={current.document}
				images={`/matters/${heading.matterId}/images/${current.fileSha256}`}
			/>
			{margins.length > 0 ? (
				<p className="mt-3 text-table text-ink2">{t('reading.margins', { words: margins.join('；') })}</p>
			) : null}
		</Card>
	)
}

const COUNTED = ['articles', 'tables', 'images', 'annexes'] as const

/** 条, 表, 图, 附件: how many of each were read, each a way to the first of them. */
function Counts({ current }: { current: Current }) {
	const { t } = useTranslation()
	return (
		<Card>
			<ul className="grid grid-cols-4 text-center">
				{COUNTED.map((what) => {
					const { count, first } = current.counts[what]
					const words = (
						<>
							<strong className="block text-title">{count}</strong>
							{t(`reading.counts.${what}`)}
						</>
					)
					return (
						<li key={what}>
							{first === null ? (
								words
							) : (
								<a href={`#${first}`} className="block no-underline">
									{words}
								</a>
							)}
						</li>
					)
				})}
			</ul>
		</Card>
	)
}

function Found({ current }: { current: Current }) {
	const { t } = useTranslation()
	return (
		<>
			<Card title={t('reading.check')}>
				<DraftFindings findings={current.findings} />
			</Card>
			<Card title={t('reading.outline')}>
				<DraftOutline outline={current.outline} isOpen />
			</Card>
		</>
	)
}

function Confirming({
	page: { heading, current, key },
	answer,
}: {
	page: { heading: ReadingPage['heading']; current: Current; key: string }
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { confirmed } = current
	const next = heading.state === 'revising' ? 'replies' : 'materials'
	const isOpen = heading.open.includes('reading.confirmed')
	return (
		<Card id="confirm" title={t('reading.confirmTitle')}>
			{confirmed ? (
				<>
					<p className="mb-3 text-ok">
						<Icon name="check" />{' '}
						{t('reading.confirmed', { by: confirmed.by, at: formatInstant(confirmed.at, language) })}
					</p>
					<LinkButton to={`/matters/${heading.matterId}/${next}`} look="filled" icon="arrow">
						{t(next === 'replies' ? 'reading.nextReplies' : 'reading.next')}
					</LinkButton>
				</>
			) : !current.isSound ? (
				<>
					<p className="mb-3 text-bad">{t('reading.blocked')}</p>
					<LinkButton to={`/matters/${heading.matterId}/draft`} look="filled" icon="arrow">
						{t('reading.another')}
					</LinkButton>
				</>
			) : isOpen ? (
				<CommandForm answer={answer} commandKey={key} seen={heading.revision}>
					<HiddenField name={READING.readAs} value={current.readAs} />
					<CheckBox name={READING.same} label={t('reading.same')} isRequired />
					<div className="flex flex-wrap gap-2">
						<Button look="filled" icon="check">
							{t('reading.confirm')}
						</Button>
						<LinkButton to={`/matters/${heading.matterId}/draft`}>{t('reading.another')}</LinkButton>
					</div>
					<p className="mt-2 text-quiet text-ink2">{t('reading.differs')}</p>
				</CommandForm>
			) : (
				<p className="text-table text-ink2">{t('reading.notYours')}</p>
			)}
		</Card>
	)
}
