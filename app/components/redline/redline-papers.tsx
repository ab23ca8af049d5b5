import { useTranslation } from 'react-i18next'

const PAPERS = [
	['marked-draft', 'markedDraft'],
	['comparison-table', 'table'],
	['comparison-sheet', 'sheet'],
] as const

/** Links to the papers of two versions: 花脸稿 and 修改对照表. They need no JavaScript. */
export function RedlinePapers({ matterId, from, to }: { matterId: string; from: number; to: number }) {
	const { t } = useTranslation()
	return (
		<span className="flex flex-wrap items-center gap-x-3 gap-y-1">
			{t('redlinePapers.title')}
			{PAPERS.map(([paper, name]) => (
				<a
					key={paper}
					href={`/matters/${matterId}/redline/papers/${from}/${to}/${paper}`}
					title={paper === 'marked-draft' ? t('redlinePapers.note') : undefined}
					download
				>
					{t(`redlinePapers.${name}`)}
				</a>
			))}
		</span>
	)
}
