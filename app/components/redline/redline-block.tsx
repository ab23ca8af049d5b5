import type { ReactNode } from 'react'
import type { ReadBlock, ReadingView } from '#app/domain/redline-reading/reading.ts'
import { isQuiet } from '#app/domain/redline-reading/place-items.ts'
import type { ClauseRef, RedlineRow } from '#app/domain/redline/redline.ts'
import { contentsOf } from '#app/domain/redline-reading/block-contents.ts'
import { Contents } from '#app/components/draft-text/changed-table.tsx'
import { RedlineHead } from './redline-head.tsx'
import { MergedLine, NewLine, OldLine } from './redline-line.tsx'

/** Clauses that belong together on both sides, with what stands beside them. */
export function RedlineBlockView(props: {
	block: ReadBlock
	view: ReadingView
	names: { old: string; new: string }
	shownChanges: number
	mayCorrect: boolean
	children: ReactNode
}) {
	const { block, view, names, shownChanges, mayCorrect, children } = props
	return (
		<article
			id={block.anchor}
			data-block
			data-change={isQuiet(block) ? undefined : ''}
			data-unseen={block.ticks && block.ticks.seen < block.ticks.count ? '' : undefined}
			data-outside={block.outside.length > 0 ? '' : undefined}
			tabIndex={-1}
			className="redline-block relative mb-3 rounded-card border border-line bg-surface"
		>
			<RedlineHead block={block} shownChanges={shownChanges} mayCorrect={mayCorrect} />
			{view === 'side' ? <SideBySide block={block} names={names} /> : <OneColumn block={block} />}
			{children ? <div className="border-t border-line px-4 py-2 empty:hidden">{children}</div> : null}
		</article>
	)
}

function OneColumn({ block }: { block: ReadBlock }) {
	const labels = labelsOf(block)
	return (
		<div className="px-4 py-2 font-document text-document">
			<Contents
				contents={contentsOf(block.tables, 0, block.rows.length)}
				showRow={(at) => <MergedRow block={block} at={at} labels={labels} />}
			/>
		</div>
	)
}

function MergedRow({ block, at, labels }: { block: ReadBlock; at: number; labels: readonly Labels[] }) {
	const row = block.rows[at]
	if (!row) return null
	const isGone = block.new.length === 0
	return <MergedLine block={block} row={row} at={at} labels={labels[at] ?? NO_LABELS} isGone={isGone} />
}

/** Two columns; where there is room for one only, the older one is gone and its words stand in the newer one. A table of both stands across them. */
function SideBySide({ block, names }: { block: ReadBlock; names: { old: string; new: string } }) {
	const labels = labelsOf(block)
	return (
		<table className="w-full table-fixed border-collapse font-document text-document">
			<thead className="sr-text">
				<tr>
					<th scope="col" className="two-columns">
						{names.old}
					</th>
					<th scope="col">{names.new}</th>
				</tr>
			</thead>
			<tbody>
				{contentsOf(block.tables, 0, block.rows.length).map((content) => {
					if ('table' in content)
						return (
							<tr key={content.table.from}>
								<td colSpan={2} className="px-4 py-1">
									<Contents
										contents={[content]}
										showRow={(at) => <MergedRow block={block} at={at} labels={labels} />}
									/>
								</td>
							</tr>
						)
					const at = content.row
					const row = block.rows[at]
					if (!row) return null
					const line = { block, row, at, labels: labels[at] ?? NO_LABELS }
					return (
						<tr key={at} className="align-top">
							<td className="two-columns w-1/2 border-r border-line px-4 py-1">
								{row.hasOld ? <OldLine {...line} /> : null}
							</td>
							<td className="px-4 py-1 lg:w-1/2">
								<NewLine {...line} />
							</td>
						</tr>
					)
				})}
			</tbody>
		</table>
	)
}

type Labels = { readonly old: string | undefined; readonly new: string | undefined }

type Side = 'old' | 'new'

const NO_LABELS: Labels = { old: undefined, new: undefined }

/** The number of each clause, at the row where the clause begins. A section's stands there already, as its marker. */
function labelsOf(block: ReadBlock): Labels[] {
	const old = labelsOn(block.old, block.rows, 'old')
	const fresh = labelsOn(block.new, block.rows, 'new')
	return block.rows.map((_row, at) => ({ old: old[at], new: fresh[at] }))
}

function labelsOn(
	refs: readonly ClauseRef[],
	rows: readonly Pick<RedlineRow, `${Side}Anchor` | `${Side}Marker`>[],
	side: Side,
): (string | undefined)[] {
	const left = new Set(refs)
	return rows.map((row) => {
		const anchor = row[`${side}Anchor`] ?? ''
		const begun = [...left].find((ref) => anchor === ref.anchor || anchor.startsWith(`${ref.anchor}-p`))
		if (!begun) return undefined
		left.delete(begun)
		return begun.label === row[`${side}Marker`].replace(/\s/g, '') ? undefined : begun.label
	})
}
