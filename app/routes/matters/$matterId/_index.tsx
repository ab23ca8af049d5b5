import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { MatterAside } from '#app/components/matter/matter-aside.tsx'
import { MatterHead } from '#app/components/matter/matter-head.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { MatterItems } from '#app/components/matter/matter-items.tsx'
import { EmptyState, PageBody, Stepper, TurnBar } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import { VersionList } from '#app/components/draft-text/version-list.tsx'
import { Due } from '#app/components/matter/due.tsx'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { readInterestPage } from '#app/services/intake/declare-interest.server.ts'
import { type MatterPage, readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { codeWords } from '#app/locales/code-words.ts'

export const handle = { title: 'matter.head.overview' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const matterId = matterIdOf(args.params)
	const answer = await readMatterPage(shell, actor, matterId)
	// Counsel come here from their notices, and see nothing before they have said that they have no interest.
	if (!answer.ok && (await readInterestPage(shell, actor, matterId)).ok)
		throw redirect(`/matters/${matterId}/interest`)
	return { page: pageOrThrow(answer) }
}

export default function MatterRoute() {
	const { t } = useTranslation()
	const { page } = useLoaderData<typeof loader>()
	const { heading } = page
	return (
		<>
			<MatterHead heading={heading} tab="overview" actions={<PrintButton label={t('shell.action.print')} />}>
				<Turn page={page} />
				<Reason page={page} />
				<Progress page={page} />
				<p className="no-print mt-1 text-quiet">
					<Link to={`/matters/${heading.matterId}/workflow`}>{t('matter.head.workflow')}</Link>
				</p>
			</MatterHead>
			<PageBody aside={<MatterAside page={page} />}>
				<MatterItems page={page} />
				<Card title={t('matter.versions.title')} note={t('matter.versions.note')} padded={false}>
					{page.versions.length > 0 ? (
						<VersionList matterId={heading.matterId} versions={page.versions} />
					) : (
						<EmptyState>{t('matter.versions.none')}</EmptyState>
					)}
				</Card>
			</PageBody>
		</>
	)
}

/** Whose turn it is: mine first when it is mine; who else is waited for stands under it. */
function Turn({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const own = page.turns.find((turn) => turn.isMine)
	const shown = own ?? page.turns[0]
	if (!shown) return <TurnBar kind="nobody" what={overWords(page.heading.state, t)} />
	const who = (turn: MatterPage['turns'][number]) =>
		[turn.organ, turn.who || t(`words.role.${turn.role}`)].filter(Boolean).join(' ')
	const act = t(`acts.turn.${shown.act}`)
	const others = page.turns.filter((turn) => turn !== shown)
	return (
		<TurnBar
			kind={own ? 'mine' : 'other'}
			who={who(shown)}
			what={act}
			why={
				<>
					{t(`acts.why.${shown.reason}`)}
					{shown.since ? ` · ${t('worklist.since', { time: formatInstant(shown.since, language) })}` : null}
					{own ? null : ` · ${t('shell.turn.nothing')}`}
					{others.map((turn) => (
						<span key={turn.act} className="block">
							{t('matter.turn.alsoWaits', { who: who(turn), what: t(`acts.turn.${turn.act}`) })}
						</span>
					))}
				</>
			}
			due={<Due item={{ ...page.due, period: null, isProvisional: false }} />}
			isLate={page.due.group === 'overdue'}
			action={
				own ? (
					<LinkButton to={own.path} look="filled">
						{act}
					</LinkButton>
				) : null
			}
		/>
	)
}

/** What there is to say of a matter that waits for nobody. */
function overWords(state: MatterState, t: TFunction): string {
	return codeWords(t, 'matter.turn.over', state) ?? t('matter.turn.nobody')
}

/** No state without its reason: why it was returned, withdrawn or left out. */
function Reason({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	const wording = useWording()
	const { reason, heading } = page
	if (!reason || !['returned', 'withdrawn', 'out-of-scope'].includes(heading.state)) return null
	return (
		<p className="my-2 border-l-4 border-warn bg-warn-soft px-4 py-2 text-table text-warn">
			<span className="font-semibold">
				{codeWords(t, 'matter.reason', heading.state, {
					reason: reason.name ? wording(reason.name) : '',
				})}
			</span>{' '}
			<span lang="zh-CN">{reason.words}</span>
		</p>
	)
}

function Progress({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	if (page.steps.length === 0) return null
	return (
		<Stepper
			label={t('matter.step.label')}
			steps={page.steps.map(({ step, state, on }) => ({
				name: t(`matter.step.${step}`),
				state,
				note: state === 'skipped' ? t('matter.step.skipped') : on ? shanghaiDay(on).slice(5) : undefined,
			}))}
		/>
	)
}
