import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { VersionLine } from '#app/services/matter/version-lines.server.ts'
import { MatterFileLink } from '#app/components/matter/file-link.tsx'
import { TrackedLink } from '#app/components/materials/tracked-link.tsx'
import { Chip, ClearanceChip } from '#app/components/frame/chips.tsx'
import { HashText } from '#app/components/frame/page.tsx'

/** The versions of a text, newest first: who, when, hash, what was said of them, the files and the changes. */
export function VersionList({
	matterId,
	versions,
	isLong = false,
}: {
	matterId: string
	versions: readonly VersionLine[]
	isLong?: boolean
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<ul>
			{versions.map((version) => (
				<li
					key={version.id}
					className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 print:py-px"
				>
					<span className="font-semibold">{t('matter.versions.name', { version: version.versionNo })}</span>
					<span className="text-quiet text-ink3">
						{formatInstant(version.uploadedAt, language)} {version.uploadedBy}
					</span>
					<HashText hash={version.contentSha256} />
					{version.isCurrent ? <Chip tone="blue">{t('matter.versions.current')}</Chip> : null}
					{version.clearance ? <ClearanceChip state={version.clearance.state} /> : null}
					{version.hasOpinion ? <Chip tone="grey">{t('matter.versions.opinion')}</Chip> : null}
					{version.versionNo > 1 ? (
						<Link
							to={`/matters/${matterId}/redline?from=${version.versionNo - 1}&to=${version.versionNo}`}
							className="no-print"
						>
							{t('matter.versions.changes', { version: version.versionNo - 1 })}
						</Link>
					) : null}
					{isLong ? (
						<ul className="basis-full">
							{version.files.map((file) => (
								<li key={file.sha256 + file.name} className="text-table">
									<MatterFileLink matterId={matterId} file={file} isDownload />{' '}
									<span className="text-quiet text-ink3">
										{t('matter.versions.size', { kb: Math.max(1, Math.round(file.size / 1024)) })}
									</span>{' '}
									{file.role === 'main' ? null : <TrackedLink matterId={matterId} {...file} />}
								</li>
							))}
						</ul>
					) : null}
				</li>
			))}
		</ul>
	)
}
