import { useTranslation } from 'react-i18next'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import type { RedlineBlock, Segment } from '#app/domain/redline/redline.ts'

/** A changed clause in one column: what came underlined, what went crossed. */
export function ChangeRows({ block }: { block: RedlineBlock }) {
	return block.rows.map((row, index) => (
		<p key={index} className="whitespace-pre-wrap">
			{row.newMarker || row.oldMarker}
			<Segments segments={withoutQuiet(row.merged)} />
		</p>
	))
}

/** More than colour: an underline or a slash for the eye, a word for the ear. */
function Segments({ segments }: { segments: readonly Segment[] }) {
	const { t } = useTranslation()
	return segments.map((segment, index) => {
		if (segment.kind === 'same') return <span key={index}>{segment.text}</span>
		const Tag = segment.kind === 'inserted' ? 'ins' : 'del'
		return (
			<Tag key={index} className="change">
				<span className="sr-text">{t(`intake.replies.mark.${segment.kind}`)}</span>
				{segment.text}
			</Tag>
		)
	})
}
