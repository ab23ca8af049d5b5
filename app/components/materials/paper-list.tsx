import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/materials/checklist.ts'
import { useWording } from '#app/locales/use-wording.ts'
import { TrackedLink } from './tracked-link.tsx'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { Chip } from '#app/components/frame/chips.tsx'

/** One paper of a checklist as it is read. */
export type PaperLineRow = {
	readonly code: string
	readonly name: Wording
	readonly ground: string
	readonly isRequired: boolean
	readonly kind: 'file' | 'not-applicable' | null
	readonly fileName: string | null
	readonly sha256: string | null
	readonly reason: string | null
}

/** A checklist to read: each paper with its file, its 不适用, or that it is missing. */
export function PaperList({ matterId, rows }: { matterId: string; rows: readonly PaperLineRow[] }) {
	const { t } = useTranslation()
	const wording = useWording()
	return (
		<ul>
			{rows.map((row) => (
				<li key={row.code} className="border-b border-line px-4 py-2 last:border-b-0">
					<div className="flex flex-wrap items-baseline gap-x-3">
						<span className="font-semibold">{wording(row.name)}</span>
						<PaperChip row={row} />
						<span className="text-quiet text-ink3">{row.ground}</span>
					</div>
					{row.kind === 'file' && row.sha256 ? (
						<MatterFileLink
							matterId={matterId}
							file={{ name: row.fileName ?? '', sha256: row.sha256 }}
							className="text-table"
						/>
					) : null}{' '}
					{row.kind === 'file' && row.sha256 ? (
						<TrackedLink matterId={matterId} name={row.fileName ?? ''} sha256={row.sha256} />
					) : null}
					{row.kind === 'not-applicable' ? (
						<p className="text-table text-ink2">{t('review.paper.reason', { reason: row.reason ?? '' })}</p>
					) : null}
				</li>
			))}
		</ul>
	)
}

function PaperChip({ row }: { row: PaperLineRow }) {
	const { t } = useTranslation()
	if (row.kind === 'file')
		return (
			<Chip tone="green" icon="check">
				{t('review.paper.there')}
			</Chip>
		)
	if (row.kind === 'not-applicable')
		return (
			<Chip tone="grey" icon="circle-dash">
				{t('review.paper.notApplicable')}
			</Chip>
		)
	return row.isRequired ? (
		<Chip tone="red" icon="circle-cross">
			{t('review.paper.missing')}
		</Chip>
	) : (
		<Chip tone="grey" icon="circle">
			{t('review.paper.optional')}
		</Chip>
	)
}
