import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { BeyondCard } from '#app/components/review/beyond-card.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { TextArea } from '#app/components/form/fields.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { OpinionItem } from '#app/components/review/opinion-item.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { type GivenMatterForm, takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { about, type Given } from '#app/forms/form.ts'
import { RECHECK_SIGNING } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { refuseRecheck, signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import {
	type RecheckSigningPage,
	readRecheckSigningPage,
} from '#app/services/recheck/read-recheck-pages.server.ts'
import { reissueClearance } from '#app/services/clearance/reissue-clearance.server.ts'

export const handle = { title: 'review.recheckSign.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return {
		key: shell.newId(),
		...pageOrThrow(await readRecheckSigningPage(shell, actor, matterIdOf(args.params))),
	}
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof RECHECK_SIGNING, unknown>(args, {
		shape: RECHECK_SIGNING,
		run,
		goTo: toMatter,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof RECHECK_SIGNING>>) {
	if (form.intent === 'refuse') return refuseRecheck(shell, actor, order, form.words)
	if (form.intent === 'reissue') return reissueClearance(shell, actor, order, form)
	return signRecheck(shell, actor, order, form)
}

type LoadedPage = RecheckSigningPage & { readonly key: string }
type Part = { readonly page: LoadedPage; readonly answer: FormAnswer | undefined }

export default function RecheckSignRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, opinion, recheck } = page
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('review.recheckSign.title')}
				actions={<LinkButton to={`/matters/${heading.matterId}/redline`}>{t('redline.title')}</LinkButton>}
			/>
			<PageBody isAsideFirst aside={<Acts page={page} answer={answer} />}>
				<RefusalNotice refusal={answer?.refusal} signs />
				{recheck ? (
					<Card title={t(`review.recheck.kind.${recheck.kind}`)} note={recheck.reviewer}>
						<p lang="zh-CN" className="whitespace-pre-wrap">
							{recheck.note}
						</p>
					</Card>
				) : null}
				{opinion ? (
					<Card title={opinion.number} note={t('review.version', { version: opinion.versionNo })}>
						<ol className="divide-y divide-line">
							{opinion.items.map((item) => (
								<li key={item.id}>
									<OpinionItem item={item} />
								</li>
							))}
						</ol>
						{opinion.items.length === 0 ? <p className="text-table">{t('review.opinions.noItems')}</p> : null}
					</Card>
				) : (
					<EmptyState>{t('review.recheck.noOpinion')}</EmptyState>
				)}
			</PageBody>
		</>
	)
}

function Acts({ page, answer }: Part) {
	const { t } = useTranslation()
	const { heading, version, clash } = page
	const isDecidable = heading.open.includes('recheck.signed') && page.recheck !== null
	const maySign = isDecidable && page.beyond?.length === 0
	const mayReissue = heading.open.includes('clearance.reissued') && page.reissueUnmet.length === 0
	return (
		<div className="no-print">
			<Card title={t('review.sign.facts')}>
				<dl>
					<Fact name={t('review.sign.onlyOn')}>
						{version ? t('review.version', { version: version.versionNo }) : ''}{' '}
						{version ? <HashText hash={version.contentSha256} /> : null}
					</Fact>
					<Fact name={t('review.sign.after')}>{t('review.recheckSign.after')}</Fact>
					{page.ledger ? (
						<Fact name={t('review.recheckSign.changes')}>
							<Link
								to={`/matters/${heading.matterId}/redline?from=${page.ledger.from}&to=${page.ledger.to}&seen=not`}
							>
								{t('redline.ledger.counts', page.ledger)}
							</Link>
							{page.ledger.seen < page.ledger.changes ? (
								<p className="text-warn">
									{t('review.recheckSign.unseen', { count: page.ledger.changes - page.ledger.seen })}
								</p>
							) : null}
						</Fact>
					) : null}
					{page.retained.length > 0 ? (
						<Fact name={t('review.recheckSign.retained')}>{page.retained.join('、')}</Fact>
					) : null}
				</dl>
				{heading.state === 'recheck' ? (
					<ul className="mt-2 border-t border-line pt-2">
						{page.unmet.map((requirement) => (
							<li key={requirement} className="flex gap-2 py-1 text-table">
								<Icon name="circle" className="mt-1 text-ink3" />
								{t(`acts.missing.${requirement}`)}
							</li>
						))}
					</ul>
				) : null}
			</Card>
			{page.recheck ? <BeyondCard beyond={page.beyond} /> : null}
			{clash && (maySign || mayReissue) ? (
				<p className="mb-4 rounded bg-bad-soft px-4 py-2 text-bad">{refusalSentence(clash, t)}</p>
			) : null}
			{maySign && !clash ? <SignForm page={page} answer={answer} /> : null}
			{isDecidable && !clash ? <RefuseForm page={page} answer={answer} /> : null}
			{mayReissue && !clash ? <ReissueForm page={page} answer={answer} /> : null}
			{isDecidable || mayReissue ? null : <p>{t('review.notNow')}</p>}
		</div>
	)
}

function SignForm({ page, answer }: Part) {
	const { t } = useTranslation()
	return (
		<CommandForm
			answer={answer}
			about={about(RECHECK_SIGNING.sign)}
			commandKey={`${page.key}-sign`}
			seen={page.heading.revision}
			className="mb-4"
		>
			{page.retained.length > 0 ? (
				<TextArea
					name={RECHECK_SIGNING.sign.explanation}
					label={t('review.recheckSign.explanation')}
					hint={t('review.recheckSign.explanationHint')}
				/>
			) : null}
			<SigningBox
				fields={RECHECK_SIGNING.sign}
				read={t('review.recheckSign.read')}
				label={t('review.recheckSign.submit')}
				note={t('review.recheckSign.note')}
			/>
		</CommandForm>
	)
}

function RefuseForm({ page, answer }: Part) {
	const { t } = useTranslation()
	const isRefused = answerTo(answer, about(RECHECK_SIGNING.refuse)) !== undefined
	return (
		<details open={isRefused}>
			<summary className="text-table text-accent">{t('review.recheckSign.refuse')}</summary>
			<CommandForm
				answer={answer}
				about={about(RECHECK_SIGNING.refuse)}
				commandKey={`${page.key}-refuse`}
				seen={page.heading.revision}
				className="mt-2"
			>
				<TextArea name={RECHECK_SIGNING.refuse.words} label={t('review.recheckSign.refuseWords')} />
				<Button look="danger" icon="back">
					{t('review.recheckSign.refuse')}
				</Button>
			</CommandForm>
		</details>
	)
}

function ReissueForm({ page, answer }: Part) {
	const { t } = useTranslation()
	return (
		<CommandForm
			answer={answer}
			about={about(RECHECK_SIGNING.reissue)}
			commandKey={`${page.key}-reissue`}
			seen={page.heading.revision}
			className="mb-4"
		>
			<p className="mb-2 text-table">{t('review.reissue.lead', { number: page.formerClearance ?? '' })}</p>
			<SigningBox
				fields={RECHECK_SIGNING.reissue}
				read={t('review.reissue.read')}
				label={t('review.reissue.submit')}
			/>
		</CommandForm>
	)
}
