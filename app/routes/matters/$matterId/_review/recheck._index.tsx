import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { BeyondCard } from '#app/components/review/beyond-card.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { HiddenField, SelectField, TextArea } from '#app/components/form/fields.tsx'
import { sending } from '#app/forms/form.ts'
import { LEDGER } from '#app/forms/redline-forms.ts'
import { RECHECK } from '#app/forms/opinion-forms.ts'
import { type ChosenVerdicts, ItemVerdicts } from '#app/components/review/item-verdicts.tsx'
import { StepVerdict } from '#app/components/review/step-verdict.tsx'
import { VERDICT_KEYS } from '#app/components/review/verdict-keys.ts'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { BesideChanges } from '#app/components/redline/beside-changes.tsx'
import { ItemsBeside, ItemsWithoutPlace } from '#app/components/redline/redline-items.tsx'
import type { FurtherKey } from '#app/components/redline/redline-keys.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { StepAnswer } from '#app/components/materials/step-answer.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { type RedlineSearch, redlineSearchOf, samePageAt } from '#app/http/redline-search.server.ts'
import { recheckOf } from '#app/http/read-recheck-form.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { endSitting } from '#app/services/redline/end-sitting.server.ts'
import { tickChanges } from '#app/services/redline/tick-changes.server.ts'
import { failRecheck, openNewRound, proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { type RecheckPage, readRecheckPage } from '#app/services/recheck/read-recheck-pages.server.ts'

export const handle = { title: 'review.recheck.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

const COMMANDS = { propose: proposeRecheck, fail: failRecheck, round: openNewRound } as const

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const search = redlineSearchOf(args.request, 'inline')
	const page = pageOrThrow(await readRecheckPage(shell, actor, matterIdOf(args.params), search.choice))
	return { key: shell.newId(), search, ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: { ...RECHECK, ...LEDGER },
		run: ({ shell, actor, order, form }): Promise<Result<unknown, Refusal>> => {
			if (form.intent === 'end') return endSitting(shell, actor, order)
			if (form.intent === 'see' || form.intent === 'unsee')
				return tickChanges(shell, actor, order, form, form.intent === 'see')
			return COMMANDS[form.intent](shell, actor, order, recheckOf(form))
		},
		goTo: (given) => {
			const { form } = given
			if (form.intent === 'end') return samePageAt(args.request, null)
			return 'next' in form ? samePageAt(args.request, form.next) : toMatter(given)
		},
		fieldOf: (_given, field) =>
			field === 'note' ? RECHECK.propose.remark.name : field.replace(/^step-/, 'verdict-'),
	})
}

type LoadedPage = RecheckPage & { readonly key: string; readonly search: RedlineSearch }

/** While a large pair is being compared the page asks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
	...(data && data.opinion && !data.comparison ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export default function RecheckRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, opinion } = page
	const [chosen, setChosen] = useState<ChosenVerdicts>(new Map())
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('review.recheck.title')}
				actions={<LinkButton to={`/matters/${heading.matterId}/redline`}>{t('redline.title')}</LinkButton>}
			/>
			<PageBody aside={<RecheckCard page={page} answer={answer} chosen={chosen} onChoose={setChosen} />}>
				<RefusalNotice refusal={answer?.refusal} />
				{opinion ? (
					<Changes page={page} opinion={opinion} answer={answer} chosen={chosen} />
				) : (
					<EmptyState>{t('review.recheck.noOpinion')}</EmptyState>
				)}
			</PageBody>
		</>
	)
}

/** What changed since the opinion, each item beside its place. */
function Changes(props: {
	page: LoadedPage
	opinion: NonNullable<LoadedPage['opinion']>
	answer: FormAnswer | undefined
	chosen: ChosenVerdicts
}) {
	const { page, opinion, answer, chosen } = props
	const { t } = useTranslation()
	const { heading, version, comparison, search } = page
	if (!comparison)
		return (
			<p role="status" className="px-4 py-5">
				{t('redline.waiting')}{' '}
				<Link to={`/matters/${heading.matterId}/versions`}>{t('review.redline.original')}</Link>
			</p>
		)
	const items = opinion.items.map((item) => {
		const verdict = chosen.get(item.id)
		return { ...item, side: 'old' as const, verdict: verdict ? { verdict, note: '' } : item.verdict }
	})
	const names = {
		old: t('review.version', { version: opinion.versionNo }),
		new: t('review.version', { version: page.newVersionNo ?? 0 }),
	}
	return (
		<RedlineReader
			reading={comparison.reading}
			address={{
				path: `/matters/${heading.matterId}/recheck`,
				texts: {},
				view: search.view,
				usualView: 'inline',
				choice: search.choice,
			}}
			texts={{
				old: { name: names.old, sha256: opinion.contentSha256 },
				new: { name: names.new, sha256: version?.contentSha256 ?? '' },
			}}
			ledger={
				comparison.ledger && {
					summary: comparison.ledger,
					matterId: heading.matterId,
					pair: { from: opinion.versionNo, to: page.newVersionNo ?? 0 },
					commandKey: page.key,
					answer,
				}
			}
			beside={(block) => <ItemsBeside block={block} items={items} names={names} />}
			furtherKeys={verdictKeys(t)}
			above={
				<>
					<BesideChanges changes={page.besideText} ticks={comparison.besideTicks} />
					<ItemsWithoutPlace items={items} placedIds={new Set(comparison.placedIds)} names={names} />
				</>
			}
		/>
	)
}

