import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { EmptyState, PageBody, PageHead, Tabs } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { FirstStepsCard } from '#app/components/administration/first-steps.tsx'
import { FollowUpTasks } from '#app/components/follow-up/follow-up-tasks.tsx'
import { DelegationTasks } from '#app/components/delegation/delegation-tasks.tsx'
import { RecoveryTasks } from '#app/components/administration/recovery-tasks.tsx'
import { MeetingTasks } from '#app/components/meeting/meeting-tasks.tsx'
import { DoneList } from '#app/components/matter/done-list.tsx'
import { WorkTable } from '#app/components/matter/work-table.tsx'
import { type Role, hasBusiness } from '#app/domain/permission/role.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { askedOf } from '#app/http/lists/list-queries.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type DoneEntry,
	type NoticeLine,
	markNoticesRead,
	readDoneList,
	readMeetingTasks,
	readNotices,
} from '#app/services/worklist/read-own-record.server.ts'
import { readFollowUpTasks } from '#app/services/follow-up/read-follow-ups.server.ts'
import { readRecoveryTasks } from '#app/services/account/read-recoveries.server.ts'
import { readFirstSteps } from '#app/services/organisation/read-first-steps.server.ts'
import { type DelegationTask, readDelegationTasks } from '#app/services/delegation/read-delegations.server.ts'
import { type WorkCounts, countWork } from '#app/services/worklist/count-work.server.ts'
import { type WorkItem, readWaitingList, readWorklist } from '#app/services/worklist/read-worklist.server.ts'

export const handle = { title: 'worklist.title' } satisfies PageHandle

const Query = z.object({
	tab: z.enum(['mine', 'waiting', 'done']).catch('mine'),
	due: z.iso.date().nullish().catch(null),
	after: z.uuid().nullish().catch(null),
})

const DoneAfter = z.object({
	at: z.iso.datetime(),
	stream: z.string().max(200),
	seq: z.coerce.number().int().positive(),
})

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const asked = askedOf(args.request)
	const query = Query.parse(asked)
	const cursor = query.after ? { dueOn: query.due ?? null, id: query.after } : null
	const key = shell.newId()
	if (query.tab === 'done') {
		const below = DoneAfter.safeParse(asked)
		const done = await readDoneList(shell, actor, below.success ? below.data : null)
		const counts = await countWork(shell, actor, null)
		const nothing = {
			list: null,
			notices: [],
			meetings: [],
			tasks: [],
			recoveries: [],
			delegations: [],
			steps: null,
		}
		return { key, tab: query.tab, counts, done, ...nothing }
	}
	const read = query.tab === 'waiting' ? readWaitingList : readWorklist
	const list = await read(shell, actor, cursor)
	const isFirstPage = query.tab === 'mine' && cursor === null
	const notices = isFirstPage ? await readNotices(shell, actor) : []
	const meetings = isFirstPage ? await readMeetingTasks(shell, actor) : []
	const tasks = isFirstPage ? await readFollowUpTasks(shell, actor) : []
	const recoveries = isFirstPage ? await readRecoveryTasks(shell, actor) : []
	const steps = isFirstPage ? await readFirstSteps(shell, actor) : null
	const delegations = isFirstPage ? await readDelegationTasks(shell, actor) : []
	const besides = besidesOf({ meetings, tasks, recoveries, delegations })
	const own = isFirstPage ? { list, besides } : null
	const counts = await countWork(shell, actor, own)
	const besideList = { notices, meetings, tasks, recoveries, delegations, steps }
	return { key, tab: query.tab, counts, done: null, list, ...besideList }
}

const Read = z.object({ newest: z.uuid().nullish().catch(null) })

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { fields } = await readCommandForm(args, signedIn)
	const { newest } = Read.parse(Object.fromEntries(fields))
	if (newest) await markNoticesRead(signedIn.shell, signedIn.actor, newest)
	return redirect('/work')
}

