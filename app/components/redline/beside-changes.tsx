import { useTranslation } from 'react-i18next'
import type { BesideChange } from '#app/domain/document/compare-beside.ts'

/** What differs beside the text of two Word files: headers, footers and images. Nothing where nothing does. */
export function BesideChanges({ changes }: { changes: readonly BesideChange[] }) {
	const { t } = useTranslation()
	if (changes.length === 0) return null
	return (
		<section className="px-4 py-3" aria-labelledby="beside-changes">
			<h2 id="beside-changes" className="text-h3">
				{t('redline.beside.title')}
			</h2>
			<ul className="mt-1 list-disc pl-5">
				{changes.map((change) => (
					<li key={JSON.stringify(change)}>
						<BesideWords change={change} />
					</li>
				))}
			</ul>
		</section>
	)
}

function BesideWords({ change }: { change: BesideChange }) {
	const { t } = useTranslation()
	if (change.kind === 'image') {
		const { fate, position, alt } = change
		return t(`redline.beside.image.${fate}`, {
			position,
			alt: alt === '' ? t('redline.beside.noWords') : alt,
		})
	}
	const { kind, section, pages } = change
	return (
		<>
			{t(`redline.beside.${kind}`, {
				section: section === null ? '' : t('redline.beside.section', { section }),
				pages: pages === null || pages === 'all' ? '' : t(`redline.beside.${pages}`),
			})}
			<del>{change.old === '' ? t('redline.beside.nothing') : change.old}</del>
			{' → '}
			<ins>{change.new === '' ? t('redline.beside.nothing') : change.new}</ins>
		</>
	)
}
