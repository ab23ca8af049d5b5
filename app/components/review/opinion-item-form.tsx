import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { placeLabel } from '#app/domain/legal-text/place.ts'
import type { ReviewPoint } from '#app/domain/materials/checklist.ts'
import { ITEM_KINDS } from '#app/domain/opinion/conclusion.ts'
import type { ItemBody } from '#app/domain/opinion/opinion-body.ts'
import { isComplete } from '#app/domain/opinion/readiness.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { Chip, ItemKindChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import type { HitRow } from '#app/components/draft-text/precheck-hits.tsx'
import { about, sending } from '#app/forms/form.ts'
import { OPINION } from '#app/forms/opinion-forms.ts'
import { useWording } from '#app/locales/use-wording.ts'
import type { EditorForms } from './opinion-forms.tsx'

type Typed = Pick<ItemBody, 'kind' | 'quote' | 'problem' | 'ground' | 'suggestion'>

const NEW_ITEM: Typed = { kind: 'must', quote: '', problem: '', ground: '', suggestion: '' }

type FormsOfItems = { readonly forms: EditorForms; readonly points: readonly ReviewPoint[] }

type Begun = {
	readonly id: string
	readonly at: string | null
	readonly point: string | null
	/** What the pre-check said, when the item was begun with it. */
	readonly hit: HitRow | null
}

/** The form of one item, at the place or for the review point where it was begun. */
export function ItemForm({ forms, points, begun }: FormsOfItems & { begun: Begun }) {
	const { t } = useTranslation()
	const { id, at, point, hit } = begun
	const stored = forms.body.items.find((item) => item.id === id)
	const anchor = stored?.anchor ?? at ?? 'top-1'
	const carried: Partial<Typed> | null = hit && {
		kind: hit.level === 'E' ? 'must' : 'advice',
		quote: hit.sentence,
		problem: t('precheck.problem', { name: hit.says.name.zh, rule: hit.rule }),
		ground: hit.says.ground,
	}
	const value = { ...NEW_ITEM, ...carried, points: point === null ? [] : [point], ...stored }
	return (
		<Card
			id="item-form"
			title={stored ? t('review.opinion.changeItem') : t('review.opinion.newItem')}
			note={placeLabel(anchor)}
			aside={<Link to={`/matters/${forms.matterId}/opinion#${anchor}`}>{t('review.opinion.closeItem')}</Link>}
		>
			<CommandForm
				answer={forms.answer}
				about={about(OPINION.item, { id })}
				key={id}
				commandKey={`${forms.commandKey}-item`}
			>
				<HiddenField name={OPINION.item.anchor} value={anchor} />
				<ItemWords value={value} />
				<CitedPoints points={points} cited={value.points} />
				<Button look="filled">{t('review.opinion.saveItem')}</Button>
			</CommandForm>
			{stored ? (
				<CommandForm commandKey={`${forms.commandKey}-drop`} className="mt-2">
					<HiddenField name={OPINION['item-dropped'].id} value={id} />
					<Button {...sending(OPINION['item-dropped'])} look="danger">
						{t('review.opinion.dropItem')}
					</Button>
				</CommandForm>
			) : null}
		</Card>
	)
}

/** What an item says: how much it binds, of which words, what is wrong, by which law, and what to write. */
function ItemWords({ value }: { value: Typed }) {
	const { t } = useTranslation()
	return (
		<>
			<RadioRow
				name={OPINION.item.kind}
				legend={t('review.opinion.kind')}
				value={value.kind}
				choices={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`words.itemKind.${kind}`) }))}
			/>
			<TextArea
				name={OPINION.item.quote}
				rows={2}
				optional
				label={t('review.opinion.quote')}
				defaultValue={value.quote}
			/>
			<TextArea
				name={OPINION.item.problem}
				rows={4}
				label={t('review.opinion.problem')}
				hint={t('review.opinion.problemHint')}
				defaultValue={value.problem}
			/>
			<TextArea
				name={OPINION.item.ground}
				rows={2}
				label={t('review.opinion.ground')}
				hint={t('review.opinion.groundHint')}
				defaultValue={value.ground}
			/>
			<TextArea
				name={OPINION.item.suggestion}
				rows={2}
				optional
				label={t('review.opinion.suggestion')}
				defaultValue={value.suggestion}
			/>
		</>
	)
}

function CitedPoints({ points, cited }: { points: readonly ReviewPoint[]; cited: readonly string[] }) {
	const { t } = useTranslation()
	const wording = useWording()
	return (
		<fieldset className="m-0 mb-3 border-0 p-0">
			<legend className="text-table font-semibold">{t('review.opinion.cites')}</legend>
			<p className="text-quiet text-ink3">{t('review.opinion.citesHint')}</p>
			{points.map(({ code, name }) => (
				<CheckBox
					key={code}
					id={`cites-${code}`}
					name={OPINION.item.points}
					value={code}
					label={wording(name)}
					isChecked={cited.includes(code)}
				/>
			))}
		</fieldset>
	)
}

/** The items so far; what one of them lacks stands beside it. */
export function ItemList({ forms, points }: FormsOfItems) {
	const { t } = useTranslation()
	const { items } = forms.body
	return (
		<Card
			title={t('review.opinion.items')}
			note={t('review.opinion.itemCount', { count: items.length })}
			padded={false}
			id="items"
		>
			{items.length === 0 ? (
				<p className="px-4 py-3 text-table text-ink2">{t('review.opinion.noItems')}</p>
			) : null}
			<ol>
				{items.map((item, at) => (
					<li
						key={item.id}
						id={`item-${item.id}`}
						className="border-b border-line px-4 py-2 text-table last:border-b-0"
					>
						<ItemLine item={item} number={at + 1} isWhole={isComplete(item, points)} />
						{forms.isOpen ? (
							<Link to={`/matters/${forms.matterId}/opinion?item=${item.id}#item-form`}>
								{t('review.opinion.openItem', { number: at + 1 })}
							</Link>
						) : null}
					</li>
				))}
			</ol>
		</Card>
	)
}

function ItemLine({ item, number, isWhole }: { item: ItemBody; number: number; isWhole: boolean }) {
	const { t } = useTranslation()
	return (
		<p className="flex flex-wrap items-baseline gap-2">
			<span className="font-semibold">{number}</span>
			<ItemKindChip kind={item.kind} />
			<span lang="zh-CN">{item.place}</span>
			<span lang="zh-CN" className="basis-full text-ink2">
				{item.problem}
			</span>
			{isWhole ? null : (
				<Chip tone="amber" icon="alert">
					{t('review.opinion.itemLacks')}
				</Chip>
			)}
		</p>
	)
}
