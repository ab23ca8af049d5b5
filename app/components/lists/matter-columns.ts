import type { MatterLine } from '#app/services/matter/read-matters.server.ts'
import { columnsOf } from './list-column.ts'

const BELOW = { onPage: { below: 'title' } } as const

/** 审查事项, as a list. */
export const MATTER_COLUMNS = columnsOf<MatterLine>()([
	{ key: 'title', label: (t) => t('matter.list.column.title'), cell: ({ title }) => title },
	{
		key: 'number',
		label: (t) => t('matter.list.column.number'),
		cell: ({ caseNumber }) => caseNumber,
		...BELOW,
	},
	{
		key: 'track',
		label: (t) => t('matter.list.track'),
		cell: ({ tracks }, t) => tracks.map((track) => t(`words.track.${track}`)).join(' · '),
		...BELOW,
	},
	{ key: 'organ', label: (t) => t('matter.list.organ'), cell: ({ organ }) => organ, ...BELOW },
	{ key: 'round', label: (t) => t('matter.list.column.round'), cell: ({ round }) => round, ...BELOW },
	{
		key: 'state',
		label: (t) => t('matter.list.column.state'),
		cell: ({ state }, t) => t(`words.state.${state}`),
	},
	{
		key: 'clearance',
		label: (t) => t('matter.list.column.clearance'),
		cell: ({ isChanged }, t) => (isChanged ? t('words.clearanceState.void') : null),
		onPage: 'nowhere',
	},
	{ key: 'since', label: (t) => t('matter.list.column.since'), cell: ({ since }) => ({ instant: since }) },
	{
		key: 'due',
		label: (t) => t('matter.list.column.due'),
		cell: ({ dueOn }) => (dueOn ? { day: dueOn } : null),
	},
])
