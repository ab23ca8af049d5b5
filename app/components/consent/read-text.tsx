import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentView } from '#app/components/draft-text/document-view.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { ChangeRows } from '#app/components/redline/change-rows.tsx'
import type { ConsentPage } from '#app/services/consent/read-consent-page.server.ts'

/** The text that is consented to, after what changed in it since this reader last answered. */
export function ReadText({ page }: { page: ConsentPage }) {
	const { t } = useTranslation()
	const { version, reading, changes, heading } = page
	const place = useRef<HTMLDivElement>(null)
	// Whoever pressed the way to the text goes on from there, also without seeing it come.
	useEffect(() => place.current?.focus(), [])
	if (!version || !reading) return null
	return (
		<div id="text" ref={place} tabIndex={-1}>
			{changes ? (
				<Card title={t('consent.changes', { since: changes.sinceVersionNo, count: changes.blocks.length })}>
					{changes.blocks.length === 0 ? <p>{t('consent.noChanges')}</p> : null}
					{changes.blocks.map((block) => (
						<section key={block.anchor} className="mb-3">
							<h3 className="text-table font-semibold">
								{[...new Set([...block.old, ...block.new].map((clause) => clause.label))].join('、')}
							</h3>
							<ChangeRows block={block} />
						</section>
					))}
				</Card>
			) : (
				<p className="mb-2 text-table text-ink3">{t('consent.firstReading')}</p>
			)}
			<Card
				title={t('consent.text', { version: version.versionNo })}
				aside={<HashText hash={version.contentSha256} />}
			>
				<DocumentView
					document={reading.document}
					images={`/matters/${heading.matterId}/images/${reading.fileSha256}`}
				/>
			</Card>
		</div>
	)
}
