import { eventWords } from '#app/components/form/refusal-notice.tsx'
import type { FoundEntry } from '#app/services/trail/search-trail.server.ts'
import type { DoneEntry } from '#app/services/worklist/read-own-record.server.ts'
import { columnsOf } from './list-column.ts'

/** 审计日志, as a list. */
export const TRAIL_COLUMNS = columnsOf<FoundEntry>()([
	{ key: 'at', label: (t) => t('administration.trail.column.at'), cell: ({ at }) => ({ second: at }) },
	{
		key: 'who',
		label: (t) => t('administration.trail.column.who'),
		cell: ({ actor, actedFor, stream }, t) =>
			(actor !== null && actedFor !== null
				? t('delegation.actedFor', { name: actor, delegator: actedFor })
				: actor) ??
			t(stream === 'sign-ins' ? 'administration.trail.stranger' : 'administration.trail.nobody'),
	},
	{
		key: 'role',
		label: (t) => t('administration.trail.csv.role'),
		cell: ({ role }, t) => (role ? t(`words.role.${role}`) : null),
		onPage: { below: 'who' },
	},
	{
		key: 'what',
		label: (t) => t('administration.trail.column.what'),
		cell: ({ kind }, t) => eventWords(kind, t),
	},
	{
		key: 'outcome',
		label: (t) => t('administration.trail.csv.outcome'),
		cell: ({ isRefused }, t) => t(isRefused ? 'administration.trail.refused' : 'administration.trail.done'),
		onPage: 'nowhere',
	},
	{
		key: 'times',
		label: (t) => t('administration.trail.csv.times'),
		cell: ({ times }) => times,
		onPage: 'nowhere',
	},
	{
		key: 'where',
		label: (t) => t('administration.trail.column.where'),
		cell: ({ caseNumber }) => caseNumber,
	},
	{
		key: 'stream',
		label: (t) => t('administration.trail.csv.stream'),
		cell: ({ stream }) => stream,
		onPage: 'nowhere',
	},
	{ key: 'seq', label: (t) => t('administration.trail.csv.seq'), cell: ({ seq }) => seq, onPage: 'nowhere' },
	{
		key: 'hash',
		label: (t) => t('administration.trail.csv.hash'),
		cell: ({ hash }) => hash,
		onPage: 'nowhere',
	},
])

/** 本月已办, as a list: each act of one's own. */
export const DONE_COLUMNS = columnsOf<DoneEntry>()([
	{ key: 'at', label: (t) => t('worklist.column.when'), cell: ({ at }) => ({ instant: at }) },
	{
		key: 'what',
		label: (t) => t('administration.trail.column.what'),
		cell: ({ kind }, t) => eventWords(kind, t),
	},
	{ key: 'matter', label: (t) => t('matter.list.column.title'), cell: ({ title }) => title },
])
