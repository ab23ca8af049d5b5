import { useTranslation } from 'react-i18next'
import { headOf } from '#app/domain/redline-reading/clause-names.ts'
import { countEdits } from '#app/domain/redline/compare/settle-segments.ts'
import type { ReadBlock } from '#app/domain/redline-reading/reading.ts'
import { isQuiet } from '#app/domain/redline-reading/place-items.ts'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { BlockKind } from '#app/domain/redline/redline.ts'
import { Chip } from '#app/components/frame/chips.tsx'
import { type IconName, Icon } from '#app/components/frame/icon.tsx'
import { addressOfPlace, addressToSend, addressWith, useRedlineAddress } from './redline-address.ts'
import { Certainty, Lines, UncertainRows } from './redline-certainty.tsx'
import { LedgerTick } from '#app/components/ledger/ledger-tick.tsx'
import { referenceWords } from './redline-line.tsx'

const KIND_ICONS: Record<BlockKind, IconName> = {
	unchanged: 'minus',
	renumbered: 'hash',
	modified: 'pen',
	moved: 'move',
	split: 'split',
	merged: 'merge',
	added: 'plus',
	deleted: 'minus',
}

/** What became of a clause: icon and word. */
export function BlockKindWord({ kind }: { kind: BlockKind }) {
	const { t } = useTranslation()
	return (
		<span className="inline-flex items-center gap-1">
			<Icon name={KIND_ICONS[kind]} className="h-[14px] w-[14px]" />
			{t(`redline.kind.${kind}`)}
		</span>
	)
}

/** The head of a block: its numbers, what became of it and what a reader should look at, and its links. */
export function RedlineHead(props: { block: ReadBlock; shownChanges: number; mayCorrect: boolean }) {
	const { t } = useTranslation()
	const { block, shownChanges, mayCorrect } = props
	const quiet = isQuiet(block)
	return (
		<header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-sunken px-4 py-1 text-table">
			<h3 className="font-semibold">{headOf(block) || t('redline.top')}</h3>
			<span className={quiet ? 'text-ink3' : 'rounded-chip border border-line bg-surface px-2 text-ink2'}>
				<BlockKindWord kind={block.kind} />
			</span>
			<EditCount block={block} />
			{quiet ? null : <span className="text-quiet text-ink3">{t(`redline.nature.${block.nature}`)}</span>}
			<MovedFrom block={block} />
			<Certainty block={block} />
			<Marks block={block} />
			<span className="no-print ml-auto flex flex-wrap items-center gap-x-3 text-quiet">
				{block.changeNo === null ? null : (
					<span className="text-ink3">{t('redline.changeNo', { no: block.changeNo, of: shownChanges })}</span>
				)}
				<LedgerTick block={block} />
				<HeadLinks block={block} mayCorrect={mayCorrect} />
			</span>
			<References block={block} />
			<UncertainRows block={block} />
		</header>
	)
}

function HeadLinks({ block, mayCorrect }: { block: ReadBlock; mayCorrect: boolean }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const canCorrect = mayCorrect && [...block.old, ...block.new].some((clause) => !clause.isHeading)
	return (
		<>
			{canCorrect ? (
				<a href={addressWith(address, { correct: block.anchor, at: block.anchor }, block.anchor)}>
					{t('redline.correct.link')}
				</a>
			) : null}
			<a href={addressToSend(address, block.anchor)} data-copies className="inline-flex items-center gap-1">
				<Icon name="file" className="h-[14px] w-[14px]" />
				{t('redline.copyLink')}
			</a>
		</>
	)
}

function EditCount({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	const [inserted, deleted] = [lengthOf(block, 'inserted'), lengthOf(block, 'deleted')]
	if (inserted + deleted === 0) return null
	return <span className="text-quiet text-ink3">{t('redline.edits', { inserted, deleted })}</span>
}

function MovedFrom({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	if (!block.movedFrom) return null
	return (
		<a href={addressOfPlace(address, block.movedFrom.anchor)} className="text-quiet">
			{t('redline.movedFrom', { label: block.movedFrom.label })}
		</a>
	)
}

function Marks({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	const hasStale = block.references.some((finding) => finding.status !== 'followed')
	const places = block.outside === 'all' ? [] : block.outside.map(placeLabel)
	return (
		<>
			{hasStale ? (
				<Chip tone="amber" icon="alert">
					{t('redline.mark.reference')}
				</Chip>
			) : null}
			{block.lookAlikes.length > 0 ? (
				<Chip tone="red" icon="alert">
					{t('redline.mark.look-alike')}
				</Chip>
			) : null}
			{block.outside === 'all' ? (
				<Chip tone="amber" icon="alert">
					{t('redline.outsideAll')}
				</Chip>
			) : null}
			{places.length > 0 ? (
				<Chip tone="amber" icon="alert">
					{t('redline.outsidePlaces', { places: places.join('、') })}
				</Chip>
			) : null}
			{block.itemIds.length > 0 && isQuiet(block) ? (
				<Chip tone="amber" icon="alert">
					{t('redline.untouched')}
				</Chip>
			) : null}
		</>
	)
}

/** A line for each reference that leads elsewhere now, or that was changed to follow a renumbering. */
function References({ block }: { block: ReadBlock }) {
	const { t } = useTranslation()
	return <Lines lines={[...new Set(block.references.map((finding) => referenceWords(finding, t)))]} />
}

function lengthOf(block: ReadBlock, kind: 'inserted' | 'deleted'): number {
	return block.rows.reduce((sum, { merged }) => sum + countEdits(merged, kind), 0)
}
