import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { BehindNotice } from '#app/components/meeting/behind-notice.tsx'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant, formatSecond } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	type CheckpointsPage,
	readCheckpointsPage,
} from '#app/services/checkpoint/read-checkpoints-page.server.ts'

export const handle = { title: 'checkpoints.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const below = Number(new URL(args.request.url).searchParams.get('below') ?? '')
	const from = Number.isSafeInteger(below) && below > 0 ? below : null
	return pageOrThrow(await readCheckpointsPage(shell, actor, from))
}

export default function CheckpointsRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const { checkpoints, next, behind, targets } = page
	return (
		<>
			<PageHead back={{ to: '/audit', label: t('administration.trail.title') }} />
			<PageBody
				aside={
					<>
						<Failures page={page} />
						<Keys page={page} />
					</>
				}
			>
				<BehindNotice behind={behind} />
				<p className="mb-3">{t('checkpoints.lead')}</p>
				{targets.length === 0 ? <p className="mb-3 text-warn">{t('checkpoints.noTargets')}</p> : null}
				<Card padded={false}>
					{checkpoints.length === 0 ? (
						<EmptyState>{t('checkpoints.none')}</EmptyState>
					) : (
						<Lines page={page} />
					)}
				</Card>
				{next ? (
					<LinkButton to={`/audit/checkpoints?below=${next}`}>{t('shell.action.next')}</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function Lines({ page: { checkpoints } }: { page: CheckpointsPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const head = ['madeAt', 'size', 'fingerprint', 'deposits'] as const
	return (
		<div className="overflow-x-auto">
			<table className="w-full text-table">
				<thead>
					<tr>
						{head.map((column) => (
							<th key={column} scope="col" className="border-b border-line px-3 py-2 text-left font-semibold">
								{t(`checkpoints.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{checkpoints.map(({ size, fingerprint, madeAt, targets }) => (
						<tr key={size} className="border-b border-line last:border-b-0">
							<td className="px-3 py-2">{formatSecond(madeAt, language)}</td>
							<td className="px-3 py-2">{size}</td>
							<td className="px-3 py-2">
								<Link to={`/checkpoints/${fingerprint}`}>{fingerprint}</Link>
							</td>
							<td className="px-3 py-2">
								{targets.length === 0
									? t('checkpoints.notDeposited')
									: targets.map((target) => t(`checkpoints.target.${target}`)).join(' · ')}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}

function Failures({ page: { failures } }: { page: CheckpointsPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	if (failures.length === 0) return null
	return (
		<Card title={t('checkpoints.failures')}>
			<div role="alert">
				<p className="mb-2">{t('checkpoints.failedLead')}</p>
				<ul className="break-all text-table text-bad">
					{failures.map(({ target, at, reason }) => (
						<li key={target}>
							{t('checkpoints.failed', {
								target: t(`checkpoints.target.${target}`),
								time: formatInstant(at, language),
								reason,
							})}
						</li>
					))}
				</ul>
			</div>
		</Card>
	)
}

function Keys({ page: { keys } }: { page: CheckpointsPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card title={t('checkpoints.keys')}>
			<ul className="text-table">
				{keys.map(({ id, use, publicKey, from, until }) => (
					<li key={id} className="border-b border-line py-2 last:border-b-0">
						<span className="font-semibold">{t(`checkpoints.use.${use}`)}</span> {id}
						<span className="block break-all text-quiet text-ink3">{publicKey}</span>
						<span className="block text-quiet text-ink3">
							{t('checkpoints.from')} {formatInstant(from, language)} ·{' '}
							{until === null
								? t('checkpoints.inUse')
								: `${t('checkpoints.until')} ${formatInstant(until, language)}`}
						</span>
					</li>
				))}
			</ul>
		</Card>
	)
}
