import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { EntryPage, VersionLine } from '#app/services/reference/read-entries.server.ts'
import { Since, ValueLines } from './entry-table.tsx'
import { entryLines } from './entry-words.ts'
import { MarkChip } from './mark-chip.tsx'

/** Every version of an entry, newest first: what was decided under an old one must stay explicable. */
export function VersionCards({ page }: { page: EntryPage }) {
	return (
		<>
			{page.versions.map((version) => (
				<VersionCard key={version.effectiveFrom} version={version} page={page} />
			))}
		</>
	)
}

function VersionCard({ version, page }: { version: VersionLine; page: EntryPage }) {
	const { t } = useTranslation()
	const { effectiveFrom, value, mark, source } = version
	const isShown = effectiveFrom === page.shown?.effectiveFrom
	const standing = effectiveFrom > page.today ? 'coming' : isShown ? 'current' : 'past'
	return (
		<Card title={t(`reference.${standing}`)} aside={<MarkChip mark={mark} />}>
			<dl>
				<Fact name={t('reference.column.value')}>
					<ValueLines lines={entryLines(value, t, useLanguage())} />
				</Fact>
				<Fact name={t('reference.column.source')}>{source}</Fact>
				<Fact name={t('reference.column.since')}>
					<Since line={version} next={null} />
				</Fact>
			</dl>
		</Card>
	)
}
