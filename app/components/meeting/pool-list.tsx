import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isTakeable } from '#app/domain/meeting/pool-obstacle.ts'
import type { RuleStatus } from '#app/domain/agenda-gate/finding.ts'
import type { MeetingPage, PoolEntry } from '#app/services/meeting/read-meeting-page.server.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, StateChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, TextArea, TextField } from '#app/components/form/fields.tsx'
import { about, sending } from '#app/forms/form.ts'
import { MEETING } from '#app/forms/meeting-forms.ts'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { GateList } from './gate-list.tsx'
import { EmptyState } from '#app/components/frame/page.tsx'

type Props = {
	readonly page: MeetingPage
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** The pool: what can be listed, what cannot, each with every rule of the gate in words. */
export function PoolList({ page, commandKey, answer }: Props) {
	const { t } = useTranslation()
	const open = page.pool.filter(isTakeable)
	const shut = page.pool.filter((entry) => !isTakeable(entry))
	return (
		<Card
			title={t('meeting.pool.title')}
			note={t('meeting.pool.count', { count: page.pool.length })}
			padded={false}
		>
			{page.pool.length === 0 ? (
				<EmptyState>{t('meeting.pool.empty')}</EmptyState>
			) : (
				<>
					<PoolGroup
						title={t('meeting.pool.open', { count: open.length })}
						entries={open}
						page={page}
						commandKey={commandKey}
						answer={answer}
					/>
					<PoolGroup
						title={t('meeting.pool.shut', { count: shut.length })}
						entries={shut}
						page={page}
						commandKey={commandKey}
						answer={answer}
					/>
				</>
			)}
		</Card>
	)
}

function PoolGroup({
	title,
	entries,
	page,
	commandKey,
	answer,
}: Props & { title: string; entries: readonly PoolEntry[] }) {
	// The proposal that one comes for, by its number in the address.
	const [search] = useSearchParams()
	const chosen = entries.find(({ agendaItemId }) => agendaItemId === search.get('item'))
	if (entries.length === 0) return null
	return (
		<section>
			<h3 className="bg-sunken px-4 py-1 text-table text-ink2">{title}</h3>
			<ul>
				{entries.map((entry) => (
					<PoolRow
						key={entry.agendaItemId}
						entry={entry}
						page={page}
						commandKey={commandKey}
						answer={answer}
						isChosen={entry === chosen}
						isFirst={isTakeable(entry) && entry === (chosen ?? entries[0])}
					/>
				))}
			</ul>
		</section>
	)
}

function PoolRow({
	entry,
	page,
	commandKey,
	answer,
	isChosen,
	isFirst,
}: Props & { entry: PoolEntry; isChosen: boolean; isFirst: boolean }) {
	const { heading } = page
	const mayAsk =
		heading.open.includes('agenda.listing-requested') && (heading.state === 'preparing' || entry.isUrgent)
	const isLate = heading.state === 'fixed' || entry.obstacle === 'after-the-last-day'
	const mayApprove = heading.open.includes('meeting.urgent-approved') && isLate && !entry.isUrgent
	return (
		<li
			id={`item-${entry.agendaItemId}`}
			className={`border-b border-line px-4 py-3 last:border-b-0 ${isChosen ? 'bg-accent-soft' : ''}`}
		>
			<div className="flex flex-wrap items-start gap-x-3 gap-y-1">
				<Described entry={entry} />
				{mayAsk && isTakeable(entry) ? (
					<ListForm
						entry={entry}
						page={page}
						commandKey={commandKey}
						words="list"
						look={isFirst ? 'filled' : 'outline'}
					/>
				) : null}
			</div>
			<Lacking entry={entry} />
			<Rules entry={entry} />
			{mayAsk && !entry.isOpen ? (
				<ListForm entry={entry} page={page} commandKey={commandKey} words="tryAnyway" look="text" />
			) : null}
			{mayApprove ? <UrgentForm entry={entry} page={page} commandKey={commandKey} answer={answer} /> : null}
		</li>
	)
}

/** What the entry is, from whom, and how it stands. */
function Described({ entry }: { entry: PoolEntry }) {
	const { t } = useTranslation()
	return (
		<div className="min-w-0 flex-1 basis-[16em]">
			<Link to={`/matters/${entry.matterId}`} className="font-semibold">
				{entry.title}
			</Link>
			<p className="text-quiet text-ink3">
				{[entry.organ, ...entry.tracks.map((track) => t(`words.track.${track}`))].join(' · ')}
				{entry.deferrals > 0 ? ` · ${t('meeting.pool.deferrals', { count: entry.deferrals })}` : ''}
				{entry.isUrgent ? ` · ${t('meeting.pool.urgent')}` : ''}
			</p>
			<p className="mt-1 flex flex-wrap gap-2">
				{entry.isOpen ? null : (
					<Chip tone="red" icon="shield-cross">
						{t('words.agendaState.blocked')}
					</Chip>
				)}
				<StateChip state={entry.matterState} short />
				<Counts entry={entry} />
			</p>
		</div>
	)
}

/** Why the entry cannot be taken at this meeting, and what its papers still lack. */
function Lacking({ entry }: { entry: PoolEntry }) {
	const { t } = useTranslation()
	return (
		<>
			{entry.obstacle ? (
				<p className="mt-2 text-table font-semibold text-bad">
					{t(`meeting.pool.obstacle.${entry.obstacle}`)}
				</p>
			) : null}
			{entry.lacking.length > 0 ? (
				<p className="mt-2 text-table text-warn">
					{t('meeting.pool.lacking', {
						parts: entry.lacking
							.map((part) => t(`meeting.pool.part.${part}`))
							.join(t('meeting.pool.partComma')),
					})}
				</p>
			) : null}
		</>
	)
}

function ListForm({
	entry,
	page,
	commandKey,
	words,
	look,
}: Omit<Props, 'answer'> & {
	entry: PoolEntry
	words: 'list' | 'tryAnyway'
	look: 'filled' | 'outline' | 'text'
}) {
	const { t } = useTranslation()
	return (
		<CommandForm commandKey={commandKey} seen={page.heading.revision}>
			<HiddenField name={MEETING.list.item} value={entry.agendaItemId} />
			<Button
				{...sending(MEETING.list)}
				look={look}
				aria-label={`${t(`meeting.pool.${words}`)}：${entry.title}`}
			>
				{t(`meeting.pool.${words}`)}
			</Button>
		</CommandForm>
	)
}

function Rules({ entry }: { entry: PoolEntry }) {
	const { t } = useTranslation()
	const unmet = entry.rules.filter((rule) => rule.status === 'unmet')
	return (
		<details className="mt-2">
			<summary className="text-table text-accent">
				{t(entry.isOpen ? 'meeting.pool.rules' : 'meeting.pool.why')}
			</summary>
			<div className="mt-2 rounded border border-line">
				<GateList rules={[...unmet, ...entry.rules.filter((rule) => rule.status !== 'unmet')]} />
			</div>
		</details>
	)
}

/** How many rules stand how; the words carry the figure, the colour only helps. */
function Counts({ entry }: { entry: PoolEntry }) {
	const { t } = useTranslation()
	const count = (status: RuleStatus) => entry.rules.filter((rule) => rule.status === status).length
	return (
		<span className="flex flex-wrap gap-2 text-quiet text-ink2">
			{count('unmet') + count('unverified') > 0 ? (
				<span className="font-semibold text-bad">
					{t('meeting.pool.unmet', { count: count('unmet') + count('unverified') })}
				</span>
			) : null}
			<span>{t('meeting.pool.met', { count: count('met') })}</span>
			{count('not-applicable') > 0 ? (
				<span>{t('meeting.pool.notApplicable', { count: count('not-applicable') })}</span>
			) : null}
			{count('signed-fact') > 0 ? (
				<span>{t('meeting.pool.signedFact', { count: count('signed-fact') })}</span>
			) : null}
		</span>
	)
}

const URGENT = MEETING['approve-urgent']

function UrgentForm({ entry, page, commandKey, answer }: Props & { entry: PoolEntry }) {
	const { t } = useTranslation()
	const { agendaItemId } = entry
	return (
		<details open={answerTo(answer, about(URGENT, { item: agendaItemId })) !== undefined} className="mt-2">
			<summary className="text-table text-accent">{t('meeting.pool.approveUrgent')}</summary>
			<CommandForm
				answer={answer}
				about={about(URGENT, { item: agendaItemId })}
				commandKey={commandKey}
				seen={page.heading.revision}
				className="mt-2"
			>
				<p className="mb-2 text-quiet text-ink3">{t('meeting.pool.urgentHint')}</p>
				<TextArea
					name={URGENT.reason}
					id={`reason-${agendaItemId}`}
					label={t('meeting.pool.urgentReason')}
					rows={2}
				/>
				<TextField
					name={URGENT.password}
					id={`password-${agendaItemId}`}
					type="password"
					autoComplete="current-password"
					label={t('meeting.pool.password')}
				/>
				<Button>{t('meeting.pool.approveUrgent')}</Button>
			</CommandForm>
		</details>
	)
}
