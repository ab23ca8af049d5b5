import type { DocumentLine } from '#app/services/register/document-line.server.ts'
import type { OpenImport } from '#app/services/register/read-imports.server.ts'
import { columnsOf } from './list-column.ts'

const BELOW = { onPage: { below: 'title' } } as const

/** 规范性文件库, as a list. */
export const REGISTER_COLUMNS = columnsOf<DocumentLine>()([
	{ key: 'title', label: (t) => t('register.column.title'), cell: ({ title }) => title },
	{
		key: 'number',
		label: (t) => t('register.document.number'),
		cell: ({ documentNumber }) => documentNumber,
		...BELOW,
	},
	{ key: 'issuer', label: (t) => t('register.document.issuer'), cell: ({ issuer }) => issuer, ...BELOW },
	{
		key: 'origin',
		label: (t) => t('register.column.origin'),
		cell: ({ isImported }, t) => (isImported ? t('register.importedMark') : null),
		...BELOW,
	},
	{
		key: 'standing',
		label: (t) => t('register.column.standing'),
		cell: ({ standing }, t) => t(`register.standing.${standing}`),
	},
	{
		key: 'publishedOn',
		label: (t) => t('register.column.publishedOn'),
		cell: ({ publishedOn }) => ({ day: publishedOn }),
	},
	{
		key: 'effectiveOn',
		label: (t) => t('register.column.effectiveOn'),
		cell: ({ effectiveOn }) => ({ day: effectiveOn }),
	},
	{
		key: 'validUntil',
		label: (t) => t('register.column.validUntil'),
		cell: ({ validUntil }, t) => (validUntil ? { day: validUntil } : t('register.openEnded')),
	},
])

/** 待确认的导入, as a list; the page shows each as a card under its title. */
export const IMPORT_COLUMNS = columnsOf<OpenImport>()([
	{ key: 'title', label: (t) => t('register.column.title'), cell: ({ title }) => title, onPage: 'nowhere' },
	{ key: 'issuer', label: (t) => t('register.document.issuer'), cell: ({ issuer }) => issuer },
	{
		key: 'number',
		label: (t) => t('register.document.number'),
		cell: ({ documentNumber }) => documentNumber,
	},
	{
		key: 'publishedOn',
		label: (t) => t('register.column.publishedOn'),
		cell: ({ publishedOn }) => ({ day: publishedOn }),
	},
	{
		key: 'effectiveOn',
		label: (t) => t('register.column.effectiveOn'),
		cell: ({ effectiveOn }) => ({ day: effectiveOn }),
	},
	{ key: 'origin', label: (t) => t('register.column.source'), cell: ({ origin }) => origin },
	{ key: 'by', label: (t) => t('register.column.by'), cell: ({ by }) => by },
	{ key: 'at', label: (t) => t('register.column.at'), cell: ({ at }) => ({ instant: at }) },
])
