import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type Covering, findCovering } from '#app/services/checkpoint/find-covering.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'checkpoints.paper.title' } satisfies PageHandle

/** What a code may look like: groups of letters and digits. Anything else asks no database. */
const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){1,7}$/

/** For everybody who holds a paper, without an account: the first checkpoint that covers it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
	const code = (params['code'] ?? '').trim().toUpperCase()
	return { found: CODE.test(code) ? await findCovering(context.shell, code) : null, code }
}

export default function CoveringRoute() {
	const { t } = useTranslation()
	const { found, code } = useLoaderData<typeof loader>()
	return (
		<div className="mx-auto max-w-[720px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(handle.title)}</h1>
			<p className="mb-3 break-all">{code}</p>
			{found ? <Found found={found} /> : <p role="status">{t('checkpoints.paper.unknown')}</p>}
			<p className="mt-4 text-table text-ink2">{t('checkpoints.paper.lead')}</p>
		</div>
	)
}

function Found({ found: { paper, checkpoint, holds } }: { found: Covering }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card>
			<p role="status" className={`mb-2 font-semibold ${holds ? '' : 'text-bad'}`}>
				{t(`checkpoints.paper.${verdictOf({ paper, checkpoint, holds })}`)}
			</p>
			<dl>
				{paper ? (
					<Fact name={t('checkpoints.paper.sealedAt')}>{formatInstant(paper.sealedAt, language)}</Fact>
				) : null}
				{paper && paper.position !== null ? (
					<Fact name={t('checkpoints.paper.place')}>{paper.position + 1}</Fact>
				) : null}
				{checkpoint ? (
					<>
						<Fact name={t(paper ? 'checkpoints.paper.first' : 'checkpoints.fingerprint')}>
							{checkpoint.fingerprint}
						</Fact>
						<Fact name={t('checkpoints.madeAt')}>{formatInstant(checkpoint.madeAt, language)}</Fact>
						<Fact name={t('checkpoints.size')}>{checkpoint.size}</Fact>
						{checkpoint.isSigned ? (
							<Fact name={t('checkpoints.paper.signature')}>
								{t('checkpoints.paper.signatureGood')}
								{checkpoint.isCosigned ? ` · ${t('checkpoints.paper.cosigned')}` : null}
							</Fact>
						) : null}
						<Fact name={t('checkpoints.paper.publicKey')}>
							<span className="break-all">{checkpoint.publicKey}</span>
						</Fact>
					</>
				) : null}
			</dl>
			{checkpoint ? (
				<>
					<h2 className="mt-3 font-semibold">{t('checkpoints.paper.note')}</h2>
					<pre className="whitespace-pre-wrap break-all text-quiet">{checkpoint.note}</pre>
				</>
			) : null}
		</Card>
	)
}

function verdictOf({ paper, checkpoint, holds }: Covering): 'wrong' | 'waiting' | 'covered' | 'checkpoint' {
	if (!holds) return 'wrong'
	if (!paper) return 'checkpoint'
	return checkpoint ? 'covered' : 'waiting'
}
