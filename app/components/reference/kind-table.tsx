import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { KindLine, ReferencePage } from '#app/services/reference/read-reference.server.ts'
import { plainDay } from './entry-words.ts'

/** The kinds of a group: how many entries, how many to be confirmed, and the newest day. */
export function KindTable({ group, kinds }: ReferencePage['groups'][number]) {
	const { t } = useTranslation()
	return (
		<Card title={t(`reference.group.${group}`)} padded={false}>
			<ul>
				{kinds.map((line) => (
					<li key={line.kind} className="border-b border-line px-4 py-3 last:border-b-0">
						<KindRow line={line} />
					</li>
				))}
			</ul>
		</Card>
	)
}

function KindRow({ line }: { line: KindLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { kind, entries, toBeConfirmed, newest } = line
	return (
		<>
			<p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
				<Link to={`/admin/reference/${kind}`} className="font-semibold">
					{t(`reference.kind.${kind}`)}
				</Link>
				<span className="text-table text-ink2">{t('reference.count', { count: entries })}</span>
				{toBeConfirmed > 0 ? (
					<Chip tone="amber" icon="alert">
						{t('reference.open', { count: toBeConfirmed })}
					</Chip>
				) : (
					<Chip tone="green" icon="check">
						{t('reference.allVerified')}
					</Chip>
				)}
			</p>
			<p className="text-table text-ink2">{t(`reference.kindLead.${kind}`)}</p>
			{newest === null ? null : (
				<p className="text-quiet text-ink3">{t('reference.newest', { day: plainDay(newest, language) })}</p>
			)}
		</>
	)
}
