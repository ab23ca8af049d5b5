import { useTranslation } from 'react-i18next'
import type { Outcome } from '#app/domain/meeting/outcome.ts'
import type { ReadingView } from '#app/domain/redline-reading/reading.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { Button } from '#app/components/form/button.tsx'
import { SelectField } from '#app/components/form/fields.tsx'

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
	readonly from: { readonly versionNo: number } | null
	readonly to: { readonly versionNo: number } | null
}

type Search = { readonly with: string | null; readonly view: ReadingView }

/**
 * Which two texts are compared: two versions of the matter, or what a meeting has passed and a version. A form that is
 * an address, so Back, bookmarks and printing work.
 */
export function RedlineTexts({ page, search }: { page: Page; search: Search }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const options = page.versions.map((version) => ({
		value: String(version.versionNo),
		label: [
			t('review.version', { version: version.versionNo }),
			formatInstant(version.uploadedAt, language),
			...(version.isOfOpinion ? [t('review.redline.ofOpinion')] : []),
		].join(' · '),
	}))
	const action = `/matters/${page.heading.matterId}/redline`
	// Beside a decided text no earlier version is chosen; offered is the first one, never the same on both sides.
	const older =
		search.with === null ? page.from?.versionNo : page.versions[page.versions.length - 1]?.versionNo
	const newer = { options, defaultValue: String(page.to?.versionNo ?? '') }
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
			{page.decided.length > 0 ? (
				<details className="mb-3 text-table" open={search.with !== null || undefined}>
					<summary className="cursor-pointer text-accent">{t('review.redline.withDecided')}</summary>
					<form method="get" action={action} className="mt-2 flex flex-wrap items-end gap-x-4">
						<SelectField
							name="with"
							label={t('review.redline.decided')}
							hint={t('review.redline.decidedHint')}
							defaultValue={search.with ?? ''}
							options={page.decided.map((text) => ({
								value: text.matterId,
								label: `${text.title} · ${t(`words.outcome.${text.outcome}`)} · ${formatInstant(text.decidedAt, language)}`,
							}))}
						/>
						<SelectField id="to-decided" name="to" label={t('review.redline.to')} {...newer} />
						<Rest view={search.view} />
					</form>
				</details>
			) : null}
		</div>
	)
}

function Rest({ view }: { view: ReadingView }) {
	const { t } = useTranslation()
	return (
		<>
			<input type="hidden" name="view" value={view} />
			<span className="mb-3">
				<Button>{t('review.redline.compare')}</Button>
			</span>
		</>
	)
}
