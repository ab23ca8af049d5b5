import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { ConclusionChip, CounselOpinions } from '#app/components/review/counsel-opinions.tsx'
import { ContradictionCard } from '#app/components/review/contradiction-card.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import {
	type EditorForms,
	ConclusionForm,
	EditorLinks,
	OpinionOutline,
	PointsForm,
	StepsForm,
} from '#app/components/review/opinion-forms.tsx'
import { MarkedDraft } from '#app/components/review/marked-draft.tsx'
import { ItemForm, ItemList } from '#app/components/review/opinion-item-form.tsx'
import { type HitRow, PrecheckCard } from '#app/components/draft-text/precheck-hits.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { SavedLine } from '#app/components/review/saved-line.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { useAutosave } from '#app/components/form/use-autosave.ts'
import { useSelectedQuote } from '#app/components/draft-text/use-selected-quote.ts'
import { isDecision } from '#app/domain/matter/track.ts'
import type { Requirement } from '#app/domain/review-workflow/requirements.ts'
import { type Given, sending } from '#app/forms/form.ts'
import { OPINION } from '#app/forms/opinion-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { opinionChangeOf } from '#app/http/read-opinion-change.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm } from '#app/http/take-form.server.ts'
import { type EditorPage, readEditorPage } from '#app/services/opinion/read-opinion-pages.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'
import { sendOpinion } from '#app/services/opinion/send-opinion.server.ts'

export const handle = { title: 'review.opinion.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const search = new URL(args.request.url).searchParams
	const page = pageOrThrow(await readEditorPage(shell, actor, matterIdOf(args.params)))
	const begun = {
		item: search.get('item'),
		at: search.get('at'),
		point: search.get('point'),
		hit: search.get('hit'),
	}
	return { key: shell.newId(), ...begun, ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof OPINION, unknown>(args, { shape: OPINION, run, goTo })
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof OPINION>>) {
	if (form.intent === 'send') return sendOpinion(shell, actor, order)
	return saveOpinion(shell, actor, { ...order, seen: null }, opinionChangeOf(form))
}

function goTo({ order, form }: GivenMatterForm<Given<typeof OPINION>>): string {
	if (form.intent === 'send') return `/matters/${order.matterId}`
	return `/matters/${order.matterId}/opinion#${form.intent === 'item' ? form.anchor : form.intent}`
}

/** Where each thing that is missing can be mended. */
const MENDED_AT: Partial<Record<Requirement, string>> = {
	'points-answered': '#points',
	'steps-judged': '#steps',
	'items-complete': '#items',
	'conclusion-chosen': '#conclusion',
	'risk-stated': '#conclusion',
	'findings-agree': '#contradictions',
	'counsel-heard': '#counsel',
}

export default function OpinionRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, version } = page
	const isOpen = heading.open.includes('opinion.saved') && !page.isFrozen
	const forms: EditorForms = {
		matterId: heading.matterId,
		commandKey: page.key,
		body: page.body,
		isOpen,
		answer,
	}
	const text = useRef<HTMLDivElement>(null)
	useSelectedQuote(text)
	const { onInput, saving, isSaving, isUnsaved } = useAutosave(
		`/matters/${heading.matterId}/opinion/autosave`,
	)
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('review.opinion.title')}
				actions={<EditorLinks matterId={heading.matterId} />}
			/>
			<PageBody
				aside={
					// A part that is gone to does not come to lie under the outline.
					<div onInput={isOpen ? onInput : undefined} className="lg:[&_section]:scroll-mt-[112px]">
						<SavedLine
							isFrozen={page.isFrozen}
							isSaving={isSaving}
							savedAt={saving?.savedAt ?? page.savedAt}
							isLost={saving !== null && saving.savedAt === null}
							isUnsaved={isUnsaved}
						/>
						<OpinionParts page={page} forms={forms} />
					</div>
				}
			>
				<RefusalNotice refusal={answer?.refusal} />
				<Warnings page={page} />
				{page.point !== null && page.item === null && isOpen ? (
					<p className="mb-4 rounded bg-warn-soft px-4 py-2 text-warn">{t('review.opinion.choosePlace')}</p>
				) : null}
				<div id="text" ref={text} className="lg:sticky lg:top-2 lg:max-h-screen lg:overflow-y-auto">
					<Card
						title={version ? t('review.version', { version: version.versionNo }) : t('review.intake.text')}
						aside={version ? <HashText hash={version.contentSha256} /> : null}
					>
						{page.reading ? <MarkedDraft reading={page.reading} forms={forms} point={page.point} /> : null}
					</Card>
				</div>
			</PageBody>
		</>
	)
}

