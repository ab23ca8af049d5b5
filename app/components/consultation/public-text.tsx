import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import type { PlacedDocument } from '#app/domain/legal-text/placed-document.ts'
import type { ConsultationStanding } from '#app/domain/consultation/consultation.ts'

/** The draft as it was read; while it may be commented on, each article has its own link to the form. */
export function PublicText({
	page: { document, articles, standing },
	chosen,
}: {
	page: {
		readonly document: PlacedDocument
		readonly articles: readonly { readonly anchor: string; readonly label: string }[]
		readonly standing: ConsultationStanding
	}
	chosen: string | null
}) {
	const { t } = useTranslation()
	const commented = new Map(articles.map(({ anchor, label }) => [anchor, label]))
	const linkBeside = (anchor: string) => {
		const label = commented.get(anchor)
		if (label === undefined || standing !== 'running') return null
		return (
			<Link
				to={{ search: `?article=${encodeURIComponent(anchor)}`, hash: '#comment' }}
				aria-label={t('consultation.public.onArticle', { article: label })}
			>
				{t('consultation.public.comment')}
			</Link>
		)
	}
	return (
		<section className="rounded-card border border-line bg-surface px-5 py-4 max-md:px-3">
			<DocumentView
				document={document}
				images=""
				beside={({ anchor }) => linkBeside(articleAnchorOf(anchor))}
				marked={new Set(chosen === null ? [] : [chosen, `${chosen}-p1`])}
			/>
		</section>
	)

	/** The first paragraph of an article bears its link. */
	function articleAnchorOf(anchor: string): string {
		return anchor.endsWith('-p1') ? anchor.slice(0, -'-p1'.length) : anchor
	}
}
