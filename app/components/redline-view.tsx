import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Redline, RedlineBlock } from '#app/domain/redline/redline.ts'
import { BLOCK_KINDS } from '#app/domain/redline/redline.ts'
import { Folded } from './folded.tsx'
import { BlockKindWord, headOf, isQuiet, RedlineBlockView } from './redline-block.tsx'

type RedlineViewProps = {
	readonly redline: Redline
	readonly view: 'side' | 'inline'
	readonly show: 'changes' | 'all'
	readonly oldName: string
	readonly newName: string
	/** What stands beside a block: opinion items and their replies. */
	readonly beside?: (block: RedlineBlock) => ReactNode
}

/**
 * A comparison, article by article: side by side or in one column; what did not change is folded, or shown in full. It
 * needs no JavaScript; with it, `n` and `p` go to the next and the previous change.
 */
export function RedlineView(props: RedlineViewProps) {
	const { redline, show } = props
	const { t } = useTranslation()
	useChangeKeys()
	if (redline.identical) return <p className="px-4 py-5">{t('redline.identical')}</p>
	return (
		<div>
			{redline.bounded ? (
				<p className="mb-3 rounded bg-warn-soft px-4 py-2 text-warn">{t('redline.bounded')}</p>
			) : null}
			<p className="no-print mb-2 text-right text-quiet text-ink3 max-md:hidden">{t('redline.keys')}</p>
			<div lang="zh-CN">
				{runsOf(redline.blocks).map((run) =>
					run.isFolded && show === 'changes' ? (
						<Folded key={run.blocks[0]?.anchor} title={<FoldTitle blocks={run.blocks} />}>
							<Blocks blocks={run.blocks} {...props} />
						</Folded>
					) : (
						<Blocks key={run.blocks[0]?.anchor} blocks={run.blocks} {...props} />
					),
				)}
			</div>
		</div>
	)
}

/** How many clauses were changed in which way. */
export function RedlineCounts({ redline }: { redline: Redline }) {
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-table">
			{BLOCK_KINDS.filter((kind) => redline.counts[kind] > 0).map((kind) => (
				<li key={kind} className="inline-flex items-center gap-1 text-ink2">
					<BlockKindWord kind={kind} />
					<strong className="text-ink">{redline.counts[kind]}</strong>
				</li>
			))}
		</ul>
	)
}

function Blocks({
	blocks,
	redline,
	view,
	oldName,
	newName,
	beside,
}: RedlineViewProps & { blocks: readonly RedlineBlock[] }) {
	const changes = redline.blocks.filter((block) => !isQuiet(block)).map((block) => block.anchor)
	return (
		<>
			{blocks.map((block) => {
				const at = changes.indexOf(block.anchor)
				return (
					<RedlineBlockView
						key={block.anchor}
						block={block}
						view={view}
						oldName={oldName}
						newName={newName}
						previous={at < 0 ? undefined : changes[at - 1]}
						following={at < 0 ? undefined : changes[at + 1]}
					>
						{beside?.(block)}
					</RedlineBlockView>
				)
			})}
		</>
	)
}

function FoldTitle({ blocks }: { blocks: readonly RedlineBlock[] }) {
	const { t } = useTranslation()
	const names = blocks.map((block) => headOf(block) || t('redline.top'))
	const renumbered = blocks.filter((block) => block.kind === 'renumbered').length
	return (
		<span className="text-table text-ink2">
			{names.length <= 3
				? t('redline.folded', { names: names.join('、') })
				: t('redline.foldedRange', { first: names[0], last: names[names.length - 1], count: names.length })}
			{renumbered > 0 ? (
				<span className="ml-2 text-ink3">{t('redline.foldedRenumbered', { count: renumbered })}</span>
			) : null}
		</span>
	)
}

type Run = { readonly isFolded: boolean; readonly blocks: RedlineBlock[] }

/** Neighbours that a reader may skip, together; every change by itself. */
function runsOf(blocks: readonly RedlineBlock[]): Run[] {
	const runs: Run[] = []
	for (const block of blocks) {
		const last = runs[runs.length - 1]
		if (isQuiet(block) && last?.isFolded) last.blocks.push(block)
		else runs.push({ isFolded: isQuiet(block), blocks: [block] })
	}
	return runs
}

/** `n` and `p` move between changes, outside of fields only. */
function useChangeKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement
			if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
				return
			if (event.key !== 'n' && event.key !== 'p') return
			const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')]
			const at = changes.findIndex((change) => change === document.activeElement)
			const next = changes[event.key === 'n' ? at + 1 : Math.max(0, at - 1)]
			next?.focus({ preventScroll: true })
			next?.scrollIntoView({ block: 'center' })
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}
