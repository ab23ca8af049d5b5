import { useTranslation } from 'react-i18next'
import { fullNameOf, openingOf } from '#app/domain/redline-reading/clause-names.ts'
import { blocksOf } from '#app/domain/redline-reading/cut-into-parts.ts'
import { isQuiet } from '#app/domain/redline-reading/place-items.ts'
import type { ReadBlock, Reading } from '#app/domain/redline-reading/reading.ts'
import { addressWith, useRedlineAddress } from './redline-address.ts'

/** The clauses of what is shown as links to their places, with what became of them; for screens with room for it. */
export function RedlineOutline({
	reading,
	noteFor,
}: {
	reading: Reading
	noteFor?: (block: ReadBlock) => string
}) {
	const { t } = useTranslation()
	const blocks = reading.entries.flatMap(blocksOf).filter((block) => fullNameOf(block) !== '')
	return (
		<nav
			aria-label={t('redline.outline')}
			className="no-print sticky top-4 max-h-[calc(100vh-28px)] self-start overflow-y-auto text-table max-lg:hidden"
		>
			<h2 className="px-2 pb-1 text-quiet text-ink3">{t('redline.outline')}</h2>
			<ol>
				{blocks.map((block) => (
					<OutlineLine key={block.anchor} block={block} note={noteFor?.(block) ?? ''} />
				))}
			</ol>
		</nav>
	)
}

function OutlineLine({ block, note }: { block: ReadBlock; note: string }) {
	const { t } = useTranslation()
	const name = fullNameOf(block) + openingOf(block)
	const hasStale = block.references.some((finding) => finding.status !== 'followed')
	const words = [
		block.kind === 'unchanged' ? '' : t(`redline.kind.${block.kind}`),
		hasStale ? t('redline.mark.reference') : '',
		note,
	]
	return (
		<li>
			<a
				href={`#${block.anchor}`}
				className={`flex justify-between gap-2 rounded px-2 py-1 no-underline hover:bg-accent-soft ${isQuiet(block) ? 'text-ink3' : 'text-ink'}`}
			>
				<span>{block.new.length > 0 ? name : <del className="change">{name}</del>}</span>
				<span className={`shrink-0 text-right text-quiet ${hasStale ? 'text-warn' : 'text-ink3'}`}>
					{words.filter(Boolean).join(' · ')}
				</span>
			</a>
		</li>
	)
}

/** The parts of a long text: the one before, the one after, and all of them by name. */
export function RedlineParts({ reading, label }: { reading: Reading; label: string }) {
	const { t } = useTranslation()
	const address = useRedlineAddress()
	const { part, parts, mayShowAll } = reading
	if (parts.length < 2) return null
	const current = part === 'all' ? 0 : part
	const nameOf = (at: number) => {
		const { first, last } = parts[at - 1] ?? { first: '', last: '' }
		return first === last ? first : t('redline.part.range', { first, last })
	}
	return (
		<nav
			aria-label={label}
			className="no-print mb-3 rounded-card border border-line bg-surface px-4 py-2 text-table"
		>
			<p className="flex flex-wrap items-center gap-x-4 gap-y-1">
				<span>
					{current === 0
						? t('redline.part.all', { of: parts.length })
						: t('redline.part.here', { part: current, of: parts.length, names: nameOf(current) })}
				</span>
				{current > 1 ? (
					<a href={addressWith(address, { part: current - 1 })} data-part="previous">
						{t('redline.part.previous')}
					</a>
				) : null}
				{current > 0 && current < parts.length ? (
					<a href={addressWith(address, { part: current + 1 })} data-part="next">
						{t('redline.part.next')}
					</a>
				) : null}
				{mayShowAll && current > 0 ? (
					<a href={addressWith(address, { part: 'all' })}>{t('redline.part.showAll')}</a>
				) : null}
			</p>
			<details className="mt-1">
				<summary className="cursor-pointer text-quiet text-ink2">{t('redline.part.list')}</summary>
				<ol className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-quiet">
					{parts.map((each, at) => (
						<li key={`${each.first}-${at}`}>
							<a
								href={addressWith(address, { part: at + 1 })}
								aria-current={at + 1 === current ? 'true' : undefined}
								lang="zh-CN"
							>
								{nameOf(at + 1) || at + 1}
							</a>
						</li>
					))}
				</ol>
			</details>
		</nav>
	)
}
