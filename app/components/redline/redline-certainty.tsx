import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { ReadBlock, ReadRow } from '#app/domain/redline-reading/reading.ts'
import { Chip } from '#app/components/frame/chips.tsx'

/** How alike the two clauses are, where that is not beyond doubt; a person's word ends the doubt. */
export function Certainty({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	if (block.isCorrected)
		return (
			<Chip tone="blue" icon="person">
				{t('redline.corrected')}
			</Chip>
		)
	const { runnerUp } = block.certainty
	if (!runnerUp) return null
	return (
		<Chip tone="amber" icon="alert">
			{block.old.length > 0 && block.new.length > 0
				? uncertainWords(block.certainty.likeness, runnerUp, t)
				: perhapsWords(runnerUp, t)}
		</Chip>
	)
}

type Other = { readonly side: 'old' | 'new'; readonly label: string; readonly likeness: number }

/** What else a match might be, beside how alike its own two sides are. */
function uncertainWords(likeness: number, { side, label, likeness: other }: Other, t: TFunction): string {
	const words = { likeness: percent(likeness), label, other: percent(other) }
	return t(side === 'old' ? 'redline.uncertainOld' : 'redline.uncertainNew', words)
}

/** Where something without a counterpart might come from, or what might have become of it. */
function perhapsWords({ side, label, likeness }: Other, t: TFunction): string {
	return t(side === 'old' ? 'redline.perhapsOld' : 'redline.perhapsNew', { label, other: percent(likeness) })
}

/** A line for each 款, 项 or 目 whose match is not certain; a person's word on its clause ends that doubt too. */
export function UncertainRows({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	const lines = block.isCorrected ? [] : block.rows.flatMap((row) => uncertainRow(row, t))
	return <Lines lines={lines} />
}

function uncertainRow({ runnerUp, ...row }: ReadRow, t: TFunction): string[] {
	if (!runnerUp) return []
	const other = { ...runnerUp, label: placeLabel(runnerUp.anchor) }
	const words = row.hasOld && row.hasNew ? uncertainWords(row.likeness, other, t) : perhapsWords(other, t)
	return [t('redline.ofPlace', { place: placeLabel(row.newAnchor ?? row.oldAnchor ?? ''), words })]
}

/** Sentences below the head of a block. */
export function Lines({ lines }: { lines: readonly string[] }) {
	if (lines.length === 0) return null
	return (
		<ul className="w-full text-quiet text-ink2">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	)
}

function percent(likeness: number): string {
	return `${Math.round(likeness * 100)}%`
}
