import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import type { MatterState } from '#app/domain/matter/matter-state.ts'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { Referral, RulingPage } from '#app/services/after-meeting/read-ruling-page.server.ts'

/** What a meeting has referred, the text that it discussed, and what was ruled on it. */
export function RulingCard({ page, referral }: { page: RulingPage; referral: Referral }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { meeting, metOn, decisionText, dissent, text, expiredOn, ruling } = referral
	return (
		<Card title={meeting} note={formatDay(metOn, language)}>
			<dl>
				<Fact name={t('ruling.decision')}>
					<Said words={decisionText} />
				</Fact>
				{dissent ? (
					<Fact name={t('ruling.dissent')}>
						<Said words={dissent} />
					</Fact>
				) : null}
				{text ? (
					<Fact name={t('ruling.text')}>
						{t('ruling.version', { version: text.versionNo })} <HashText hash={text.contentSha256} />
					</Fact>
				) : null}
			</dl>
			{ruling ? (
				<Ruled ruling={ruling} after={page.leadsTo[ruling.result]} />
			) : (
				<p className="mt-2 border-l-4 border-accent bg-accent-soft px-4 py-2 text-table">
					{t('ruling.awaited')}
				</p>
			)}
			{expiredOn && ruling?.result !== 'not-passed' ? (
				<p className="mt-2 border-l-4 border-warn bg-warn-soft px-4 py-2 text-table text-warn">
					{t('ruling.expired', { day: formatDay(expiredOn, language) })}
				</p>
			) : null}
			{ruling && referral === page.referrals[0] ? <Next page={page} result={ruling.result} /> : null}
		</Card>
	)
}

function Ruled({ ruling, after }: { ruling: NonNullable<Referral['ruling']>; after: MatterState }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { body, result, ruledOn, documentNumber, words, by, at } = ruling
	const said = { body: t(`ruling.body.${body}`), result: t(`ruling.result.${result}`) }
	return (
		<dl className="mt-2 border-t border-line pt-2">
			<Fact name={t('ruling.ruled.title')}>
				<strong>{t('ruling.ruled.said', said)}</strong>
			</Fact>
			<Fact name={t('ruling.form.ruledOn')}>{formatDay(ruledOn, language)}</Fact>
			<Fact name={t('ruling.form.documentNumber')}>
				{documentNumber ? <span lang="zh-CN">{documentNumber}</span> : t('ruling.ruled.noNumber')}
			</Fact>
			<Fact name={t('ruling.form.words')}>
				<Said words={words} />
			</Fact>
			<Fact name={t('ruling.ruled.state')}>
				{t('ruling.leads', { before: t('words.state.decided'), after: t(`words.state.${after}`) })}
			</Fact>
			<Fact name={t('ruling.ruled.recorded')}>
				{by}　{formatInstant(at, language)}
			</Fact>
		</dl>
	)
}

/** Where the matter went by the ruling. */
function Next({ page, result }: { page: RulingPage; result: NonNullable<Referral['ruling']>['result'] }) {
	const { t } = useTranslation()
	const { heading, isForRegister } = page
	const { matterId } = heading
	return (
		<p className="no-print mt-2 border-t border-line pt-2 text-table">
			{result !== 'passed' ? (
				t(`ruling.next.${result}`)
			) : isForRegister ? (
				<Link to={`/register/issuing/${matterId}`}>{t('ruling.next.issue')}</Link>
			) : (
				<Link to={`/matters/${matterId}/conclude`}>{t('ruling.next.conclude')}</Link>
			)}
		</p>
	)
}

/** Words as they were typed, in their own language and lines. */
function Said({ words }: { words: string }) {
	return (
		<span lang="zh-CN" className="whitespace-pre-line">
			{words}
		</span>
	)
}
