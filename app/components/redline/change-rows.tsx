import { useTranslation } from 'react-i18next'
import { contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import type { RedlineBlock, Segment } from '#app/domain/redline/redline.ts'
import { Contents } from '#app/components/draft-text/changed-table.tsx'

/** A changed clause in one column: what came underlined, what went crossed. */
export function ChangeRows({ block }: { block: RedlineBlock }) {
	return (
		<Contents
			contents={contentsOf(block.tables, 0, block.rows.length)}
			showRow={(at) => {
				const row = block.rows[at]
				if (!row) return null
				return (
					<p className="whitespace-pre-wrap">
						{row.newMarker || row.oldMarker}
						<Segments segments={withoutQuiet(row.merged)} />
					</p>
				)
			}}
		/>
	)
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
