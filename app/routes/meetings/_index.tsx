import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { MeetingChip } from '#app/components/frame/chips.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'

const Query = z.object({ startsAt: z.iso.datetime(), id: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const query = Query.safeParse(Object.fromEntries(new URL(args.request.url).searchParams))
	return pageOrThrow(await readMeetings(shell, actor, query.success ? query.data : null))
}

export default function MeetingsRoute() {
	const { t } = useTranslation()
	const { meetings, next, mayCreate } = useLoaderData<typeof loader>()
	const create = { to: '/meetings/new', label: t('meeting.new') }
	return (
		<>
			<PageHead
				title={t('meeting.title')}
				actions={
					mayCreate ? (
						<LinkButton to={create.to} look="filled">
							{create.label}
						</LinkButton>
					) : null
				}
			/>
			<PageBody>
				<Card padded={false}>
					{meetings.length === 0 ? (
						<EmptyState {...(mayCreate ? { link: create } : {})}>{t('meeting.none')}</EmptyState>
					) : (
						<MeetingTable />
					)}
				</Card>
				{next ? (
					<LinkButton to={`/meetings?${new URLSearchParams(next).toString()}`}>
						{t('shell.action.next')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function MeetingTable() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { meetings } = useLoaderData<typeof loader>()
	return (
		<table className="table-list">
			<thead>
				<tr>
					<th scope="col">{t('meeting.column.title')}</th>
					<th scope="col">{t('meeting.column.time')}</th>
					<th scope="col">{t('meeting.column.place')}</th>
					<th scope="col">{t('meeting.column.state')}</th>
				</tr>
			</thead>
			<tbody>
				{meetings.map((meeting) => (
					<tr key={meeting.id}>
						<td>
							<Link to={`/meetings/${meeting.id}`} className="font-semibold">
								{meeting.title}
							</Link>
							<span className="block text-ink3">
								{meeting.organ} · {t('meeting.agenda.count', { count: meeting.items })}
							</span>
						</td>
						<td data-label={t('meeting.column.time')}>{formatInstant(meeting.startsAt, language)}</td>
						<td data-label={t('meeting.column.place')}>{meeting.place}</td>
						<td data-label={t('meeting.column.state')}>
							<MeetingChip state={meeting.state} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}