/** The keys of the form beside, for the list of keys. */
function verdictKeys(t: TFunction): FurtherKey[] {
	return [
		...VERDICT_KEYS.map(([key, verdict]): FurtherKey => [
			key,
			t('redline.verdicts.judge', { verdict: t(`words.verdict.${verdict}`) }),
		]),
		['i', t('redline.verdicts.nextOpen')],
	]
}

function RecheckCard(props: {
	page: LoadedPage
	answer: FormAnswer | undefined
	chosen: ChosenVerdicts
	onChoose: (chosen: ChosenVerdicts) => void
}) {
	const { page, answer, chosen, onChoose } = props
	const { t } = useTranslation()
	const { heading, opinion } = page
	if (page.isWaiting) return <Card>{t('review.recheck.waiting')}</Card>
	if (!opinion || !heading.open.includes('recheck.proposed')) return <Card>{t('review.notNow')}</Card>
	const isBeyond = page.beyond === null || page.beyond.length > 0
	return (
		<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
			<BeyondCard beyond={page.beyond} isListed={(page.comparison?.ledger?.outside.length ?? 0) > 0} />
			<ItemVerdicts items={opinion.items} chosen={chosen} onChoose={onChoose} />
			{page.steps.length > 0 ? (
				<Card title={t('review.recheck.steps')}>
					{page.steps.map((step) => (
						<div key={step.id} className="mb-2 border-b border-line pb-2">
							<StepAnswer matterId={heading.matterId} row={step} />
							<StepVerdict id={step.id} />
						</div>
					))}
				</Card>
			) : null}
			<Card title={t('review.recheck.conclusion')}>
				{page.kinds.length > 1 ? (
					<SelectField
						name={RECHECK.propose.kind}
						label={t('review.recheck.kindLabel')}
						hint={t('review.recheck.kindHint')}
						empty={t('review.choose')}
						options={page.kinds.map((kind) => ({ value: kind, label: t(`review.recheck.kind.${kind}`) }))}
					/>
				) : (
					<HiddenField name={RECHECK.propose.kind} value={page.kinds[0]} />
				)}
				<TextArea
					name={RECHECK.propose.remark}
					label={t('review.recheck.note')}
					hint={t('review.recheck.noteHint')}
				/>
				<div className="flex flex-col gap-2">
					{isBeyond ? null : (
						<Button look="filled" icon="check" {...sending(RECHECK.propose)}>
							{t('review.recheck.propose')}
						</Button>
					)}
					<Button icon="back" {...sending(RECHECK.fail)}>
						{t('review.recheck.fail')}
					</Button>
					<Button look={isBeyond ? 'filled' : 'outline'} icon="list" {...sending(RECHECK.round)}>
						{t('review.recheck.round')}
					</Button>
				</div>
			</Card>
		</CommandForm>
	)
}
