import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, SelectField } from '#app/components/form/fields.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import type { Wording } from '#app/domain/materials/checklist.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { about, sending } from '#app/forms/form.ts'
import { useWording } from '#app/locales/use-wording.ts'
import type { UnplacedLine } from '#app/services/materials/unplaced-files.server.ts'
import type { RowForms } from './material-row.tsx'

type Places = readonly { readonly code: string; readonly name: Wording }[]

/** Files that were uploaded with others and whose item nobody has said: each with what it may be, or to be removed. */
export function UnplacedFiles(props: { files: readonly UnplacedLine[]; places: Places; forms: RowForms }) {
	const { t } = useTranslation()
	const { files, places, forms } = props
	if (files.length === 0) return null
	return (
		<Card title={t('intake.unplaced.title')} note={files.length} padded={false}>
			<p className="px-4 py-3 text-table text-ink2">{t('intake.unplaced.lead')}</p>
			<ul>
				{files.map((file) => (
					<UnplacedRow key={file.id} {...{ file, places, forms }} />
				))}
			</ul>
		</Card>
	)
}

function UnplacedRow({ file, places, forms }: { file: UnplacedLine; places: Places; forms: RowForms }) {
	const { t } = useTranslation()
	return (
		<li className="border-t border-line px-4 py-3">
			<MatterFileLink matterId={forms.matterId} file={file} className="font-semibold break-all" />{' '}
			<span className="text-quiet text-ink3">
				{t('matter.versions.size', { kb: Math.ceil(file.size / 1024) })}
			</span>
			{forms.isOpen ? (
				<div className="flex flex-wrap items-end gap-x-3">
					<PlaceForm {...{ file, places, forms }} />
					<RemoveForm {...{ file, forms }} />
				</div>
			) : null}
		</li>
	)
}

function PlaceForm({ file, places, forms }: { file: UnplacedLine; places: Places; forms: RowForms }) {
	const { t } = useTranslation()
	const wording = useWording()
	const { place } = MATERIALS
	return (
		<CommandForm
			answer={forms.answer}
			about={about(place, { [place.unplacedId.name]: file.id })}
			commandKey={`${forms.commandKey}-place-${file.id.slice(-8)}`}
			seen={forms.seen}
			className="flex flex-wrap items-end gap-x-3"
		>
			<HiddenField name={place.unplacedId} value={file.id} />
			<SelectField
				name={place.to}
				id={`to-${file.id}`}
				label={t('intake.unplaced.to')}
				empty={t('intake.unplaced.choose')}
				options={places.map(({ code, name }) => ({
					value: code,
					label: wording(name),
				}))}
			/>
			<Button {...sending(place)} className="mb-3">
				{t('intake.unplaced.place')}
			</Button>
		</CommandForm>
	)
}

function RemoveForm({ file, forms }: { file: UnplacedLine; forms: RowForms }) {
	const { t } = useTranslation()
	const { remove } = MATERIALS
	return (
		<CommandForm
			answer={forms.answer}
			about={about(remove, { [remove.unplacedId.name]: file.id })}
			commandKey={`${forms.commandKey}-remove-${file.id.slice(-8)}`}
			seen={forms.seen}
			className="mb-3"
		>
			<HiddenField name={remove.unplacedId} value={file.id} />
			<Button {...sending(remove)} look="danger">
				{t('intake.unplaced.remove')}
			</Button>
		</CommandForm>
	)
}
