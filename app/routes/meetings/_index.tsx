import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LinkButton } from '#app/components/form/button.tsx'
import { ExportLinks } from '#app/components/lists/export-links.tsx'
import { ListTable } from '#app/components/lists/list-table.tsx'
import { MEETING_COLUMNS } from '#app/components/lists/meeting-columns.ts'
import { Card } from '#app/components/frame/card.tsx'
import { MeetingChip } from '#app/components/frame/chips.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readMeetings } from '#app/services/meeting/read-meetings.server.ts'

export const handle = { title: 'meeting.title' } satisfies PageHandle

const Query = z.object({ startsAt: z.iso.datetime(), id: z.uuid() })

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const query = Query.safeParse(Object.fromEntries(new URL(args.request.url).searchParams))
	return pageOrThrow(await readMeetings(shell, actor, query.success ? query.data : null))
}

export default function MeetingsRoute() {
	const { t } = useTranslation()
	const { meetings, next, mayCreate, waiting } = useLoaderData<typeof loader>()
	const create = { to: '/meetings/new', label: t('meeting.new') }
	return (
		<>
			<PageHead
				actions={
					mayCreate ? (
						<LinkButton to={create.to} look="filled">
							{create.label}
						</LinkButton>
					) : null
				}
			/>
			<PageBody>
				{waiting > 0 ? (
					<p className="mb-3 font-semibold">{t('meeting.poolWaits', { count: waiting })}</p>
				) : null}
				{meetings.length > 0 ? <ExportLinks list="meetings" /> : null}
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
	const { meetings } = useLoaderData<typeof loader>()
	return (
		<ListTable
			columns={MEETING_COLUMNS}
			rows={meetings}
			keyOf={({ id }) => id}
			looks={{
				title: ({ id, title }) => (
					<Link to={`/meetings/${id}`} className="font-semibold">
						{title}
					</Link>
				),
				items: ({ items }) => t('meeting.agenda.count', { count: items }),
				state: ({ state }) => <MeetingChip state={state} />,
			}}
		/>
	)
}
