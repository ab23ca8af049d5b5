import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Chip } from '#app/components/frame/chips.tsx'
import { codeWords } from '#app/locales/code-words.ts'

/** A place in a draft that somebody has to look at. */
export type DraftFindingRow = {
	readonly code: string
	readonly blocking: boolean
	readonly file?: string
	/** The place in the text of the page that the finding leads to. */
	readonly at?: { readonly anchor: string; readonly label: string } | null
	readonly detail: {
		readonly line?: number
		readonly place?: string
		readonly excerpt?: string
		readonly name?: string
		readonly count?: number
		readonly sha256?: string
		readonly kind?: string
	}
}

/** 请核对: everything that the reader came across, what keeps the text from being submitted first. */
export function DraftFindings({ findings }: { findings: readonly DraftFindingRow[] }) {
	const { t } = useTranslation()
	if (findings.length === 0) return <p className="text-table text-ink2">{t('intake.draft.nothingFound')}</p>
	const ordered = [...findings.filter((each) => each.blocking), ...findings.filter((each) => !each.blocking)]
	return (
		<>
			<p className="mb-2 text-table text-ink2">{t('intake.draft.checkLead')}</p>
			<ul>
				{ordered.map((finding, index) => (
					<li
						key={index}
						className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 text-table"
					>
						{finding.blocking ? (
							<Chip tone="red" icon="alert">
								{t('intake.draft.mustMend')}
							</Chip>
						) : null}
						<span className="font-semibold">{codeWords(t, 'intake.draft.finding', finding.code)}</span>
						{finding.at ? <a href={`#${finding.at.anchor}`}>{finding.at.label}</a> : null}
						<FindingPlace finding={finding} />
					</li>
				))}
			</ul>
		</>
	)
}

function FindingPlace({ finding }: { finding: DraftFindingRow }) {
	const { t } = useTranslation()
	const { line, place, excerpt, name, count, sha256 } = finding.detail
	const places = [
		finding.code === 'unplaced-text' ? unplacedWords(finding.detail.kind, t) : '',
		finding.file === undefined ? '' : t('intake.draft.inAnnex', { file: finding.file }),
		finding.at ? '' : (place ?? ''),
		line === undefined || finding.at ? '' : t('intake.draft.line', { line }),
		count === undefined ? '' : t('intake.draft.times', { count }),
		name ?? '',
		sha256 === undefined ? '' : sha256.slice(0, 8),
	].filter((words) => words !== '')
	return (
		<>
			<span className="text-ink3">{places.join(' · ')}</span>
			{excerpt === undefined ? null : <q className="text-ink2">{excerpt}</q>}
		</>
	)
}

/** What it is that could not be placed: a chart has no words that would tell. */
function unplacedWords(kind: string | undefined, t: TFunction): string {
	return codeWords(t, 'intake.draft.unplaced', kind ?? 'other') ?? t('intake.draft.unplaced.other')
}
