import type { GrantLine } from '#app/services/organisation/read-grants.server.ts'
import type { PersonLine } from '#app/services/organisation/read-people.server.ts'
import { columnsOf } from './list-column.ts'

/** 机构与人员: the people of the house, as a list. */
export const PEOPLE_COLUMNS = columnsOf<PersonLine>()([
	{ key: 'name', label: (t) => t('administration.people.column.name'), cell: ({ name }) => name },
	{
		key: 'staffCode',
		label: (t) => t('administration.people.column.staffCode'),
		cell: ({ staffCode }) => staffCode,
	},
	{
		key: 'loginName',
		label: (t) => t('administration.people.column.loginName'),
		cell: ({ loginName }) => loginName,
	},
	{
		key: 'posts',
		label: (t) => t('administration.people.column.posts'),
		cell: ({ posts }, t) =>
			posts.map(({ role, place }) => `${t(`words.role.${role}`)}（${place}）`).join('；'),
	},
	{
		key: 'state',
		label: (t) => t('administration.people.column.state'),
		cell: ({ state }, t) => t(`administration.people.state.${state}`),
	},
	{
		key: 'seen',
		label: (t) => t('administration.people.column.seen'),
		cell: ({ lastSeenAt }, t) => (lastSeenAt ? { instant: lastSeenAt } : t('administration.people.never')),
	},
])

/** 角色与授权, as a list: what waits for the second administrator, and what counts. */
export const GRANT_COLUMNS = columnsOf<GrantLine>()([
	{ key: 'person', label: (t) => t('administration.grants.column.person'), cell: ({ person }) => person },
	{
		key: 'staffCode',
		label: (t) => t('administration.people.column.staffCode'),
		cell: ({ staffCode }) => staffCode,
		onPage: { below: 'person' },
	},
	{
		key: 'role',
		label: (t) => t('administration.grants.column.role'),
		cell: ({ role }, t) => t(`words.role.${role}`),
	},
	{ key: 'place', label: (t) => t('administration.grants.column.place'), cell: ({ place }) => place },
	{
		key: 'state',
		label: (t) => t('administration.grants.column.state'),
		cell: ({ isWaiting }, t) => t(isWaiting ? 'administration.grants.waits' : 'administration.grants.counts'),
	},
	{
		key: 'requester',
		label: (t) => t('administration.grants.column.requester'),
		cell: ({ requester }) => requester,
		onPage: 'nowhere',
	},
	{
		key: 'since',
		label: (t) => t('administration.grants.column.since'),
		cell: ({ since }) => ({ instant: since }),
		onPage: 'nowhere',
	},
])
