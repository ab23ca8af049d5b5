import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { ItemKind } from '#app/domain/opinion/conclusion.ts'
import { type RecheckVerdict, type ReplyAnswer, REPLY_ANSWERS } from '#app/domain/opinion/reply.ts'
import { withoutQuiet } from '#app/domain/redline-reading/quiet-segments.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { ChangeRows } from '#app/components/redline/change-rows.tsx'
import { Chip, ItemKindChip, ReplyChip, VerdictChip } from '#app/components/frame/chips.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField, RadioRow, TextArea } from '#app/components/form/fields.tsx'
import { REPLIES } from '#app/forms/drafting-forms.ts'
import { about, fieldAt } from '#app/forms/form.ts'

/** How many changes the form names by itself; more would not be read. */
const CHANGES_NAMED = 6

/** One item of the opinion with its reply, as the ledger shows it. */
export type ReplyItem = {
	readonly id: string
	readonly position: number
	readonly kind: ItemKind
	readonly place: string
	readonly problem: string
	readonly ground: string
	readonly suggestion: string | null
	readonly quote: string
	readonly change: RedlineBlock | null
	readonly reply: {
		readonly answer: ReplyAnswer
		readonly text: string
		readonly reason: string | null
		readonly by: string
		readonly at: string
	} | null
	readonly verdict: { readonly verdict: RecheckVerdict; readonly note: string } | null
}

type CardProps = {
	readonly item: ReplyItem
	readonly versions: { readonly old: number; readonly current: number | null }
	readonly form: {
		readonly commandKey: string
		readonly seen: number
		readonly answer: FormAnswer | undefined
	} | null
}

/** One item: the reviewer's words with their ground, its place in both texts, the reply, and the form for a new one. */
export function ReplyCard({ item, versions, form }: CardProps) {
	const { t } = useTranslation()
	return (
		<Card
			id={`item-${item.position}`}
			title={t('intake.replies.item', { position: item.position, place: item.place })}
			note={<ItemKindChip kind={item.kind} />}
			aside={
				item.reply ? (
					<ReplyChip answer={item.reply.answer} />
				) : (
					<Chip tone="amber" icon="circle">
						{t('intake.replies.waiting')}
					</Chip>
				)
			}
		>
			<p className="font-semibold">{item.problem}</p>
			{item.ground === '' ? null : (
				<p className="text-table text-ink2">{t('intake.replies.ground', { ground: item.ground })}</p>
			)}
			{item.suggestion ? (
				<p className="text-table">{t('intake.replies.suggestion', { suggestion: item.suggestion })}</p>
			) : null}
			<BothTexts item={item} versions={versions} />
			<LastReply item={item} />
			{form ? <ReplyForm item={item} form={form} /> : null}
		</Card>
	)
}

/** The place in both texts in one column: what came underlined, what went crossed. */
function BothTexts({ item, versions }: Omit<CardProps, 'form'>) {
	const { t } = useTranslation()
	const { change } = item
	const isNewer = versions.current !== null && versions.current > versions.old
	if (!change)
		return item.quote === '' ? null : (
			<blockquote lang="zh-CN" className="my-3 border-l-4 border-line pl-3">
				{item.quote}
			</blockquote>
		)
	const isSame = change.kind === 'unchanged' || change.kind === 'renumbered'
	const labels = [change.old, change.new].map((clauses) => clauses.map((clause) => clause.label).join('、'))
	return (
		<figure lang="zh-CN" className="my-3 rounded border border-line bg-sunken p-3">
			<figcaption className="text-quiet text-ink3">
				{t('intake.replies.oldText', { version: versions.old })} {labels[0]}
				{isNewer
					? ` → ${t('intake.replies.newText', { version: versions.current })} ${labels[1] || t('intake.replies.absent')}`
					: ''}
			</figcaption>
			<ChangeRows block={change} />
			{isNewer && isSame && item.kind === 'must' ? (
				<p className="mt-2 text-table text-warn">{t('intake.replies.sameText')}</p>
			) : null}
		</figure>
	)
}

/** How the place was changed, in fixed words, for the drafter to correct: 将“…”改为“…”, 删去“…”, 增加“…”. */
function changeWords(change: RedlineBlock | null, t: TFunction): string {
	const words: string[] = []
	for (const row of change?.rows ?? []) {
		const merged = withoutQuiet(row.merged)
		for (const [index, segment] of merged.entries()) {
			const before = merged[index - 1]
			if (segment.kind === 'inserted' && before?.kind === 'deleted')
				words.splice(-1, 1, t('intake.replies.changed', { old: before.text, new: segment.text }))
			else if (segment.kind === 'inserted') words.push(t('intake.replies.inserted', { text: segment.text }))
			else if (segment.kind === 'deleted') words.push(t('intake.replies.deleted', { text: segment.text }))
		}
	}
	return words.length === 0 ? '' : `${words.slice(0, CHANGES_NAMED).join('；')}。`
}

function LastReply({ item }: { item: ReplyItem }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { reply, verdict } = item
	if (!reply) return null
	return (
		<div className="mb-3 text-table">
			<p className="text-ink3">
				{t('intake.replies.replied', { name: reply.by, when: formatInstant(reply.at, language) })}
			</p>
			{reply.text === '' ? null : <p>{reply.text}</p>}
			{reply.reason === null ? null : <p>{reply.reason}</p>}
			{verdict ? (
				<p className="mt-1">
					{t('intake.replies.recheck')} <VerdictChip verdict={verdict.verdict} /> {verdict.note}
				</p>
			) : null}
		</div>
	)
}

function ReplyForm({ item, form }: { item: ReplyItem; form: NonNullable<CardProps['form']> }) {
	const { t } = useTranslation()
	const isRefused = answerTo(form.answer, { opinionItemId: item.id }) !== undefined
	const { reply } = REPLIES
	return (
		<details open={isRefused || item.reply === null}>
			<summary className="cursor-pointer text-table text-accent">{t('intake.replies.answer')}</summary>
			<CommandForm
				answer={form.answer}
				about={about(reply, { opinionItemId: item.id })}
				commandKey={`${form.commandKey}-${item.position}`}
				seen={form.seen}
				className="mt-2"
			>
				<HiddenField name={reply.position} value={item.position} />
				<RadioRow
					name={fieldAt(reply.answer, item.position)}
					legend={t('intake.replies.answer')}
					value={item.reply?.answer}
					choices={REPLY_ANSWERS.map((answer) => ({
						value: answer,
						label: t(`words.reply.${answer}`),
						hint: t(`intake.replies.answerHint.${answer}`),
					}))}
				/>
				<TextArea
					name={fieldAt(reply.text, item.position)}
					label={t('intake.replies.text')}
					hint={t('intake.replies.textHint')}
					rows={2}
					optional
					defaultValue={item.reply?.text ?? changeWords(item.change, t)}
				/>
				<TextArea
					name={fieldAt(reply.reason, item.position)}
					label={t('intake.replies.reason')}
					hint={t(item.kind === 'must' ? 'intake.replies.reasonHint' : 'intake.replies.reasonHintAdvice')}
					rows={2}
					optional
					defaultValue={item.reply?.reason ?? undefined}
				/>
				<Button>{t('intake.replies.save')}</Button>
			</CommandForm>
		</details>
	)
}