/** What the opinion says, part by part, and what it still lacks. */
function OpinionParts({ page, forms }: { page: LoadedPage; forms: EditorForms }) {
	const { t } = useTranslation()
	const { isOpen } = forms
	return (
		<>
			<OpinionOutline forms={forms} points={page.points} steps={page.steps} counsel={page.counsel.length} />
			{isOpen ? <MissingCard page={page} /> : null}
			<ContradictionCard opinion={page} matterId={forms.matterId} mayMend={isOpen} />
			{page.item && isOpen ? (
				<ItemForm
					forms={forms}
					points={page.points}
					begun={{ id: page.item, at: page.at, point: page.point, hit: hitOf(page) }}
				/>
			) : null}
			<ItemList forms={forms} points={page.points} />
			<Precheck page={page} isOpen={isOpen} />
			<PointsForm forms={forms} points={page.points} />
			<StepsForm forms={forms} steps={page.steps} />
			<Card id="counsel" title={t('review.counsel.given')} padded={false}>
				{page.counsel.length === 0 ? <EmptyState>{t('review.counsel.none')}</EmptyState> : null}
				<CounselOpinions rows={page.counsel} />
			</Card>
			<ConclusionForm forms={forms} steps={page.steps} isDecision={isDecision(page.heading.tracks)} />
			{isOpen ? <SendBar page={page} /> : null}
		</>
	)
}

/** The hits beside the text; one click begins an item with the sentence, its ground and its level, for the reviewer to edit. */
function Precheck({ page, isOpen }: { page: LoadedPage; isOpen: boolean }) {
	if (!page.precheck) return null
	const editor = `/matters/${page.heading.matterId}/opinion`
	const carryTo = ({ anchor }: HitRow, index: number) =>
		`${editor}?at=${anchor}&item=${page.key}-hit-${index}&hit=${index}#item-form`
	return <PrecheckCard precheck={page.precheck} carryTo={isOpen ? carryTo : null} />
}

/** The hit that an item was begun with, by its number in the address. */
function hitOf({ hit, precheck }: LoadedPage): HitRow | null {
	return hit === null || !/^\d{1,3}$/.test(hit) ? null : (precheck?.hits?.[Number(hit)] ?? null)
}

type LoadedPage = EditorPage & {
	readonly key: string
	readonly item: string | null
	readonly at: string | null
	readonly point: string | null
	readonly hit: string | null
}

function Warnings({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	return (
		<>
			{page.sentBack ? (
				<p className="mb-4 rounded bg-warn-soft px-4 py-2 text-warn">
					{t('review.opinion.sentBack', { who: page.sentBack.by, words: page.sentBack.words })}
				</p>
			) : null}
			{page.isOnOtherVersion ? (
				<p className="mb-4 rounded bg-warn-soft px-4 py-2 text-warn">
					{t('review.opinion.otherVersion')}{' '}
					<Link to={`/matters/${page.heading.matterId}/redline`}>{t('redline.title')}</Link>
				</p>
			) : null}
		</>
	)
}

/** What is still missing, each with the way to it. */
function MissingCard({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const { unmet } = page
	if (unmet.length === 0) return null
	return (
		<Card title={t('review.opinion.lacks', { count: unmet.length })}>
			<ul>
				{unmet.map((requirement) => (
					<li key={requirement} className="flex gap-2 py-1 text-table">
						<Icon name="circle" className="mt-1 text-ink3" />
						{MENDED_AT[requirement] ? (
							<a href={MENDED_AT[requirement]}>{t(`acts.missing.${requirement}`)}</a>
						) : (
							t(`acts.missing.${requirement}`)
						)}
					</li>
				))}
			</ul>
		</Card>
	)
}

/** Always in sight below the forms: the conclusion so far, and the way on. */
function SendBar({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const { unmet, heading, body } = page
	return (
		<div
			id="send"
			className="no-print flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 lg:sticky lg:bottom-0"
		>
			<p className="min-w-0 flex-1 text-table">
				{t('review.opinion.conclusion')}{' '}
				{body.conclusion ? (
					<ConclusionChip conclusion={body.conclusion} />
				) : (
					<span className="text-ink3">{t('review.opinion.noConclusion')}</span>
				)}
			</p>
			{unmet.length === 0 ? (
				<CommandForm commandKey={`${page.key}-send`} seen={heading.revision}>
					<Button {...sending(OPINION.send)} look={page.item ? 'outline' : 'filled'} icon="arrow">
						{t('review.opinion.send')}
					</Button>
				</CommandForm>
			) : (
				<a href={MENDED_AT[unmet[0] ?? 'points-answered'] ?? '#points'}>
					{t('review.opinion.mendCount', { count: unmet.length })}
				</a>
			)}
		</div>
	)
}
