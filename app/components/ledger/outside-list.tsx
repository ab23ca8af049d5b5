import { useTranslation } from 'react-i18next'
import type { Segment } from '#app/domain/redline/redline.ts'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { addressOfPlace, addressWith, useRedlineAddress } from '#app/components/redline/redline-address.ts'
import { useLedger } from './ledger-context.ts'

/** The changes that no item of the opinion asked for: a list of their own, those of substance first, each with its words. */
export function OutsideList() {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const ledger = useLedger()
	if (ledger === null || ledger.summary.outside.length === 0) return null
	const { outside, outsideCount, outsideCounts } = ledger.summary
	return (
		<Card
			title={t('redline.ledger.outside', { count: outsideCount })}
			note={t('redline.ledger.outsideCounts', outsideCounts)}
		>
			<ol className="max-h-[320px] overflow-y-auto" data-outside-list>
				{outside.map(({ id, block, place, nature, isSeen, fate, words }, at) => {
					const isGrave = nature === 'substance' || nature === 'wording'
					return (
						<li
							key={id}
							className={`flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-1 text-table last:border-b-0 ${isGrave ? '' : 'text-ink2'}`}
						>
							<span className="w-[2em] shrink-0 text-ink3">{at + 1}</span>
							<a href={addressOfPlace(address, block)} lang="zh-CN">
								{place}
							</a>
							{fate === null ? <Words words={words} /> : <span>{t(`redline.kind.${fate}`)}</span>}
							<Chip
								tone={nature === 'substance' ? 'red' : isGrave ? 'amber' : 'grey'}
								{...(isGrave ? { icon: 'alert' as const } : {})}
							>
								{t(`redline.nature.${nature}`)}
							</Chip>
							<span className={`ml-auto text-quiet ${isSeen ? 'text-ok' : 'text-ink3'}`}>
								{t(isSeen ? 'redline.ledger.isSeen' : 'redline.ledger.isUnseen')}
							</span>
						</li>
					)
				})}
			</ol>
			{outsideCount > outside.length ? (
				<p className="mt-1 text-quiet text-ink3">
					<a href={addressWith(address, { mark: 'outside' })}>
						{t('redline.ledger.moreOutside', { count: outsideCount - outside.length })}
					</a>
				</p>
			) : null}
		</Card>
	)
}

function Words({ words }: { words: readonly Segment[] }) {
	const { t } = useTranslation()
	return (
		<span lang="zh-CN" className="font-document">
			{words.map(({ kind, text }, at) => {
				if (kind === 'same') return <span key={at}>{text}</span>
				const Tag = kind === 'inserted' ? 'ins' : 'del'
				return (
					<Tag key={at} className="change">
						<span className="sr-text">{t(kind === 'inserted' ? 'redline.inserted' : 'redline.deleted')}</span>
						{text}
					</Tag>
				)
			})}
		</span>
	)
}
