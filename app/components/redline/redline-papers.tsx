import { useTranslation } from 'react-i18next'

const PAPERS = [
	['marked-draft', 'markedDraft', 'note'],
	['marked-older', 'markedOlder', 'olderNote'],
	['comparison-table', 'table', null],
	['comparison-sheet', 'sheet', null],
] as const

/** Links to the papers of two texts, 花脸稿 and 修改对照表, which stand under one address. They need no JavaScript. */
export function RedlinePapers({ folder }: { folder: string }) {
	const { t } = useTranslation()
	return (
		<span className="flex flex-wrap items-center gap-x-3 gap-y-1">
			{t('redlinePapers.title')}
			{PAPERS.map(([paper, name, note]) => (
				<a
					key={paper}
					href={`${folder}/${paper}`}
					title={note === null ? undefined : t(`redlinePapers.${note}`)}
				>
					{t(`redlinePapers.${name}`)}
				</a>
			))}
		</span>
	)
}
