import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'
import { MATTER_SORTS } from '#app/domain/matter/matter-order.ts'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'

/** What the list of matters is narrowed to and put in order by, as the fields of its form have it. */
export type MatterFields = {
	readonly q: string
	readonly state: string
	readonly track: string
	readonly organ: string
	readonly sort: string
}

/** Narrows the list of matters; on a phone, where a table has no heading, also says its order. */
export function MatterFilterForm(props: {
	fields: MatterFields
	organs: readonly { readonly id: string; readonly name: string }[]
	isFiltered: boolean
}) {
	const { t } = useTranslation()
	const { fields, organs, isFiltered } = props
	const any = { required: false, empty: t('matter.list.any') }
	return (
		<Form method="get" role="search" className="no-print mb-3 grid items-end gap-x-3 md:grid-cols-5">
			<TextField
				name="q"
				type="search"
				label={t('matter.list.search')}
				required={false}
				defaultValue={fields.q}
			/>
			<SelectField
				name="state"
				label={t('matter.list.state')}
				{...any}
				defaultValue={fields.state}
				options={MATTER_STATES.map((state) => ({ value: state, label: t(`words.state.${state}`) }))}
			/>
			<SelectField
				name="track"
				label={t('matter.list.track')}
				{...any}
				defaultValue={fields.track}
				options={TRACKS.map((track) => ({ value: track, label: t(`words.track.${track}`) }))}
			/>
			<SelectField
				name="organ"
				label={t('matter.list.organ')}
				{...any}
				defaultValue={fields.organ}
				options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
			/>
			<div className="md:hidden">
				<OrderField value={fields.sort} />
			</div>
			<p className="mb-3 flex gap-2">
				<Button>{t('matter.list.filter')}</Button>
				{isFiltered ? (
					<LinkButton to="/matters" look="text">
						{t('matter.list.clear')}
					</LinkButton>
				) : null}
			</p>
		</Form>
	)
}

function OrderField({ value }: { value: string }) {
	const { t } = useTranslation()
	const options = MATTER_SORTS.flatMap((sort) => {
		if (sort === 'opened') return []
		const label = t(`matter.list.column.${sort}`)
		return [
			{ value: sort, label: `${label} ↑` },
			{ value: `-${sort}`, label: `${label} ↓` },
		]
	})
	return (
		<SelectField
			name="sort"
			label={t('matter.list.order')}
			required={false}
			empty={t('matter.list.newest')}
			defaultValue={value}
			options={options}
		/>
	)
}
