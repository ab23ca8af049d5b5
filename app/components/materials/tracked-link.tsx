import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The way to what a Word file was before its tracked changes; nothing for another file. */
export function TrackedLink({ matterId, name, sha256 }: { matterId: string; name: string; sha256: string }) {
	const { t } = useTranslation()
	if (!name.toLowerCase().endsWith('.docx')) return null
	return (
		<Link to={`/matters/${matterId}/tracked/${sha256}`} className="no-print text-table">
			{t('redline.tracked.link')}
		</Link>
	)
}
