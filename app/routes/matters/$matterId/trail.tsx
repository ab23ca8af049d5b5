import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { EvidenceOffer } from '#app/components/matter/evidence-offer.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { Timeline } from '#app/components/frame/timeline.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type TrailLine,
	type TrailPage,
	readMatterTrail,
} from '#app/services/trail/read-matter-trail.server.ts'
import { matchWords } from '#app/components/redline/redline-correction.tsx'
import type { TrailAbout } from '#app/services/trail/trail-about.server.ts'
import { codeWords } from '#app/locales/code-words.ts'

export const handle = { title: 'matter.head.trail' } satisfies PageHandle

const FILTERS = ['all', 'acts', 'texts', 'refused'] as const
const Query = z.object({
	filter: z.enum(FILTERS).catch('all'),
	before: z.coerce.number().int().positive().nullable().catch(null),
	evidence: z.enum(['not-yet']).nullable().catch(null),
})

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams))
	const page = pageOrThrow(await readMatterTrail(shell, actor, matterIdOf(args.params), query))
	return { filter: query.filter, page, isNotYet: query.evidence === 'not-yet' }
}

export default function TrailRoute() {
	const { t } = useTranslation()
	const { filter, page, isNotYet } = useLoaderData<typeof loader>()
	const { heading } = page
	const here = `/matters/${heading.matterId}/trail`
	return (
		<>
			<MatterHead heading={heading} tab="trail" />
			<PageBody isNarrow>
				<ChainFinding page={page} />
				<EvidenceOffer heading={heading} isNotYet={isNotYet} />
				<nav aria-label={t('matter.trail.filter')} className="no-print mb-3 flex flex-wrap gap-3">
					{FILTERS.map((each) => (
						<Link
							key={each}
							to={each === 'all' ? here : `${here}?filter=${each}`}
							aria-current={each === filter ? 'page' : undefined}
							className={each === filter ? 'font-semibold text-ink no-underline' : ''}
						>
							{t(`matter.trail.${each}`)}
						</Link>
					))}
				</nav>
				<Card padded={false}>
					{page.lines.length === 0 ? (
						<EmptyState>{t('matter.trail.none')}</EmptyState>
					) : (
						<Timeline
							entries={page.lines.map((line) => ({
								key: line.seq,
								at: line.at,
								children: <Entry line={line} />,
							}))}
						/>
					)}
				</Card>
				{page.next ? (
					<LinkButton to={`${here}?${new URLSearchParams({ filter, before: String(page.next) }).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

/** Whether the chain holds, checked from its first entry on as the page was made. */
function ChainFinding({ page }: { page: TrailPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (page.fault)
		return (
			<p role="alert" className="mb-3 border-l-4 border-bad bg-bad-soft px-4 py-2 font-semibold text-bad">
				{t('matter.trail.broken', { seq: page.fault.seq })}
			</p>
		)
	return (
		<div className="mb-3 text-table">
			<p className="text-ok">
				<Icon name="shield-check" />{' '}
				{t('matter.trail.intact', { count: page.entries, time: formatInstant(page.verifiedAt, language) })}
			</p>
			{page.head ? (
				<p className="break-all text-quiet text-ink3">
					{t('matter.trail.receipt', { seq: page.head.seq, hash: page.head.hash })}
				</p>
			) : null}
		</div>
	)
}

function Entry({ line }: { line: TrailLine }) {
	const { t } = useTranslation()
	const hasMoved = line.before !== null && line.after !== null && line.before !== line.after
	return (
		<>
			<div className="flex flex-wrap items-baseline gap-x-3">
				<span className="font-semibold">{eventWords(line.kind, t)}</span>
				{line.isRefused ? (
					<Chip tone="red" icon="shield-cross">
						{t('matter.trail.refusedMark')}
					</Chip>
				) : null}
				<span className="text-table text-ink2">
					{line.actedFor === null
						? line.actor || t('matter.trail.system')
						: t('delegation.actedFor', { name: line.actor, delegator: line.actedFor })}
					{line.role ? ` · ${t(`words.role.${line.role}`)}` : ''}
				</span>
				{hasMoved ? (
					<span className="text-quiet text-ink3">
						{t('matter.trail.moved', { from: stateWords(line.before, t), to: stateWords(line.after, t) })}
					</span>
				) : null}
				{line.times > 1 ? (
					<span className="text-quiet text-ink3">{t('matter.trail.times', { count: line.times })}</span>
				) : null}
			</div>
			<About about={line.about} />
			<Refusal line={line} />
			<details className="text-quiet text-ink3">
				<summary>{t('matter.trail.seq', { seq: line.seq })}</summary>
				<code className="break-all font-mono">{line.hash}</code>
			</details>
		</>
	)
}

function About({ about }: { about: TrailAbout | null }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const wording = useWording()
	if (!about) return null
	return <p className="text-table text-ink2">{words(about)}</p>

	function words(given: TrailAbout): string {
		switch (given.kind) {
			case 'papers':
				return given.names.map(wording).join(t('gate.comma'))
			case 'step':
				return t(`words.step.${given.step}`)
			case 'version':
				return t('matter.versions.name', { version: given.versionNo })
			case 'reply':
				return `${t('review.item.number', { number: given.position })} · ${t(`words.reply.${given.answer}`)}`
			case 'outcome':
				return t(`words.outcome.${given.outcome}`)
			case 'ruling': {
				const said = { body: t(`ruling.body.${given.body}`), result: t(`ruling.result.${given.result}`) }
				return `${t('ruling.ruled.said', said)} · ${formatDay(given.on, language)}`
			}
			case 'approval':
				return t('meeting.approved', { name: given.by, day: formatDay(given.on, language) })
			case 'match': {
				const pair = t('matter.trail.pair', { from: given.from, to: given.to })
				const said = matchWords(given, t)
				return `${pair} · ${given.isWithdrawn ? t('matter.trail.takenBack', { what: said }) : said}`
			}
			case 'seen':
				return t('matter.trail.seen', given)
			case 'words':
				return given.words
		}
	}
}

function Refusal({ line }: { line: TrailLine }) {
	const { t } = useTranslation()
	if (!line.refusal) return null
	const { code, unmet } = line.refusal
	if (unmet.length === 0) {
		const words = codeWords(t, 'refusals.code', code)
		return words === null || words.includes('{{') ? null : <p className="text-table text-ink2">{words}</p>
	}
	const codes = code === 'gate-blocked' ? 'gate.rule' : 'acts.missing'
	const list = unmet.map((each) => codeWords(t, codes, each) ?? each)
	return <p className="text-table text-ink2">{t('matter.trail.unmet', { list: list.join('；') })}</p>
}

function stateWords(state: string | null, t: TFunction): string {
	return state === null ? '' : (codeWords(t, 'words.state', state) ?? state)
}
