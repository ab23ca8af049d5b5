import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { ConclusionChip } from '#app/components/review/counsel-opinions.tsx'
import { ContradictionCard } from '#app/components/review/contradiction-card.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { CheckBox, TextArea } from '#app/components/form/fields.tsx'
import { Icon } from '#app/components/frame/icon.tsx'
import { PaperView } from '#app/components/paper/paper-view.tsx'
import { EmptyState, HashText, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { SigningBox } from '#app/components/review/signing-box.tsx'
import { type GivenMatterForm, takeMatterForm } from '#app/http/take-form.server.ts'
import { about, type Given } from '#app/forms/form.ts'
import { SIGNING } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type SigningPage, readSigningPage } from '#app/services/opinion/read-opinion-pages.server.ts'
import { checkOpinion, sendOpinionBack } from '#app/services/opinion/send-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'

export const handle = { title: 'review.sign.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readSigningPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof SIGNING, unknown>(args, {
		shape: SIGNING,
		run,
		goTo: ({ order, form }) =>
			form.intent === 'check' ? `/matters/${order.matterId}/opinion/sign` : `/matters/${order.matterId}`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof SIGNING>>) {
	if (form.intent === 'back') return sendOpinionBack(shell, actor, order, form.words)
	if (form.intent === 'check') return checkOpinion(shell, actor, order)
	return signOpinion(shell, actor, order, form)
}

export default function OpinionSignRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, nodes } = page
	const title = t('review.sign.title')
	return (
		<>
			<DeskHead heading={heading} title={title} />
			<PageBody isAsideFirst aside={<Facts page={page} answer={answer} />}>
				<RefusalNotice refusal={answer?.refusal} signs />
				{nodes.length > 0 ? (
					<PaperView paper={{ title, nodes, seal: null }} />
				) : (
					<EmptyState>{t('review.sign.none')}</EmptyState>
				)}
			</PageBody>
		</>
	)
}

type LoadedPage = SigningPage & { readonly key: string }
type Part = { readonly page: LoadedPage; readonly answer: FormAnswer | undefined }

function Facts({ page, answer }: Part) {
	const { t } = useTranslation()
	const { heading, paper } = page
	const must = paper?.items.filter((item) => item.kind === 'must').length ?? 0
	return (
		<div className="no-print">
			<Card title={t('review.sign.facts')}>
				<dl>
					<Fact name={t('review.sign.conclusion')}>
						{paper?.conclusion ? (
							<ConclusionChip conclusion={paper.conclusion} />
						) : (
							t('review.opinion.noConclusion')
						)}
					</Fact>
					<Fact name={t('review.sign.items')}>
						{t('review.sign.itemCount', { must, advice: (paper?.items.length ?? 0) - must })}
					</Fact>
					<Fact name={t('review.sign.onlyOn')}>
						{paper ? t('review.version', { version: paper.version.versionNo }) : ''}{' '}
						{paper ? <HashText hash={paper.version.contentSha256} /> : null}
					</Fact>
					<Fact name={t('review.sign.hands')}>
						{t('review.sign.handsLine', {
							reviewer: paper?.reviewer.name ?? '',
							checker: paper?.checker?.name ?? t('review.sign.pending'),
						})}
					</Fact>
					{paper?.conclusion ? (
						<Fact name={t('review.sign.after')}>
							{t(`review.sign.effect.${paper.conclusion}`, { days: page.reviewDays.revise })}
						</Fact>
					) : null}
				</dl>
				<Checks page={page} />
			</Card>
			<ContradictionCard opinion={page.opinion} matterId={heading.matterId} mayMend={false} />
			{heading.state === 'signoff' ? <Acts page={page} answer={answer} /> : <p>{t('review.sign.preview')}</p>}
		</div>
	)
}

/** What stands in the way of the signature, or that nothing does. */
function Checks({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const { unmet } = page
	return (
		<ul className="mt-2 border-t border-line pt-2">
			{unmet.length === 0 ? (
				<li className="flex gap-2 py-1 text-table text-ok">
					<Icon name="circle-check" className="mt-1" />
					{t('review.sign.allMet')}
				</li>
			) : null}
			{unmet.map((requirement) => (
				<li key={requirement} className="flex gap-2 py-1 text-table">
					<Icon name="circle" className="mt-1 text-ink3" />
					{t(`acts.missing.${requirement}`)}
				</li>
			))}
			{page.holds.length > 0 ? (
				<li className="py-1">
					<LinkButton to={`/matters/${page.heading.matterId}/hold`}>{t('review.hold.title')}</LinkButton>
				</li>
			) : null}
		</ul>
	)
}

function Acts({ page, answer }: Part) {
	const { t } = useTranslation()
	const { heading, clash } = page
	const mayCheck = heading.open.includes('opinion.checked') && !page.isChecked
	const maySign = heading.open.includes('opinion.signed') && page.isChecked
	const clashWords = clash && (mayCheck || maySign) ? refusalSentence(clash, t) : null
	return (
		<>
			{clashWords ? (
				<p className="mb-4 flex gap-2 rounded bg-bad-soft px-4 py-2 text-bad">
					<Icon name="alert" className="mt-1" />
					{clashWords}
				</p>
			) : null}
			{mayCheck && !clashWords ? <CheckForm page={page} answer={answer} /> : null}
			{maySign && !clashWords ? (
				<CommandForm
					answer={answer}
					about={about(SIGNING.sign)}
					commandKey={`${page.key}-sign`}
					seen={heading.revision}
					className="mb-4"
				>
					<SigningBox
						fields={SIGNING.sign}
						read={t('review.sign.read')}
						label={t('review.sign.submit')}
						note={t('review.sign.note')}
					/>
				</CommandForm>
			) : null}
			{heading.open.includes('opinion.sent-back') ? <BackForm page={page} answer={answer} /> : null}
		</>
	)
}

function CheckForm({ page, answer }: Part) {
	const { t } = useTranslation()
	return (
		<CommandForm
			answer={answer}
			about={about(SIGNING.check)}
			commandKey={`${page.key}-check`}
			seen={page.heading.revision}
			className="mb-4 rounded border border-line bg-sunken p-3"
		>
			<CheckBox name={SIGNING.check.read} id="read-check" label={t('review.sign.read')} isRequired />
			<Button look="filled" icon="check" className="w-full min-h-[40px]">
				{t('review.sign.check')}
			</Button>
		</CommandForm>
	)
}

function BackForm({ page, answer }: Part) {
	const { t } = useTranslation()
	const isRefused = answerTo(answer, about(SIGNING.back)) !== undefined
	return (
		<details open={isRefused}>
			<summary className="text-table text-accent">{t('review.sign.back')}</summary>
			<CommandForm
				answer={answer}
				about={about(SIGNING.back)}
				commandKey={`${page.key}-back`}
				seen={page.heading.revision}
				className="mt-2"
			>
				<TextArea name={SIGNING.back.words} label={t('review.sign.backWords')} />
				<Button icon="back">{t('review.sign.back')}</Button>
			</CommandForm>
		</details>
	)
}
