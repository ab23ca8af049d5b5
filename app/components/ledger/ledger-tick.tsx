import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { BlockTicks, ReadBlock } from '#app/domain/redline-reading/reading.ts'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { Icon } from '#app/components/frame/icon.tsx'
import { LEDGER } from '#app/forms/redline-forms.ts'
import { type LedgerOfReader, useLedger } from './ledger-context.ts'
import { useTick } from './use-tick.ts'

/** The tick of a block: its changes were seen, or are still to be. Nothing where nobody keeps a ledger. */
export function LedgerTick({ block }: { block: Pick<ReadBlock, 'anchor' | 'ticks'> }) {
	const ledger = useLedger()
	if (ledger === null || block.ticks === null) return null
	return <Tick anchor={block.anchor} ticks={block.ticks} ledger={ledger} />
}

type TickProps = {
	readonly anchor: string
	readonly ticks: BlockTicks
	readonly ledger: LedgerOfReader
}

function Tick({ anchor, ticks, ledger }: TickProps) {
	const { t } = useTranslation()
	const { count, seen, open, digest } = ticks
	const sent = useTick(`/matters/${ledger.matterId}/redline/autosave`, seen === count)
	const fields = {
		csrf: useFrame()?.csrf ?? '',
		key: `${ledger.commandKey}-${anchor}`.replaceAll(/[^\w-]/g, '_').slice(0, 80),
		[LEDGER.see.from.name]: ledger.pair.from,
		[LEDGER.see.to.name]: ledger.pair.to,
		[LEDGER.see.block.name]: anchor,
		[LEDGER.see.digest.name]: digest,
		[LEDGER.see.next.name]: ledger.nextOf.get(anchor) ?? anchor,
	}
	const words = sent.isSeen
		? t('redline.ledger.seen', { count })
		: seen > 0 && seen < count
			? t('redline.ledger.restUnseen', { count: count - seen })
			: t('redline.ledger.see', { count })
	const mayTakeBack = open > 0 || seen < count
	return (
		<Form
			method="post"
			onSubmit={sent.onSubmit}
			preventScrollReset
			className="no-print inline-flex items-center"
		>
			{Object.entries(fields).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
			{sent.isRefused || sent.isUnsaved ? (
				<span role="status" className="mr-2 text-quiet text-warn">
					{t(sent.isRefused ? 'redline.ledger.refused' : 'redline.ledger.unsaved')}
				</span>
			) : null}
			{sent.isSeen && !mayTakeBack ? (
				<span className="inline-flex items-center gap-1 text-table text-ok">
					<Box isOn />
					{words}
				</span>
			) : (
				<button
					name={LEDGER.see.intent.name}
					value={sent.isSeen ? LEDGER.unsee.intent.said : LEDGER.see.intent.said}
					data-tick={sent.isSeen ? 'unsee' : 'see'}
					aria-pressed={sent.isSeen}
					title={sent.isSeen ? t('redline.ledger.takeBack') : undefined}
					className={`inline-flex min-h-[28px] items-center gap-1 rounded px-1 text-table max-md:min-h-[44px] ${sent.isSeen ? 'text-ok' : 'text-ink2'}`}
				>
					<Box isOn={sent.isSeen} />
					{words}
				</button>
			)}
		</Form>
	)
}

function Box({ isOn }: { isOn: boolean }) {
	return (
		<span
			aria-hidden
			className={`inline-flex h-[16px] w-[16px] items-center justify-center rounded-[3px] border ${isOn ? 'border-accent bg-accent text-on-accent' : 'border-control bg-surface'}`}
		>
			{isOn ? <Icon name="check" className="h-[12px] w-[12px]" /> : null}
		</span>
	)
}
