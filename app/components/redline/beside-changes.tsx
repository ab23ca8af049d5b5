import { useTranslation } from 'react-i18next'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'
import type { BlockTicks } from '#app/domain/redline-reading/reading.ts'
import { Card } from '#app/components/frame/card.tsx'
import { LedgerTick } from '#app/components/ledger/ledger-tick.tsx'

/** What differs beside the text of two Word files: headers, footers and images. Nothing where nothing does. */
export function BesideChanges(props: { changes: readonly BesideChange[]; ticks?: BlockTicks | null }) {
	const { t } = useTranslation()
	const { changes, ticks = null } = props
	if (changes.length === 0) return null
	return (
		<div id="beside" data-block data-change="" tabIndex={-1} data-unseen={isUnseen(ticks) ? '' : undefined}>
			<Card title={t('redline.beside.title')} aside={<LedgerTick block={{ anchor: 'beside', ticks }} />}>
				<ul className="list-disc pl-5 text-table">
					{changes.map((change) => (
						<li key={JSON.stringify(change)}>
							<BesideWords change={change} />
						</li>
					))}
				</ul>
			</Card>
		</div>
	)
}

function isUnseen(ticks: BlockTicks | null): boolean {
	return ticks !== null && ticks.seen < ticks.count
}

function BesideWords({ change }: { change: BesideChange }) {
	const { t } = useTranslation()
	if (change.kind === 'image') {
		const { fate, position, alt } = change
		return t(`redline.beside.image.${fate}`, {
			position,
			alt: alt === '' ? t('redline.beside.noWords') : alt,
		})
	}
	const { kind, section, pages } = change
	return (
		<>
			{t(`redline.beside.${kind}`, {
				section: section === null ? '' : t('redline.beside.section', { section }),
				pages: pages === null || pages === 'all' ? '' : t(`redline.beside.${pages}`),
			})}
			<del className="change">{change.old === '' ? t('redline.beside.nothing') : change.old}</del>
			{' → '}
			<ins className="change">{change.new === '' ? t('redline.beside.nothing') : change.new}</ins>
		</>
	)
}
