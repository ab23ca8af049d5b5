import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Paragraph } from '#app/domain/legal-text/legal-text.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import type { EditorPage } from '#app/services/opinion/read-opinion-pages.server.ts'
import type { EditorForms } from './opinion-forms.tsx'

type Marked = {
	readonly reading: NonNullable<EditorPage['reading']>
	readonly forms: EditorForms
	/** The review point for which a place is being chosen. */
	readonly point: string | null
}

/** The text with its marks: each paragraph names its items and lets another be added, without JavaScript too. */
export function MarkedDraft({ reading, forms, point }: Marked) {
	const { t } = useTranslation()
	const { items } = forms.body
	const editor = `/matters/${forms.matterId}/opinion`
	const cited = point === null ? '' : `&point=${point}`
	const beside = ({ anchor }: Paragraph) => (
		<>
			{items.map((item, at) =>
				item.anchor === anchor ? (
					<Link
						key={item.id}
						to={`${editor}?item=${item.id}#item-form`}
						className="mr-1 inline-block min-w-[24px] rounded-full bg-warn-soft px-2 text-center font-semibold text-warn no-underline"
						aria-label={t('review.opinion.openItem', { number: at + 1 })}
					>
						{at + 1}
					</Link>
				) : null,
			)}
			{forms.isOpen ? (
				<Link
					to={`${editor}?at=${anchor}&item=${forms.commandKey}-${anchor}${cited}#item-form`}
					aria-label={t('review.opinion.addAt', { place: placeLabel(anchor) })}
					title={t('review.opinion.addAt', { place: placeLabel(anchor) })}
					className="inline-block min-w-[24px] text-center no-underline"
				>
					＋
				</Link>
			) : null}
		</>
	)
	return (
		<DocumentView
			document={reading.document}
			images={`/matters/${forms.matterId}/images/${reading.fileSha256}`}
			beside={beside}
			marked={new Set(items.map((item) => item.anchor))}
		/>
	)
}
