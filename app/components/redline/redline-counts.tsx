import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadingSummary, READING_MARKS } from '#app/domain/redline-reading/reading.ts'
import { BLOCK_KINDS, CHANGE_NATURES } from '#app/domain/redline/redline.ts'
import { Icon } from '#app/components/frame/icon.tsx'
import { type AddressChange, addressWith, useRedlineAddress } from './redline-address.ts'
import { BlockKindWord } from './redline-head.tsx'

/** How many clauses were changed in which way; each count is a filter, and pressed again it is none. */
export function RedlineCounts({ summary }: { summary: ReadingSummary }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const { choice } = address
	const { counts, marks, changes, quiet } = summary
	return (
		<div className="text-table text-ink2">
			<ul aria-label={t('redline.byKind')} className="flex flex-wrap items-center gap-x-4 gap-y-1">
				<li>
					<strong className="text-ink">{t('redline.changes', { count: changes })}</strong>
				</li>
				{BLOCK_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
					<Count
						key={kind}
						isOn={choice.kind === kind}
						change={{ kind: choice.kind === kind ? null : kind }}
						count={counts[kind]}
					>
						<BlockKindWord kind={kind} />
					</Count>
				))}
				{READING_MARKS.filter((mark) => marks[mark] > 0).map((mark) => (
					<Count
						key={mark}
						isOn={choice.mark === mark}
						change={{ mark: choice.mark === mark ? null : mark }}
						count={marks[mark]}
						isWarning={mark !== 'corrected'}
					>
						<Icon name={mark === 'corrected' ? 'person' : 'alert'} className="h-[14px] w-[14px]" />
						{t(`redline.mark.${mark}`)}
					</Count>
				))}
			</ul>
			<NatureCounts summary={summary} />
			{quiet > 0 ? (
				<p className="mt-1 text-ink3">
					{t('redline.quiet', { count: quiet })}{' '}
					<a
						className="no-print"
						href={addressWith(address, { quiet: choice.quiet === 'shown' ? null : 'shown' })}
						aria-current={choice.quiet === 'shown' ? 'true' : undefined}
					>
						{t(choice.quiet === 'shown' ? 'redline.hideQuiet' : 'redline.showQuiet')}
					</a>
				</p>
			) : null}
			<p className="no-print mt-1 text-quiet text-ink3">{t('redline.natureIsAdvice')}</p>
		</div>
	)
}

/** How many changes are of which nature, what matters most first. */
function NatureCounts({ summary: { natures, edits } }: { summary: ReadingSummary }) {
	const { t } = useTranslation()
	const { choice } = useRedlineAddress()
	const shown = CHANGE_NATURES.filter((nature) => nature !== 'none' && natures[nature] > 0).reverse()
	if (shown.length === 0) return null
	return (
		<ul aria-label={t('redline.byNature')} className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
			<li className="text-ink3">{t('redline.byNature')}</li>
			{shown.map((nature) => (
				<Count
					key={nature}
					isOn={choice.nature === nature}
					change={{ nature: choice.nature === nature ? null : nature }}
					count={natures[nature]}
				>
					{t(`redline.nature.${nature}`)}
				</Count>
			))}
			<li className="text-ink3">{t('redline.edits', edits)}</li>
		</ul>
	)
}

function Count(props: {
	isOn: boolean
	change: AddressChange
	count: number
	isWarning?: boolean
	children: ReactNode
}) {
	const { isOn, change, count, isWarning = false, children } = props
	const address = useRedlineAddress()
	return (
		<li>
			<a
				href={addressWith(address, change)}
				aria-current={isOn ? 'true' : undefined}
				className={`inline-flex min-h-[28px] items-center gap-1 rounded-chip px-1 no-underline max-md:min-h-[36px] ${isWarning ? 'text-warn' : 'text-ink2'} ${isOn ? 'bg-accent-soft shadow-[inset_0_-2px_0_currentColor]' : ''}`}
			>
				{children}
				<strong className={isWarning ? 'text-warn' : 'text-ink'}>{count}</strong>
			</a>
		</li>
	)
}
