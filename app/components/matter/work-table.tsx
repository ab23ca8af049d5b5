import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DueGroup, WorkItem } from '#app/services/worklist/read-worklist.server.ts'
import { LinkButton } from '#app/components/form/button.tsx'
import { Due } from './due.tsx'

const GROUPS: readonly DueGroup[] = ['overdue', 'today', 'this-week', 'later']

const GROUP_LOOKS: Record<DueGroup, string> = {
	overdue: 'text-bad',
	today: 'text-warn',
	'this-week': '',
	later: '',
}

/** The lines of the work list in their groups; the first one carries the page's filled button. */
export function WorkTable({ items, isMine }: { items: readonly WorkItem[]; isMine: boolean }) {
	const { t } = useTranslation()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('worklist.column.what')}</th>
					<th scope="col">{t(isMine ? 'worklist.column.why' : 'worklist.column.whyOther')}</th>
					<th scope="col">{t('worklist.column.due')}</th>
					<th scope="col" className="no-print">
						<span className="sr-text">{t('shell.action.open')}</span>
					</th>
				</tr>
			</thead>
			{GROUPS.map((group) => {
				const rows = items.filter((item) => item.group === group)
				return rows.length === 0 ? null : (
					<tbody key={group}>
						<tr className="group">
							<th scope="rowgroup" colSpan={4} className={GROUP_LOOKS[group]}>
								{t(`worklist.group.${group}`, { count: rows.length })}
							</th>
						</tr>
						{rows.map((item) => (
							<WorkRow key={item.matterId} item={item} isMine={isMine} isFirst={items[0] === item} />
						))}
					</tbody>
				)
			})}
		</table>
	)
}

function WorkRow({ item, isMine, isFirst }: { item: WorkItem; isMine: boolean; isFirst: boolean }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { turn } = item
	const act = t(`acts.turn.${turn.act}`)
	const facts = [
		item.caseNumber ?? '',
		...item.tracks.map((track) => t(`words.track.${track}`)),
		item.organ,
		t('worklist.round', { round: item.round }),
	]
	return (
		<tr className={isMine && isFirst ? 'first' : ''}>
			<td>
				<span className="font-semibold text-accent">{act}</span>{' '}
				<Link to={`/matters/${item.matterId}`} className="text-ink">
					{item.title}
				</Link>
				<span className="block text-quiet text-ink3">{facts.filter((fact) => fact !== '').join(' · ')}</span>
			</td>
			<td data-label={t(isMine ? 'worklist.column.why' : 'worklist.column.whyOther')}>
				{isMine ? null : (
					<span className="block font-semibold">
						{[turn.organ, turn.who || t(`words.role.${turn.role}`)].filter(Boolean).join(' ')}
					</span>
				)}
				{t(`acts.why.${turn.reason}`)}
				{turn.since ? (
					<span className="block text-quiet text-ink3">
						{t('worklist.since', { time: formatInstant(turn.since, language) })}
					</span>
				) : null}
			</td>
			<td data-label={t('worklist.column.due')}>
				<Due item={item} />
			</td>
			<td className="no-print text-right">
				{isMine ? (
					<LinkButton to={turn.path} look={isFirst ? 'filled' : 'outline'} className="max-md:w-full">
						{act}
					</LinkButton>
				) : (
					<LinkButton to={`/matters/${item.matterId}`} look="text">
						{t('shell.action.open')}
					</LinkButton>
				)}
			</td>
		</tr>
	)
}
