import { type LoaderFunctionArgs, data } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/form/button.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { StandingChip } from '#app/components/paper/standing-chip.tsx'
import { takeCheck } from '#app/http/verify-limits.server.ts'
import { formatPaperDay } from '#app/locales/format-dates.ts'
import { type VerifiedPaper, verifyPaper } from '#app/services/paper/verify-paper.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'paper.verify.title' } satisfies PageHandle

const typed = z.string().trim().max(100).catch('')
const Query = z.object({ number: typed, code: typed })

/** What was asked and what became of it; `minutes` says how long to wait where too much was asked. */
type Answer = { readonly paper: VerifiedPaper | 'database-behind' | null; readonly minutes: number } | null

export async function loader({ request, context }: LoaderFunctionArgs) {
	const asked = Query.parse(Object.fromEntries(new URL(request.url).searchParams))
	if (asked.number === '' || asked.code === '') return answered(asked, null)
	const minutes = await takeCheck(context.address)
	if (minutes > 0) return answered(asked, { paper: null, minutes }, 429)
	return answered(asked, { paper: await verifyPaper(context.shell, asked), minutes })
}

function answered(asked: z.infer<typeof Query>, answer: Answer, status = 200) {
	return data({ asked, answer }, { status })
}

/** 文书验真, for anybody: whether a paper with this number and this code was sealed here, and how it stands. */
export default function VerifyRoute() {
	const { t } = useTranslation()
	const { asked, answer } = useLoaderData<typeof loader>()
	return (
		<div className="mx-auto max-w-[640px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(handle.title)}</h1>
			<p className="mb-5">{t('paper.verify.lead')}</p>
			<Card>
				<Form method="get">
					<TextField
						name="number"
						label={t('paper.verify.number')}
						hint={t('paper.verify.numberHint')}
						defaultValue={asked.number}
						maxLength={100}
						autoComplete="off"
					/>
					<TextField
						name="code"
						label={t('paper.verify.code')}
						hint={t('paper.verify.codeHint')}
						defaultValue={asked.code}
						maxLength={100}
						autoComplete="off"
					/>
					<Button look="filled">{t('paper.verify.submit')}</Button>
				</Form>
			</Card>
			{answer ? <Found answer={answer} /> : null}
		</div>
	)
}

function Found({ answer: { paper, minutes } }: { answer: NonNullable<Answer> }) {
	const { t } = useTranslation()
	if (minutes > 0) return <Notice isGood={false}>{t('paper.verify.tooMany', { minutes })}</Notice>
	if (paper === 'database-behind') return <Notice isGood={false}>{t('paper.verify.unable')}</Notice>
	if (!paper) return <Notice isGood={false}>{t('paper.verify.notFound')}</Notice>
	return (
		<>
			<Notice isGood={paper.isSound}>
				{t(paper.isSound ? 'paper.verify.found' : 'paper.verify.broken')}
			</Notice>
			<Card>
				<dl>
					<Fact name={t('paper.verify.kind')}>{t(`paper.kind.${paper.kind}`)}</Fact>
					<Fact name={t('paper.verify.number')}>{paper.number}</Fact>
					<Fact name={t('paper.verify.organ')}>{paper.organ}</Fact>
					<Fact name={t('paper.verify.day')}>{formatPaperDay(paper.sealedAt)}</Fact>
					<Fact name={t('paper.verify.standing')}>
						<StandingChip standing={paper.standing} isSound={paper.isSound} />
					</Fact>
				</dl>
				<p className="mt-2 text-quiet text-ink3">{t('paper.verify.same')}</p>
			</Card>
		</>
	)
}

function Notice({ isGood, children }: { isGood: boolean; children: string }) {
	return (
		<p
			role={isGood ? 'status' : 'alert'}
			className={`mb-3 rounded border px-4 py-2 ${isGood ? 'border-ok bg-ok-soft text-ok' : 'border-bad bg-bad-soft text-bad'}`}
		>
			{children}
		</p>
	)
}
