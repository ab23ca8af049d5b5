import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import type { MatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { Card } from '#app/components/frame/card.tsx'
import { ItemKindChip, ReplyChip, VerdictChip } from '#app/components/frame/chips.tsx'
import { EmptyState } from '#app/components/frame/page.tsx'

/** The items of the opinion in force with their replies and verdicts. */
export function MatterItems({ page }: { page: MatterPage }) {
	const { t } = useTranslation()
	const { opinion, items, heading } = page
	const note = opinion
		? t('matter.items.note', {
				number: opinion.number,
				day: formatPaperDay(opinion.signedAt),
				conclusion: t(`words.conclusion.${opinion.conclusion}`),
				version: opinion.versionNo,
			})
		: undefined
	return (
		<Card
			title={t('matter.items.title')}
			note={note}
			aside={
				opinion ? <Link to={`/matters/${heading.matterId}/opinions`}>{t('shell.action.details')}</Link> : null
			}
			padded={false}
		>
			{items.length === 0 ? (
				<EmptyState>{t(opinion ? 'matter.items.noItems' : 'matter.items.none')}</EmptyState>
			) : (
				<ItemTable items={items} />
			)}
		</Card>
	)
}

function ItemTable({ items }: { items: MatterPage['items'] }) {
	const { t } = useTranslation()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('matter.items.column.number')}</th>
					<th scope="col">{t('matter.items.column.place')}</th>
					<th scope="col">{t('matter.items.column.problem')}</th>
					<th scope="col">{t('matter.items.column.reply')}</th>
					<th scope="col">{t('matter.items.column.verdict')}</th>
				</tr>
			</thead>
			<tbody>
				{items.map((item) => (
					<tr key={item.position}>
						<td>{item.position}</td>
						<td data-label={t('matter.items.column.place')}>{item.place}</td>
						<td data-label={t('matter.items.column.problem')}>
							<ItemKindChip kind={item.kind} /> {item.problem}
						</td>
						<td data-label={t('matter.items.column.reply')}>
							{item.reply ? (
								<>
									<ReplyChip answer={item.reply.answer} /> {item.reply.text}
								</>
							) : (
								<span className="text-ink3">{t('matter.items.noReply')}</span>
							)}
						</td>
						<td data-label={t('matter.items.column.verdict')}>
							<VerdictChip verdict={item.verdict} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}
