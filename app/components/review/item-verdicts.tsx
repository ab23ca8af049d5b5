import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { ItemKindChip, ReplyChip } from '#app/components/frame/chips.tsx'
import { RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { useIsInBrowser } from '#app/components/ledger/use-is-in-browser.ts'
import { RECHECK_VERDICTS, type RecheckVerdict } from '#app/domain/opinion/reply.ts'
import { fieldAt } from '#app/forms/form.ts'
import { RECHECK } from '#app/forms/opinion-forms.ts'
import type { OpinionItemRow } from './opinion-item.tsx'
import { useVerdictKeys } from './verdict-keys.ts'

/** The verdicts that stand in the form and were not sent yet, by item. */
export type ChosenVerdicts = ReadonlyMap<string, RecheckVerdict>

/**
 * The reviewer's verdict on each item: how many have one, and on demand only those without. What was given one stays in
 * sight until the list is asked for anew, for its note is still to be written.
 */
export function ItemVerdicts(props: {
	items: readonly OpinionItemRow[]
	chosen: ChosenVerdicts
	onChoose: (chosen: ChosenVerdicts) => void
}) {
	const { t } = useTranslation()
	const { items, chosen, onChoose } = props
	const [hidden, setHidden] = useState<ReadonlySet<string> | null>(null)
	const form = useRef<HTMLDivElement>(null)
	const isInBrowser = useIsInBrowser()
	useVerdictKeys(form)
	// A browser that goes back to the page, or loads it anew, brings back what was chosen.
	useEffect(() => {
		const kept = verdictsIn(form.current)
		if (kept.size > 0) onChoose(kept)
	}, [onChoose])
	const open = items.length - chosen.size
	const choose = (event: FormEvent) => {
		const { target } = event
		const id = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-verdict-of]') : null
		const verdict = target instanceof HTMLInputElement ? verdictOf(target.value) : undefined
		if (id && verdict) onChoose(new Map([...chosen, [id.dataset['verdictOf'] ?? '', verdict]]))
	}
	return (
		<Card title={t('review.recheck.items', { count: items.length })}>
			{isInBrowser && items.length > 0 ? (
				<p className="no-print mb-2 flex flex-wrap items-baseline gap-x-3 text-table">
					<span role="status">
						{t('redline.verdicts.judged', { count: items.length, judged: chosen.size })}
					</span>
					<Filter isOn={hidden === null} onPress={() => setHidden(null)}>
						{t('redline.ledger.all')}
					</Filter>
					<Filter isOn={hidden !== null} onPress={() => setHidden(new Set(chosen.keys()))}>
						{t('redline.verdicts.unjudged', { count: open })}
					</Filter>
				</p>
			) : null}
			<div ref={form} onChange={choose}>
				{items.map((item) => (
					<ItemVerdict key={item.id} item={item} isHidden={hidden?.has(item.id) ?? false} />
				))}
			</div>
			{items.length === 0 ? <p className="text-table">{t('review.opinions.noItems')}</p> : null}
		</Card>
	)
}

function verdictsIn(form: HTMLElement | null): ChosenVerdicts {
	const fields = [...(form?.querySelectorAll<HTMLElement>('[data-verdict-of]') ?? [])]
	return new Map(
		fields.flatMap((field) => {
			const verdict = verdictOf(field.querySelector<HTMLInputElement>(':checked')?.value ?? '')
			return verdict ? [[field.dataset['verdictOf'] ?? '', verdict] as const] : []
		}),
	)
}

function verdictOf(value: string): RecheckVerdict | undefined {
	return RECHECK_VERDICTS.find((each) => each === value)
}

function Filter({ isOn, onPress, children }: { isOn: boolean; onPress: () => void; children: string }) {
	return (
		<button
			type="button"
			aria-pressed={isOn}
			onClick={onPress}
			className={isOn ? 'font-semibold' : 'text-accent underline'}
		>
			{children}
		</button>
	)
}

function ItemVerdict({ item, isHidden }: { item: OpinionItemRow; isHidden: boolean }) {
	const { t } = useTranslation()
	const mayRetain = item.reply !== null && item.reply.answer !== 'adopted'
	return (
		<div className="mb-2 border-b border-line pb-2" data-verdict-of={item.id} hidden={isHidden} tabIndex={-1}>
			<p className="flex flex-wrap items-baseline gap-2 text-table">
				<span className="font-semibold">{item.position}</span>
				<ItemKindChip kind={item.kind} />
				<span lang="zh-CN">{item.place}</span>
				{item.reply ? <ReplyChip answer={item.reply.answer} /> : null}
			</p>
			<RadioRow
				name={fieldAt(RECHECK.propose.item, item.id)}
				legend={t('review.recheck.verdict', { number: item.position })}
				isHidden
				choices={RECHECK_VERDICTS.filter((each) => each !== 'retained' || mayRetain).map((value) => ({
					value,
					label: t(`words.verdict.${value}`),
				}))}
			/>
			<TextArea
				name={fieldAt(RECHECK.propose.note, item.id)}
				rows={1}
				label={t('review.recheck.itemNote', { number: item.position })}
			/>
		</div>
	)
}
