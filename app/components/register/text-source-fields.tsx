import { useTranslation } from 'react-i18next'
import { FieldErrors, SelectField, TextArea } from '#app/components/form/fields.tsx'
import { FileField } from '#app/components/form/file-field.tsx'
import { useFieldState } from '#app/components/form/form-state.ts'
import { DOCUMENT } from '#app/forms/register-forms.ts'
import { formatDay, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { RegisteringPage } from '#app/services/register/read-registering-page.server.ts'

type Source = 'file' | 'pasted' | 'decided'

/** Each choice shows its own fields by the style sheet alone, so that it works before and without script. */
const LOOKS: Readonly<Record<Source, { readonly radio: string; readonly fields: string }>> = {
	file: { radio: 'peer/file', fields: 'hidden peer-checked/file:block' },
	pasted: { radio: 'peer/pasted', fields: 'hidden peer-checked/pasted:block' },
	decided: { radio: 'peer/decided', fields: 'hidden peer-checked/decided:block' },
}

/** Where the text of a document comes from: three ways, of which the fields of the chosen one are shown. */
export function TextSourceFields({ page }: { page: Pick<RegisteringPage, 'texts' | 'chosen'> }) {
	const { t } = useTranslation()
	const { typed, errors } = useFieldState(DOCUMENT.source.name)
	const chosen = typed ?? (page.chosen ? 'decided' : 'file')
	const sources: Source[] = page.texts.length > 0 ? ['file', 'pasted', 'decided'] : ['file', 'pasted']
	return (
		<fieldset aria-describedby={errors?.length ? 'source-error' : undefined}>
			<legend className="sr-text">{t('register.form.text')}</legend>
			<div className="grid grid-cols-[auto_1fr] items-baseline gap-x-2 gap-y-1">
				{sources.map((source) => [
					<input
						key={source}
						id={`source-${source}`}
						type="radio"
						name={DOCUMENT.source.name}
						value={source}
						defaultChecked={chosen === source}
						className={`${LOOKS[source].radio} h-4 w-4 self-center accent-accent`}
					/>,
					<label key={`${source}-label`} htmlFor={`source-${source}`} className="py-1 text-table">
						{t(`register.form.source.${source}`)}
					</label>,
				])}
				{sources.map((source) => (
					<div key={`${source}-fields`} className={`col-span-2 pt-2 ${LOOKS[source].fields}`}>
						{source === 'file' ? <PublishedFile /> : null}
						{source === 'pasted' ? <PublishedText /> : null}
						{source === 'decided' ? <PassedText page={page} /> : null}
					</div>
				))}
			</div>
			<FieldErrors id="source" errors={errors} />
		</fieldset>
	)
}

function PublishedFile() {
	const { t } = useTranslation()
	return (
		<FileField
			name={DOCUMENT.file}
			label={t('register.form.file')}
			hint={t('register.form.fileHint')}
			accept=".docx,.txt"
			isRequired={false}
		/>
	)
}

function PublishedText() {
	const { t } = useTranslation()
	return (
		<TextArea
			name={DOCUMENT.pasted}
			label={t('register.form.pasted')}
			hint={t('register.form.pastedHint')}
			rows={12}
		/>
	)
}

function PassedText({ page }: { page: Pick<RegisteringPage, 'texts' | 'chosen'> }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<SelectField
			name={DOCUMENT.matterId}
			label={t('register.form.matter')}
			hint={t('register.form.matterHint')}
			empty={t('register.form.choose')}
			defaultValue={page.chosen?.matterId ?? ''}
			options={page.texts.map(({ matterId, title, decidedAt }) => ({
				value: matterId,
				label: t('register.form.matterOption', {
					title,
					day: formatDay(shanghaiDay(decidedAt), language),
				}),
			}))}
		/>
	)
}
