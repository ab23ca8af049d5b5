import { useTranslation } from 'react-i18next'
import { about } from '#app/forms/form.ts'
import { VERSION } from '#app/forms/drafting-forms.ts'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, RadioRow, TextArea, TextField } from '#app/components/form/fields.tsx'
import { FileField, SecrecyRow } from '#app/components/form/file-field.tsx'

const PAPERS = '.docx,.doc,.wps,.rtf,.odt,.pdf,.ofd,.xlsx,.png,.jpg,.jpeg,.txt'

type FormProps = {
	readonly commandKey: string
	readonly seen: number
	readonly answer: FormAnswer | undefined
	/** The title that has to be typed before a clearance falls; null where none does. */
	readonly titleToType: string | null
}

type Annexes = readonly { readonly position: number; readonly name: string }[]

/** The form of a new version: main text by file or pasted, annexes kept and added, each with its declaration. */
export function VersionForm(
	props: FormProps & {
		annexes: Annexes
		hasCurrent: boolean
		/** Whether the house makes a .docx of a draft in an older format. */
		takesOlder: boolean
		isMain?: boolean
	},
) {
	const { t } = useTranslation()
	const { commandKey, seen, answer, titleToType, annexes, hasCurrent, takesOlder, isMain = false } = props
	return (
		<CommandForm
			answer={answer}
			about={about(VERSION.upload)}
			commandKey={`${commandKey}-upload`}
			seen={seen}
			hasFiles
		>
			<FileField
				name={VERSION.upload.main}
				label={t('intake.draft.mainFile')}
				hint={t(takesOlder ? 'intake.draft.mainHintOlder' : 'intake.draft.mainHint')}
				accept={takesOlder ? '.docx,.txt,.doc,.wps,.rtf,.odt' : '.docx,.txt'}
				isRequired={false}
			/>
			<TextArea
				name={VERSION.upload.pasted}
				label={t('intake.draft.paste')}
				hint={`${t('intake.draft.pasteHint')}${hasCurrent ? t('intake.draft.keepMain') : ''}`}
				required={false}
			/>
			<SecrecyRow name={VERSION.upload['main-secrecy']} legend={t('intake.draft.secrecy')} />
			<KeptAnnexes annexes={annexes} />
			<FileField
				name={VERSION.upload.annexes}
				secrecyName={VERSION.upload['annexes-secrecy']}
				label={t('intake.draft.annexes')}
				hint={t('intake.draft.annexesHint')}
				accept={PAPERS}
				isMultiple
				optional
			/>
			<TitleToType title={titleToType} />
			<Button look={titleToType !== null ? 'danger' : isMain ? 'filled' : 'outline'}>
				{titleToType === null ? t('intake.draft.submit') : t('intake.replace.submit')}
			</Button>
		</CommandForm>
	)
}

function KeptAnnexes({ annexes }: { annexes: Annexes }) {
	const { t } = useTranslation()
	if (annexes.length === 0) return null
	return (
		<fieldset className="mb-3">
			<legend className="mb-1 text-table font-semibold">{t('intake.draft.keepAnnexes')}</legend>
			{annexes.map((annex) => (
				<CheckBox
					key={annex.position}
					id={`keptAnnexes-${annex.position}`}
					name={VERSION.upload.keptAnnexes}
					value={String(annex.position)}
					label={annex.name}
					isChecked
				/>
			))}
		</fieldset>
	)
}

/** The form that takes the files of an earlier version up again. */
export function RestoreForm(props: FormProps & { versions: readonly number[]; preferred?: number | null }) {
	const { t } = useTranslation()
	const { commandKey, seen, answer, titleToType, versions, preferred = null } = props
	return (
		<CommandForm
			answer={answer}
			about={about(VERSION.restore)}
			commandKey={`${commandKey}-restore`}
			seen={seen}
			hasFiles
		>
			<RadioRow
				name={VERSION.restore.versionNo}
				legend={t('intake.draft.restoreVersion')}
				hint={t('intake.draft.restoreHint')}
				value={String(preferred ?? versions[0] ?? '')}
				choices={versions.map((version) => ({
					value: String(version),
					label: t('matter.versions.name', { version }),
				}))}
			/>
			<TitleToType title={titleToType} id="restore-typedTitle" />
			<Button look={titleToType === null ? 'outline' : 'danger'} icon="back">
				{titleToType === null ? t('intake.draft.restore') : t('intake.replace.submit')}
			</Button>
		</CommandForm>
	)
}

function TitleToType({ title, id = 'typedTitle' }: { title: string | null; id?: string }) {
	const { t } = useTranslation()
	if (title === null) return null
	return (
		<TextField
			id={id}
			name={VERSION.upload.typedTitle}
			required
			label={t('intake.replace.typeTitle')}
			hint={t('intake.replace.typeTitleHint', { title })}
			autoComplete="off"
		/>
	)
}
