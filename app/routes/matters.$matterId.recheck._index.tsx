import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FormAnswer } from '#app/components/form-state.ts'
import { Button, LinkButton } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { ItemKindChip, ReplyChip } from '#app/components/chips.tsx'
import { CommandForm } from '#app/components/command-form.tsx'
import { DeskHead } from '#app/components/desk-head.tsx'
import { RadioRow, SelectField, TextArea } from '#app/components/fields.tsx'
import { ItemsBeside, ItemsElsewhere } from '#app/components/items-beside.tsx'
import { StepVerdict } from '#app/components/opinion-forms.tsx'
import { EmptyState, PageBody } from '#app/components/page.tsx'
import { RedlineCounts, RedlineView } from '#app/components/redline-view.tsx'
import { RefusalNotice } from '#app/components/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/revalidate-after-refusal.ts'
import { StepAnswer } from '#app/components/step-answer.tsx'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { RecheckForm, recheckOf } from '#app/http/read-recheck-form.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { failRecheck, openNewRound, proposeRecheck } from '#app/services/propose-recheck.server.ts'
import type { ItemRow } from '#app/services/read-opinions-page.server.ts'
import type { RecheckPage } from '#app/services/read-recheck-pages.server.ts'
import { readRecheckPage } from '#app/services/read-recheck-pages.server.ts'

export const shouldRevalidate = revalidateAfterRefusal

const COMMANDS = { propose: proposeRecheck, fail: failRecheck, round: openNewRound } as const

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readRecheckPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		schema: RecheckForm,
		run: ({ shell, actor, order, form }) => COMMANDS[form.intent](shell, actor, order, recheckOf(form)),
		goTo: toMatter,
		fieldOf: (_given, field) => field.replace(/^step-/, 'verdict-'),
	})
}

type LoadedPage = RecheckPage & { readonly key: string }

export default function RecheckRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading, opinion, redline } = page
	const items = opinion?.items ?? []
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('review.recheck.title')}
				actions={<LinkButton to={`/matters/${heading.matterId}/redline`}>{t('redline.title')}</LinkButton>}
			/>
			<PageBody aside={<RecheckCard page={page} answer={answer} />}>
				<RefusalNotice refusal={answer?.refusal} />
				{opinion ? (
					<>
						<Card
							title={t('review.recheck.changes', { from: opinion.versionNo, to: page.newVersionNo ?? 0 })}
							note={opinion.number}
						>
							<RedlineCounts redline={redline} />
						</Card>
						<ItemsElsewhere redline={redline} items={items} />
						<RedlineView
							redline={redline}
							view="inline"
							show="changes"
							oldName={`V${opinion.versionNo}`}
							newName={`V${page.newVersionNo ?? 0}`}
							beside={(block) => <ItemsBeside block={block} items={items} />}
						/>
					</>
				) : (
					<EmptyState>{t('review.recheck.noOpinion')}</EmptyState>
				)}
			</PageBody>
		</>
	)
}

function RecheckCard({ page, answer }: { page: LoadedPage; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const { heading, opinion } = page
	if (page.isWaiting) return <Card>{t('review.recheck.waiting')}</Card>
	if (!opinion || !heading.open.includes('recheck.proposed')) return <Card>{t('review.notNow')}</Card>
	return (
		<CommandForm answer={answer} commandKey={page.key} seen={heading.revision}>
			<Card title={t('review.recheck.items', { count: opinion.items.length })}>
				{opinion.items.map((item) => (
					<ItemVerdict key={item.id} item={item} />
				))}
				{opinion.items.length === 0 ? <p className="text-table">{t('review.opinions.noItems')}</p> : null}
			</Card>
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
						name="kind"
						label={t('review.recheck.kindLabel')}
						hint={t('review.recheck.kindHint')}
						defaultValue={page.kinds[0]}
						options={page.kinds.map((kind) => ({ value: kind, label: t(`review.recheck.kind.${kind}`) }))}
					/>
				) : (
					<input type="hidden" name="kind" value={page.kinds[0]} />
				)}
				<TextArea
					name="note"
					required={false}
					label={t('review.recheck.note')}
					hint={t('review.recheck.noteHint')}
				/>
				<div className="flex flex-col gap-2">
					<Button look="filled" icon="check" name="intent" value="propose">
						{t('review.recheck.propose')}
					</Button>
					<Button icon="back" name="intent" value="fail">
						{t('review.recheck.fail')}
					</Button>
					<Button icon="list" name="intent" value="round">
						{t('review.recheck.round')}
					</Button>
				</div>
			</Card>
		</CommandForm>
	)
}

function ItemVerdict({ item }: { item: ItemRow }) {
	const { t } = useTranslation()
	const mayRetain = item.reply !== null && item.reply.answer !== 'adopted'
	return (
		<div className="mb-2 border-b border-line pb-2">
			<p className="flex flex-wrap items-baseline gap-2 text-table">
				<span className="font-semibold">{item.position}</span>
				<ItemKindChip kind={item.kind} />
				<span lang="zh-CN">{item.place}</span>
				{item.reply ? <ReplyChip answer={item.reply.answer} /> : null}
			</p>
			<RadioRow
				name={`item-${item.id}`}
				legend={t('review.recheck.verdict', { number: item.position })}
				isHidden
				choices={[
					{ value: 'settled', label: t('words.verdict.settled') },
					{ value: 'unsettled', label: t('words.verdict.unsettled') },
					...(mayRetain ? [{ value: 'retained', label: t('words.verdict.retained') }] : []),
				]}
			/>
			<TextArea
				name={`note-${item.id}`}
				rows={1}
				required={false}
				label={t('review.recheck.itemNote', { number: item.position })}
			/>
		</div>
	)
}
