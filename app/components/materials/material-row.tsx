import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/materials/checklist.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { useWording } from '#app/locales/use-wording.ts'
import { about, fieldAt } from '#app/forms/form.ts'
import { MATERIALS } from '#app/forms/drafting-forms.ts'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { TrackedLink } from './tracked-link.tsx'
import { FileField } from '#app/components/form/file-field.tsx'

/** The suffixes that materials may have, for a file field. */
export const PAPER_SUFFIXES = '.docx,.doc,.wps,.rtf,.odt,.pdf,.ofd,.xlsx,.png,.jpg,.jpeg,.txt'

/** What was said last of a paper. */
export type PaperStanding = {
	readonly kind: 'file' | 'not-applicable'
	readonly reason: string | null
	readonly name: string | null
	readonly sha256: string | null
	readonly isViewable: boolean
	readonly secrecy: string | null
	readonly addedBy: string
	readonly addedAt: string
}

/** The forms on a page: whose matter, which key, which revision, and what was refused last. */
export type RowForms = {
	readonly matterId: string
	readonly commandKey: string
	readonly seen: number
	readonly isOpen: boolean
	readonly answer: FormAnswer | undefined
}

/** One paper of the checklist: what is there, and under it the two ways to provide it. */
export function MaterialRow(props: {
	forms: RowForms
	row: {
		code: string
		name: Wording
		ground: string
		isRequired: boolean
		standing: PaperStanding | null
		earlier: number
	}
}) {
	const { t } = useTranslation()
	const wording = useWording()
	const { forms, row } = props
	return (
		<li id={`row-${row.code}`} className="border-t border-line px-4 py-3">
			<div className="flex flex-wrap items-baseline gap-x-3">
				<span className="font-semibold">{wording(row.name)}</span>
				<span className="text-quiet text-ink3">
					{row.isRequired ? t('intake.materials.required') : t('intake.materials.optional')} ·{' '}
					{t('intake.materials.ground', { ground: row.ground })}
				</span>
			</div>
			<PaperLine matterId={forms.matterId} standing={row.standing} isRequired={row.isRequired} />
			{row.earlier > 0 ? (
				<p className="text-quiet text-ink3">{t('intake.materials.earlier', { count: row.earlier })}</p>
			) : null}
			{forms.isOpen ? <ProvideForms forms={forms} code={row.code} isThere={row.standing !== null} /> : null}
		</li>
	)
}

/** A paper as it stands: its file with its declaration, why it does not apply, or that it is missing. */
export function PaperLine(props: { matterId: string; standing: PaperStanding | null; isRequired: boolean }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { matterId, standing, isRequired } = props
	if (!standing)
		return (
			<Chip tone={isRequired ? 'amber' : 'grey'} icon="circle">
				{t('intake.materials.missing')}
			</Chip>
		)
	const added = t('intake.materials.addedBy', {
		name: standing.addedBy,
		when: formatInstant(standing.addedAt, language),
	})
	if (standing.kind === 'not-applicable')
		return (
			<p className="text-table">
				{t('intake.materials.notApplicable', { reason: standing.reason ?? '' })}{' '}
				<span className="text-ink3">{added}</span>
			</p>
		)
	return (
		<p className="flex flex-wrap gap-x-3 text-table">
			<MatterFileLink
				matterId={matterId}
				file={{ name: standing.name ?? '', sha256: standing.sha256 ?? '' }}
			/>
			<TrackedLink matterId={matterId} name={standing.name ?? ''} sha256={standing.sha256 ?? ''} />
			<span className="text-ink3">
				{t(`words.secrecy.${standing.secrecy === 'public' ? 'public' : 'internal'}`)} · {added}
			</span>
		</p>
	)
}

function ProvideForms({ forms, code, isThere }: { forms: RowForms; code: string; isThere: boolean }) {
	const { t } = useTranslation()
	const [ofFile, ofReason] = [
		about(MATERIALS.file, { item: code }),
		about(MATERIALS['not-applicable'], { item: code }),
	]
	const isRefused = [ofFile, ofReason].some((each) => answerTo(forms.answer, each) !== undefined)
	return (
		<details className="mt-2" open={isRefused}>
			<summary className="cursor-pointer text-table text-accent">
				{isThere ? t('intake.materials.change') : t('intake.materials.add')}
			</summary>
			<div className="mt-2 grid gap-4 md:grid-cols-2">
				<CommandForm
					answer={forms.answer}
					about={ofFile}
					commandKey={`${forms.commandKey}-f-${code}`}
					seen={forms.seen}
					hasFiles
				>
					<FileField
						name={fieldAt(MATERIALS.file.file, code)}
						secrecyName={fieldAt(MATERIALS.file.secrecy, code)}
						isRequired
						label={t('intake.materials.file')}
						hint={t('intake.materials.fileHint')}
						accept={PAPER_SUFFIXES}
					/>
					<Button>{t('intake.materials.upload')}</Button>
				</CommandForm>
				<CommandForm
					answer={forms.answer}
					about={ofReason}
					commandKey={`${forms.commandKey}-n-${code}`}
					seen={forms.seen}
					hasFiles
				>
					<p className="mb-2 text-table">{t('intake.materials.orNot')}</p>
					<TextArea
						name={fieldAt(MATERIALS['not-applicable'].reason, code)}
						required
						label={t('intake.materials.reason')}
						rows={3}
					/>
					<Button>{t('intake.materials.sayNot')}</Button>
				</CommandForm>
			</div>
		</details>
	)
}
