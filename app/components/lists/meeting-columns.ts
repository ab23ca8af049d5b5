import type { MeetingLine } from '#app/services/meeting/read-meetings.server.ts'
import { columnsOf } from './list-column.ts'

/** 会议议程: the meetings, as a list. */
export const MEETING_COLUMNS = columnsOf<MeetingLine>()([
	{ key: 'title', label: (t) => t('meeting.column.title'), cell: ({ title }) => title },
	{
		key: 'organ',
		label: (t) => t('meeting.column.organ'),
		cell: ({ organ }) => organ,
		onPage: { below: 'title' },
	},
	{
		key: 'items',
		label: (t) => t('meeting.column.items'),
		cell: ({ items }) => items,
		onPage: { below: 'title' },
	},
	{ key: 'time', label: (t) => t('meeting.column.time'), cell: ({ startsAt }) => ({ instant: startsAt }) },
	{ key: 'place', label: (t) => t('meeting.column.place'), cell: ({ place }) => place },
	{
		key: 'state',
		label: (t) => t('meeting.column.state'),
		cell: ({ state }, t) => t(`words.meetingState.${state}`),
	},
])
