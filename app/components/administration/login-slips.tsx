import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { Unopened } from '#app/services/organisation/issue-first-links.server.ts'
import { PostLines } from './people-table.tsx'

/** One slip: who, where, and the address that is shown this once. */
export type LoginSlip = Unopened & { readonly link: string }

/** The slips of one press, to be printed at once and cut apart; without any, that they were shown before. */
export function LoginSlips({
	slips,
	until,
	origin,
}: {
	slips: readonly LoginSlip[]
	until: string
	origin: string
}) {
	const { t } = useTranslation()
	if (slips.length === 0)
		return (
			<p role="status" className="mb-4 rounded border border-warn bg-warn-soft px-4 py-2">
				{t('firstHouse.links.lost')}
			</p>
		)
	return (
		<section aria-label={t('firstHouse.links.title')} className="mb-4">
			<div
				role="status"
				className="no-print mb-3 flex flex-wrap items-center gap-3 rounded border border-ok bg-ok-soft px-4 py-2"
			>
				<span className="flex-1">{t('firstHouse.links.made', { count: slips.length })}</span>
				<PrintButton label={t('firstHouse.links.print')} look="filled" />
			</div>
			<ul className="login-slips">
				{slips.map((slip) => (
					<Slip key={slip.accountId} slip={slip} until={until} origin={origin} />
				))}
			</ul>
		</section>
	)
}

function Slip({ slip, until, origin }: { slip: LoginSlip; until: string; origin: string }) {
	const { t } = useTranslation()
	const time = formatInstant(until, useLanguage())
	// What is typed letter by letter stays on one line.
	const start = slip.link.lastIndexOf('/') + 1
	return (
		<li className="login-slip">
			<p className="font-semibold">
				{t('firstHouse.links.slip.title')} · {slip.name} <span className="text-quiet">{slip.staffCode}</span>
			</p>
			<PostLines posts={slip.posts} />
			<p className="mt-1">{t('firstHouse.links.slip.address')}</p>
			<p>
				<code className="select-all font-mono font-semibold">
					{slip.link.slice(0, start)}
					<wbr />
					<span className="whitespace-nowrap">{slip.link.slice(start)}</span>
				</code>
			</p>
			<p className="text-quiet">
				{t('firstHouse.links.slip.until')} {time}
			</p>
			<p className="mt-1 text-quiet">
				{t('firstHouse.links.slip.how', { origin, login: slip.loginName })} {t('firstHouse.links.slip.care')}
			</p>
		</li>
	)
}

/** Whom this administrator hands no slip now, each with why not. */
export function HinderedPeople({ people }: { people: readonly Unopened[] }) {
	const { t } = useTranslation()
	const columns = ['name', 'loginName', 'place', 'why'] as const
	const head = (column: (typeof columns)[number]) => t(`firstHouse.links.column.${column}`)
	return (
		<Card title={t('firstHouse.links.others')} note={people.length} padded={false} isOnPaper={false}>
			<table className="table-list">
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col">
								{head(column)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{people.map(({ accountId, name, loginName, posts, hindrance }) => (
						<tr key={accountId}>
							<td data-label={head('name')}>{name}</td>
							<td data-label={head('loginName')}>{loginName}</td>
							<td data-label={head('place')}>
								<PostLines posts={posts} />
							</td>
							<td data-label={head('why')}>{hindrance ? t(`firstHouse.links.why.${hindrance}`) : null}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Card>
	)
}
