import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, TextField } from '#app/components/form/fields.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { about, sending } from '#app/forms/form.ts'
import { SAVED_FILTERS } from '#app/forms/list-forms.ts'
import type { SavedFilter } from '#app/services/matter/saved-filters.server.ts'

/** The filters that the reader has named, each a link, and a form that names the present one where there is one. */
export function SavedFilters(props: {
	filters: readonly SavedFilter[]
	/** The present filter as an address has it; empty where nothing is narrowed. */
	present: string
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { filters, present, commandKey, answer } = props
	const isNamed = filters.some(({ search }) => search === present)
	if (filters.length === 0 && present === '') return null
	return (
		<div className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
			{filters.map((filter) => (
				<NamedFilter
					key={filter.id}
					filter={filter}
					isPresent={filter.search === present}
					commandKey={`${commandKey}-${filter.id.slice(-8)}`}
				/>
			))}
			{present === '' || isNamed ? null : <NameFilter {...{ present, commandKey, answer }} />}
		</div>
	)
}

function NamedFilter(props: { filter: SavedFilter; isPresent: boolean; commandKey: string }) {
	const { t } = useTranslation()
	const { filter, isPresent, commandKey } = props
	const { remove } = SAVED_FILTERS
	return (
		<div className="flex min-h-[34px] items-center gap-1 rounded border border-line bg-surface px-3">
			<Link to={`/matters?${filter.search}`} aria-current={isPresent ? 'page' : undefined}>
				{filter.name}
			</Link>
			{isPresent ? (
				<CommandForm answer={undefined} commandKey={commandKey}>
					<HiddenField name={remove.filterId} value={filter.id} />
					<Button {...sending(remove)} look="text">
						{t('matter.list.removeFilter')}
					</Button>
				</CommandForm>
			) : null}
		</div>
	)
}

function NameFilter(props: { present: string; commandKey: string; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const { present, commandKey, answer } = props
	const { save } = SAVED_FILTERS
	return (
		<CommandForm
			answer={answer}
			about={about(save, {})}
			commandKey={commandKey}
			className="flex flex-wrap items-end gap-x-2"
		>
			<HiddenField name={save.search} value={present} />
			<TextField name={save.name} label={t('matter.list.filterName')} />
			<Button {...sending(save)} className="mb-3">
				{t('matter.list.saveFilter')}
			</Button>
		</CommandForm>
	)
}
