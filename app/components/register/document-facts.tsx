import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { HashText } from '#app/components/frame/page.tsx'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { formatDay, formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { DocumentPage } from '#app/services/register/read-document.server.ts'

/** What a document states of itself, and where its text came from. */
export function DocumentFacts({ page }: { page: DocumentPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { document } = page
	return (
		<Card title={t('register.document.facts')}>
			<dl>
				<Fact name={t('register.document.number')}>
					<span lang="zh-CN">{document.documentNumber}</span>
				</Fact>
				<Fact name={t('register.document.issuer')}>
					<span lang="zh-CN">{document.issuer}</span>
				</Fact>
				<Fact name={t('register.document.publishedOn')}>{formatDay(document.publishedOn, language)}</Fact>
				<Fact name={t('register.document.effectiveOn')}>{formatDay(document.effectiveOn, language)}</Fact>
				<Fact name={t('register.document.validUntil')}>
					{document.validUntil ? formatDay(document.validUntil, language) : t('register.openEnded')}
				</Fact>
				{document.publishedIn ? (
					<Fact name={t('register.document.publishedIn')}>
						<span lang="zh-CN" className="break-words">
							{document.publishedIn}
						</span>
					</Fact>
				) : null}
				<Fact name={t('register.document.source')}>
					<SourceWords page={page} />
				</Fact>
				<Fact name={t('register.document.registered')}>
					{t('register.document.registeredLine', {
						name: page.registeredBy,
						time: formatInstant(page.registeredAt, language),
					})}
				</Fact>
			</dl>
		</Card>
	)
}

function SourceWords({ page }: { page: DocumentPage }) {
	const { t } = useTranslation()
	const { source, file, matter, document } = page
	if (source === 'decided' || source === 'issued')
		return (
			<>
				{t('register.document.fromMatter')}
				{matter ? (
					<Link to={`/matters/${matter.id}`} lang="zh-CN" className="block">
						{matter.title}
					</Link>
				) : null}
			</>
		)
	return (
		<>
			{source === 'imported' ? <strong>{t('register.document.imported')}</strong> : null}{' '}
			{t(source === 'pasted' ? 'register.document.fromPaste' : 'register.document.fromFile')}
			{file ? (
				<a href={`/register/${document.id}/file`} className="no-print block" download>
					{t('register.document.download', { size: Math.max(1, Math.round(file.size / 1024)) })}
				</a>
			) : null}
		</>
	)
}

/** On top of a document that was repealed, or whose registration was withdrawn: since when, and why. */
export function EndNotice({ page }: { page: DocumentPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { end, document } = page
	if (!end) return null
	const isOver = document.standing === 'repealed' || document.standing === 'withdrawn'
	return (
		<Notice isBad={isOver}>
			{end.repealedOn === null ? (
				t('register.document.withdrawnWhy', { words: end.words })
			) : (
				<>
					{t(isOver ? 'register.document.repealedOn' : 'register.document.repealedAhead', {
						day: formatDay(end.repealedOn, language),
					})}{' '}
					{t('register.document.basis', { words: end.words })}
				</>
			)}
			<span className="block text-quiet font-normal">
				{t('register.document.entered', { name: end.by, time: formatInstant(end.at, language) })}
			</span>
		</Notice>
	)
}

function Notice({ isBad, children }: { isBad: boolean; children: ReactNode }) {
	return (
		<div
			className={`my-2 border-l-4 px-4 py-2 text-table font-semibold ${isBad ? 'border-bad bg-bad-soft text-bad' : 'border-warn bg-warn-soft text-warn'}`}
		>
			{children}
		</div>
	)
}

/** In place of a text that is not the one that was registered. */
export function DamagedText() {
	const { t } = useTranslation()
	return (
		<p role="alert" className="flex gap-2 font-semibold text-bad">
			<Icon name="alert" className="mt-1" />
			{t('register.document.damaged')}
		</p>
	)
}

/** What was done with a document, first to last. */
export function DocumentTrail({ page }: { page: DocumentPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card title={t('register.document.trail')}>
			<ol>
				{page.trail.map((line) => (
					<li key={line.seq} className="py-1 text-table">
						<span className="font-semibold">{eventWords(line.kind, t)}</span>{' '}
						{line.actedFor === null
							? line.actor
							: t('delegation.actedFor', { name: line.actor, delegator: line.actedFor })}
						<span className="block text-quiet text-ink3">
							{formatInstant(line.at, language)} · <HashText hash={line.hash} />
						</span>
					</li>
				))}
			</ol>
		</Card>
	)
}
