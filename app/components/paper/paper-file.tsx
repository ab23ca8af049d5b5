import { useTranslation } from 'react-i18next'
import type { PaperOnPage } from '#app/domain/paper/paper.ts'

/** The way to the Word file of a sealed paper; a draft has none. It stands on the screen alone. */
export function PaperFile({ paper, folder }: { paper: PaperOnPage; folder: string }) {
	const { t } = useTranslation()
	if (!paper.seal || paper.id === undefined) return null
	return (
		<p className="no-print note">
			<a href={`${folder}/${paper.id}/file`} download>
				{t('paper.word')}
			</a>
		</p>
	)
}
