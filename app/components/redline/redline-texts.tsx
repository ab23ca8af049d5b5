import { useTranslation } from 'react-i18next'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { ReadingView } from '#app/domain/redline-reading/reading.ts'
import type { Standing } from '#app/domain/register/standing.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { Button } from '#app/components/form/button.tsx'
import { SelectField, TextField } from '#app/components/form/fields.tsx'

type Page = {
	readonly heading: { readonly matterId: string }
	readonly versions: readonly {
		readonly versionNo: number
		readonly uploadedAt: string
		readonly isOfOpinion: boolean
	}[]
	readonly decided: readonly {
		readonly matterId: string
		readonly title: string
		readonly outcome: Outcome
		readonly decidedAt: string
	}[]
	readonly published: readonly {
		readonly id: string
		readonly title: string
		readonly documentNumber: string
		readonly standing: Standing
	}[]
	readonly from: { readonly versionNo: number | null } | null
	readonly to: { readonly versionNo: number } | null
}

type Search = {
	readonly other: { readonly with: string } | { readonly document: string } | null
	readonly find: string | null
	readonly view: ReadingView
}

type Choices = { page: Page; search: Search; action: string; newer: NewerChoice }
type NewerChoice = {
	readonly options: { readonly value: string; readonly label: string }[]
	readonly defaultValue: string
}

/**
 * Which two texts are compared: two versions of the matter, or a version and a published document, or what a meeting
 * has passed. Forms that are addresses, so Back, bookmarks and printing work.
 */
export function RedlineTexts({ page, search }: { page: Page; search: Search }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (page.versions.length === 0) return null
	const options = page.versions.map((version) => ({
		value: String(version.versionNo),
		label: [
			t('review.version', { version: version.versionNo }),
			formatInstant(version.uploadedAt, language),
			...(version.isOfOpinion ? [t('review.redline.ofOpinion')] : []),
		].join(' · '),
	}))
	const action = `/matters/${page.heading.matterId}/redline`
	const newer = { options, defaultValue: String(page.to?.versionNo ?? '') }
	// Beside another text no earlier version is chosen; offered is the first one, never the same on both sides.
	const older = page.from?.versionNo ?? page.versions[page.versions.length - 1]?.versionNo
	return (
		<div className="no-print">
			{page.versions.length > 1 ? (
				<form method="get" action={action} className="flex flex-wrap items-end gap-x-4">
					<SelectField
						name="from"
						label={t('review.redline.from')}
						defaultValue={String(older ?? '')}
						options={options}
					/>
					<SelectField name="to" label={t('review.redline.to')} {...newer} />
					<Rest view={search.view} />
				</form>
			) : null}
			<WithPublished page={page} search={search} action={action} newer={newer} />
			<WithDecided page={page} search={search} action={action} newer={newer} />
		</div>
	)
}

/** A published document of the register: the one that the draft is to take the place of is looked for by its name. */
function WithPublished({ page, search, action, newer }: Choices) {
	const { t } = useTranslation()
	const { published } = page
	const chosen = search.other && 'document' in search.other ? search.other.document : null
	if (published.length === 0 && search.find === null) return null
	return (
		<details className="mb-3 text-table" open={chosen !== null || search.find !== null || undefined}>
			<summary className="cursor-pointer text-accent">{t('review.redline.withPublished')}</summary>
			<form method="get" action={action} role="search" className="mt-2 flex flex-wrap items-end gap-x-4">
				<TextField
					name="find"
					label={t('review.redline.find')}
					hint={t('review.redline.findHint')}
					defaultValue={search.find ?? undefined}
					required={false}
				/>
				<input type="hidden" name="to" value={newer.defaultValue} />
				<Rest view={search.view} words={t('review.redline.search')} />
			</form>
			{published.length === 0 ? (
				<p role="status">{t('review.redline.noneFound', { words: search.find })}</p>
			) : (
				<form method="get" action={action} className="flex flex-wrap items-end gap-x-4">
					<SelectField
						name="document"
						label={t('review.redline.published')}
						defaultValue={chosen ?? ''}
						options={published.map((document) => ({
							value: document.id,
							label: [
								document.title,
								document.documentNumber,
								t(`register.standing.${document.standing}`),
							].join(' · '),
						}))}
					/>
					<SelectField id="to-published" name="to" label={t('review.redline.to')} {...newer} />
					{search.find === null ? null : <input type="hidden" name="find" value={search.find} />}
					<Rest view={search.view} />
				</form>
			)}
		</details>
	)
}

/** What a meeting has passed of another matter, whether it was published or not. */
function WithDecided({ page, search, action, newer }: Choices) {
	const { t } = useTranslation()
	const language = useLanguage()
	const chosen = search.other && 'with' in search.other ? search.other.with : null
	if (page.decided.length === 0) return null
	return (
		<details className="mb-3 text-table" open={chosen !== null || undefined}>
			<summary className="cursor-pointer text-accent">{t('review.redline.withDecided')}</summary>
			<form method="get" action={action} className="mt-2 flex flex-wrap items-end gap-x-4">
				<SelectField
					name="with"
					label={t('review.redline.decided')}
					hint={t('review.redline.decidedHint')}
					defaultValue={chosen ?? ''}
					options={page.decided.map((text) => ({
						value: text.matterId,
						label: `${text.title} · ${t(`words.outcome.${text.outcome}`)} · ${formatInstant(text.decidedAt, language)}`,
					}))}
				/>
				<SelectField id="to-decided" name="to" label={t('review.redline.to')} {...newer} />
				<Rest view={search.view} />
			</form>
		</details>
	)
}

function Rest({ view, words }: { view: ReadingView; words?: string }) {
	const { t } = useTranslation()
	return (
		<>
			<input type="hidden" name="view" value={view} />
			<span className="mb-3">
				<Button>{words ?? t('review.redline.compare')}</Button>
			</span>
		</>
	)
}