export default function WorkRoute() {
	const { t } = useTranslation()
	const { key, tab, list, done, notices, meetings, tasks, recoveries, delegations, steps } =
		useLoaderData<typeof loader>()
	const roles = useFrame()?.person?.roles ?? []
	const hasOtherWork = steps !== null || besidesOf({ meetings, tasks, recoveries, delegations }) > 0
	return (
		<>
			<WorkHead />
			<PageBody>
				{steps ? <FirstStepsCard steps={steps} /> : null}
				{recoveries.length > 0 ? <RecoveryTasks tasks={recoveries} /> : null}
				{delegations.length > 0 ? <DelegationTasks tasks={delegations} /> : null}
				{meetings.length > 0 ? <MeetingTasks meetings={meetings} /> : null}
				{tasks.length > 0 ? <FollowUpTasks tasks={tasks} /> : null}
				{list && !(hasOtherWork && list.items.length === 0) ? (
					<Card padded={false}>
						{list.items.length > 0 ? (
							<WorkTable items={list.items} isMine={tab === 'mine'} />
						) : (
							<EmptyState link={placeBeside(tab, roles, t)}>
								{t(tab === 'mine' ? 'worklist.lead.none' : 'worklist.waitingNone')}
							</EmptyState>
						)}
					</Card>
				) : null}
				{list?.next ? (
					<LinkButton
						to={`/work?${new URLSearchParams({ tab, after: list.next.id, ...(list.next.dueOn ? { due: list.next.dueOn } : {}) }).toString()}`}
					>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
				{notices.length > 0 ? <Notices notices={notices} commandKey={key} /> : null}
				{done ? <Done entries={done.entries} /> : null}
				{done?.next ? (
					<LinkButton
						to={`/work?${new URLSearchParams({ tab, ...done.next, seq: String(done.next.seq) }).toString()}`}
					>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

/** How many lines stand beside the matters. Of delegations only those that wait for an answer are something to do. */
function besidesOf(lines: {
	readonly meetings: readonly unknown[]
	readonly tasks: readonly unknown[]
	readonly recoveries: readonly unknown[]
	readonly delegations: readonly Pick<DelegationTask, 'task'>[]
}): number {
	const { meetings, tasks, recoveries, delegations } = lines
	const toConfirm = delegations.filter(({ task }) => task === 'confirm')
	return meetings.length + tasks.length + recoveries.length + toConfirm.length
}

function WorkHead() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { tab, counts, list, steps, ...lines } = useLoaderData<typeof loader>()
	const roles = useFrame()?.person?.roles ?? []
	return (
		<PageHead
			facts={list ? formatDay(list.today, language) : undefined}
			actions={
				roles.includes('drafter') ? (
					<LinkButton to="/matters/new" icon="plus" look={list?.items.length === 0 ? 'filled' : 'outline'}>
						{t('matter.list.open')}
					</LinkButton>
				) : null
			}
		>
			{roles.includes('supervisor') ? (
				<p>{t('worklist.readsOnly')}</p>
			) : list && tab === 'mine' && !steps ? (
				<Lead items={list.items} besides={besidesOf(lines)} />
			) : null}
			{hasBusiness(roles) ? (
				<Tabs
					label={t('worklist.tab.label')}
					tabs={(['mine', 'waiting', 'done'] as const).map((each) => ({
						to: each === 'mine' ? '/work' : `/work?tab=${each}`,
						label: t(`worklist.tab.${each}`),
						isCurrent: each === tab,
						count: countWords(each, counts),
					}))}
				/>
			) : null}
		</PageHead>
	)
}

/** The figure beside a tab; of tasks that fill more than one page, and of very many that wait, it says that there are more. */
function countWords(tab: 'mine' | 'waiting' | 'done', counts: WorkCounts): string | undefined {
	if (tab === 'mine' && counts.isMoreMine) return `${counts.mine}+`
	if (tab === 'waiting' && counts.isMoreWaiting && counts.waiting !== null) return `${counts.waiting}+`
	return counts[tab]?.toString()
}

/** Where somebody without a task may look: a supervisor at all matters, others at what waits for others; administrators see none. */
function placeBeside(tab: string, roles: readonly Role[], t: TFunction) {
	if (!hasBusiness(roles)) return undefined
	if (roles.includes('supervisor')) return { to: '/matters', label: t('matter.list.title') }
	return tab === 'mine'
		? { to: '/work?tab=waiting', label: t('worklist.seeWaiting') }
		: { to: '/work', label: t('worklist.tab.mine') }
}

function Lead({ items, besides }: { items: readonly WorkItem[]; besides: number }) {
	const { t } = useTranslation()
	const late = items.filter((item) => item.group === 'overdue').length
	const today = items.filter((item) => item.group === 'today').length
	const count = items.length + besides
	if (count === 0) return <p>{t('worklist.lead.none')}</p>
	return (
		<p>
			{t('worklist.lead.count', { count })}
			{late + today > 0 ? t('worklist.lead.colon') : null}
			{late > 0 ? (
				<span className="font-semibold text-bad">{t('worklist.lead.late', { count: late })}</span>
			) : null}
			{late > 0 && today > 0 ? t('worklist.lead.comma') : null}
			{today > 0 ? (
				<span className="font-semibold text-warn">{t('worklist.lead.today', { count: today })}</span>
			) : null}
			{t('worklist.lead.end')}
		</p>
	)
}

function Notices({ notices, commandKey }: { notices: readonly NoticeLine[]; commandKey: string }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card title={t('worklist.notices')} note={notices.length}>
			<ul>
				{notices.map((notice) => (
					<li key={notice.id} className="py-1 text-table">
						{eventWords(notice.kind, t)}
						{notice.about ? ` · ${notice.about}` : null}
						{notice.turnedAway
							? ` · ${t('worklist.turnedAway', { by: notice.turnedAway.by, level: t(`refusals.level.${notice.turnedAway.level}`) })}`
							: null}
						{notice.task ? (
							<>
								{' · '}
								<Link to={`/meetings/${notice.task.meetingId}/follow-ups`}>{notice.task.what}</Link>
							</>
						) : null}
						{notice.dueOn ? ` · ${t('worklist.reminderDue', { day: notice.dueOn })}` : null}
						{notice.overdue === null ? null : (
							<>
								{' · '}
								<Link to="/work?tab=waiting">{t('worklist.overdueMatters', { count: notice.overdue })}</Link>
							</>
						)}
						{notice.kind === 'trail.bent' ? (
							<>
								{' · '}
								<Link to="/audit">{t('administration.trail.title')}</Link>
							</>
						) : null}
						{notice.matterId ? (
							<>
								{' · '}
								<Link to={`/matters/${notice.matterId}`}>{notice.title}</Link>
							</>
						) : null}{' '}
						<span className="text-quiet text-ink3">{formatInstant(notice.at, language)}</span>
					</li>
				))}
			</ul>
			<CommandForm commandKey={commandKey} className="mt-2">
				<input type="hidden" name="newest" value={notices[0]?.id ?? ''} />
				<Button look="text">{t('worklist.noticesRead')}</Button>
			</CommandForm>
		</Card>
	)
}

function Done({ entries }: { entries: readonly DoneEntry[] }) {
	const { t } = useTranslation()
	if (entries.length === 0) return <EmptyState>{t('worklist.doneNone')}</EmptyState>
	return (
		<>
			<ExportLinks list="done" />
			<Card padded={false}>
				<DoneList entries={entries} />
			</Card>
		</>
	)
}
