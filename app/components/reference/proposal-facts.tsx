import { useTranslation } from 'react-i18next'
import { Fact } from '#app/components/frame/card.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { ProposalLine } from '#app/services/reference/proposal-lines.server.ts'
import { ValueLines } from './entry-table.tsx'
import { changeLines } from './entry-words.ts'

/** What a proposal would change, by which source, why, from which day, and by whom it came. */
export function ProposalFacts({ line }: { line: ProposalLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { was, source, mark, reason, from, by, at, declined } = line
	return (
		<dl>
			<Fact name={t('reference.proposal.value')}>
				<ValueLines lines={changeLines(line, t, language)} />
			</Fact>
			<Fact name={t('reference.column.mark')}>
				{was && was.mark !== mark
					? t('reference.proposal.became', {
							was: t(`reference.mark.${was.mark}`),
							is: t(`reference.mark.${mark}`),
						})
					: t(`reference.mark.${mark}`)}
			</Fact>
			<Fact name={t('reference.column.source')}>
				{source}
				{was && was.source !== source ? (
					<span className="block text-quiet text-ink3">
						{t('reference.proposal.wasSource', { source: was.source })}
					</span>
				) : null}
			</Fact>
			<Fact name={t('reference.proposal.reason')}>{reason}</Fact>
			<Fact name={t('reference.proposal.from')}>{formatDay(from, language)}</Fact>
			<Fact name={t('reference.proposal.by')}>
				{by} {formatInstant(at, language)}
			</Fact>
			{declined ? (
				<Fact name={t('reference.proposal.declined')}>
					{declined.by} {formatInstant(declined.at, language)}
					<span className="block">{declined.reason}</span>
				</Fact>
			) : null}
		</dl>
	)
}
