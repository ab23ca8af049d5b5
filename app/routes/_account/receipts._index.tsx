import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { LinkButton } from '#app/components/form/button.tsx'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatSecond } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type ReceiptLine, readReceipts } from '#app/services/account/read-receipts.server.ts'

export const handle = { title: 'checkpoints.receipts.title' } satisfies PageHandle

const Before = z.iso.datetime().nullable().catch(null)

/** One's own receipts; nobody else's. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const before = Before.parse(new URL(args.request.url).searchParams.get('before'))
	return readReceipts(shell, actor, before)
}

export default function ReceiptsRoute() {
	const { t } = useTranslation()
	const { receipts, next } = useLoaderData<typeof loader>()
	return (
		<>
			<PageHead />
			<PageBody isNarrow>
				<p className="mb-3">{t('checkpoints.receipts.lead')}</p>
				<Card padded={receipts.length > 0}>
					{receipts.length === 0 ? <EmptyState>{t('checkpoints.receipts.none')}</EmptyState> : null}
					<ul>
						{receipts.map((receipt) => (
							<Line key={receipt.key} receipt={receipt} />
						))}
					</ul>
				</Card>
				{next ? (
					<LinkButton to={`/receipts?before=${encodeURIComponent(next)}`}>
						{t('checkpoints.receipts.more')}
					</LinkButton>
				) : null}
			</PageBody>
		</>
	)
}

function Line({ receipt: { key, command, at, isDone, stream, seq, isSigned } }: { receipt: ReceiptLine }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const what = eventWords(command, t)
	return (
		<li className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 text-table last:border-b-0">
			<span className="font-semibold">{what}</span>
			<span>{t(isDone ? 'checkpoints.receipts.done' : 'checkpoints.receipts.refused')}</span>
			<span className="text-ink3">{formatSecond(at, language)}</span>
			<span className="ml-auto">
				{isSigned ? (
					<a href={`/receipts/${key}/note`} aria-label={`${t('checkpoints.receipts.download')} ${what}`}>
						{t('checkpoints.receipts.download')}
					</a>
				) : (
					t('checkpoints.receipts.unsigned')
				)}
			</span>
			<span className="w-full break-all text-quiet text-ink3">
				{t('checkpoints.receipts.entry', { stream, seq })}
			</span>
		</li>
	)
}
