import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadBlock, type Reading, AROUND, READING_VIEWS } from '#app/domain/redline-reading/reading.ts'
import { Card } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { PrintButton } from '#app/components/frame/print-button.tsx'
import {
	type AddressChange,
	type RedlineAddress,
	addressWith,
	RedlineAddressContext,
	useRedlineAddress,
} from './redline-address.ts'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { LedgerBar } from '#app/components/ledger/ledger-bar.tsx'
import { LedgerContext, type LedgerOfReader } from '#app/components/ledger/ledger-context.ts'
import { OutsideList } from '#app/components/ledger/outside-list.tsx'
import { RedlineCounts } from './redline-counts.tsx'
import { type FurtherKey, RedlineKeys } from './redline-keys.tsx'
import { RedlineOutline, RedlineParts } from './redline-outline.tsx'
import { RedlineView } from './redline-view.tsx'

/** A text that is compared: what it is called, and its hash. */
export type TextName = { readonly name: string; readonly sha256: string }

type Texts = { readonly old: TextName; readonly new: TextName }

/** A reader's ledger with what its forms carry. */
export type ReaderLedgerForms = Omit<LedgerOfReader, 'nextOf'> & { readonly answer: FormAnswer | undefined }

/**
 * A comparison with everything that a reader can choose: view, how much around, filters, parts, keys. Each choice is an
 * address. `beside` stands beside a block, `above` over all of them.
 */
export function RedlineReader(props: {
	reading: Reading
	address: Omit<RedlineAddress, 'isCut'>
	texts: Texts
	mayCorrect?: boolean
	beside?: (block: ReadBlock) => ReactNode
	noteFor?: (block: ReadBlock) => string
	papers?: ReactNode
	above?: ReactNode
	furtherKeys?: readonly FurtherKey[]
	/** What the reader has seen, where they keep a ledger; `answer` is that to its forms. */
	ledger?: ReaderLedgerForms | null
}) {
	const { t } = useTranslation()
	const { reading, address, texts, mayCorrect = false, beside, noteFor, papers, above, ledger = null } = props
	const { furtherKeys = [] } = props
	const names = { old: texts.old.name, new: texts.new.name }
	const here = { ...address, isCut: reading.parts.length > 1 && reading.part !== 'all' }
	return (
		<RedlineAddressContext.Provider value={here}>
			<LedgerContext.Provider value={ledger && { ...ledger, nextOf: nextOf(reading) }}>
				<ChoiceBar address={address} furtherKeys={furtherKeys} papers={papers} />
				<CountsCard reading={reading} texts={texts} />
				<LedgerBar answer={ledger?.answer} />
				{above}
				<OutsideList />
				<RedlineParts reading={reading} label={t('redline.part.label')} />
				<div className="grid grid-cols-1 gap-4 lg:grid-cols-[210px_minmax(0,1fr)] print:block">
					<RedlineOutline reading={reading} {...(noteFor ? { noteFor } : {})} />
					<RedlineView
						reading={reading}
						view={address.view}
						names={names}
						mayCorrect={mayCorrect}
						{...(beside ? { beside } : {})}
					/>
				</div>
				<RedlineParts reading={reading} label={t('redline.part.label')} />
			</LedgerContext.Provider>
		</RedlineAddressContext.Provider>
	)
}

/** How the comparison is shown, its keys, its papers. */
function ChoiceBar({
	address,
	furtherKeys,
	papers,
}: {
	address: Omit<RedlineAddress, 'isCut'>
	furtherKeys: readonly FurtherKey[]
	papers: ReactNode
}) {
	const { t } = useTranslation()
	return (
		<div className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-table">
			{/* Where there is room for one column only, there is nothing to choose. */}
			<span className="max-lg:hidden">
				<Toggle label={t('redline.view.label')}>
					{READING_VIEWS.map((view) => (
						<Choice key={view} isOn={address.view === view} change={{ view }}>
							{t(`redline.view.${view}`)}
						</Choice>
					))}
				</Toggle>
			</span>
			<Toggle label={t('redline.around.label')}>
				{AROUND.map((around) => (
					<Choice key={around} isOn={address.choice.around === around} change={{ around }}>
						{t(`redline.around.${around}`)}
					</Choice>
				))}
			</Toggle>
			<span className="ml-auto flex flex-wrap items-center gap-3">
				<RedlineKeys further={furtherKeys} />
				{papers}
				<PrintButton label={t('shell.action.print')} />
			</span>
		</div>
	)
}

function CountsCard({ reading, texts }: { reading: Reading; texts: Texts }) {
	const { t } = useTranslation()
	return (
		<Card
			title={t('review.redline.counts')}
			aside={
				<span>
					{texts.old.name} <HashText hash={texts.old.sha256} /> → {texts.new.name}{' '}
					<HashText hash={texts.new.sha256} />
				</span>
			}
		>
			<RedlineCounts summary={reading.summary} />
			<p className="print-only font-mono text-quiet">
				{texts.old.name} {texts.old.sha256}
				<br />
				{texts.new.name} {texts.new.sha256}
			</p>
		</Card>
	)
}

/** From each block the next one with a change that was not seen, so that a reader without script goes on after a tick. */
function nextOf(reading: Reading): ReadonlyMap<string, string> {
	const blocks = reading.entries.flatMap((entry) => (entry.kind === 'block' ? [entry.block] : []))
	const next = new Map<string, string>()
	let following: string | null = null
	for (const { anchor, ticks } of blocks.reverse()) {
		if (following !== null) next.set(anchor, following)
		if (ticks && ticks.seen < ticks.count) following = anchor
	}
	return next
}

function Toggle({ label, children }: { label: string; children: ReactNode }) {
	return (
		<span
			role="group"
			aria-label={label}
			className="inline-flex overflow-hidden rounded border border-control"
		>
			{children}
		</span>
	)
}

function Choice({ isOn, change, children }: { isOn: boolean; change: AddressChange; children: ReactNode }) {
	const address = useRedlineAddress()
	return (
		<Link
			to={addressWith(address, change)}
			aria-current={isOn ? 'true' : undefined}
			className={`px-3 py-1 no-underline max-md:py-2 ${isOn ? 'bg-accent-soft font-semibold shadow-[inset_0_-2px_0_currentColor]' : 'bg-surface text-ink2'}`}
		>
			{children}
		</Link>
	)
}
