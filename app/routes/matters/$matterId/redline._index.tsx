import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/components/form/button.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import type { FormAnswer } from '#app/components/form/form-state.ts'
import { EmptyState, PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { CorrectionForm, CorrectionList, NO_CLAUSE } from '#app/components/redline/redline-correction.tsx'
import { ItemsBeside, ItemsWithoutPlace } from '#app/components/redline/redline-items.tsx'
import { BesideChanges } from '#app/components/redline/beside-changes.tsx'
import { RedlinePapers } from '#app/components/redline/redline-papers.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { RedlineTexts } from '#app/components/redline/redline-texts.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import type { ReadBlock } from '#app/domain/redline-reading/reading.ts'
import { CORRECTION, LEDGER } from '#app/forms/redline-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { type RedlineSearch, redlineSearchOf, samePageAt } from '#app/http/redline-search.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { takeMatterForm } from '#app/http/take-form.server.ts'
import { correctMatch, withdrawCorrection } from '#app/services/redline/correct-match.server.ts'
import { endSitting } from '#app/services/redline/end-sitting.server.ts'
import { tickChanges } from '#app/services/redline/tick-changes.server.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { Result } from '#app/domain/result.ts'
import { type RedlinePage, readRedlinePage } from '#app/services/redline/read-redline-page.server.ts'

export const handle = { title: 'redline.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const search = redlineSearchOf(args.request)
	const page = pageOrThrow(await readRedlinePage(shell, actor, matterIdOf(args.params), search))
	return { key: shell.newId(), search, ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: { ...CORRECTION, ...LEDGER },
		run: ({ shell, actor, order, form }): Promise<Result<unknown, Refusal>> => {
			if (form.intent === 'end') return endSitting(shell, actor, order)
			if (form.intent === 'see' || form.intent === 'unsee')
				return tickChanges(shell, actor, order, form, form.intent === 'see')
			if (form.intent === 'withdraw') return withdrawCorrection(shell, actor, order, form)
			const keys = [form.new, form.also].filter((each) => each !== NO_CLAUSE && each !== '')
			const old = form.old === NO_CLAUSE ? '' : form.old
			return correctMatch(shell, actor, order, { ...form, old, new: [...new Set(keys)] })
		},
		goTo: ({ form }) => {
			const at = new URL(args.request.url).searchParams.get('at')
			return samePageAt(args.request, 'next' in form ? form.next : at)
		},
	})
}

type LoadedPage = RedlinePage & { readonly key: string; readonly search: RedlineSearch }

/** While a large pair is being compared the page asks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
	...(data && isWaiting(data) ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

function isWaiting(page: Pick<LoadedPage, 'from' | 'to' | 'comparison'>): boolean {
	return page.from !== null && page.to !== null && page.comparison === null
}

export default function RedlineRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { heading } = page
	const mayRecheck = heading.open.includes('recheck.proposed')
	return (
		<>
			<DeskHead
				heading={heading}
				title={t('redline.title')}
				actions={
					mayRecheck ? (
						<LinkButton to={`/matters/${heading.matterId}/recheck`} look="filled">
							{t('review.redline.toRecheck')}
						</LinkButton>
					) : null
				}
			/>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				{page.versions.length < 2 && page.search.other === null ? (
					<EmptyState>{t('review.redline.onlyOne')}</EmptyState>
				) : null}
				<RedlineTexts page={page} search={page.search} />
				{isWaiting(page) ? (
					<p role="status" className="px-4 py-5">
						{t('redline.waiting')}{' '}
						<Link to={`/matters/${heading.matterId}/versions`}>{t('review.redline.original')}</Link>
					</p>
				) : (
					<Compared page={page} answer={answer} />
				)}
			</PageBody>
		</>
	)
}

function Compared({ page, answer }: { page: LoadedPage; answer: FormAnswer | undefined }) {
	const { t } = useTranslation()
	const { heading, comparison, from, to, items, search } = page
	if (!comparison || !from || !to) return null
	const nameOf = (text: typeof from) => text.title ?? t('review.version', { version: text.versionNo })
	const names = { old: nameOf(from), new: nameOf(to) }
	const texts = {
		old: { name: names.old, sha256: from.contentSha256 },
		new: { name: names.new, sha256: to.contentSha256 },
	}
	const pair = from.versionNo === null ? null : { from: from.versionNo, to: to.versionNo }
	const form = pair && { commandKey: page.key, seen: heading.revision, answer, pair }
	const { correcting } = comparison
	const ledgerForm = { matterId: heading.matterId, commandKey: page.key, answer }
	return (
		<RedlineReader
			reading={comparison.reading}
			address={{
				path: `/matters/${heading.matterId}/redline`,
				texts: {
					...(search.other ?? { from: String(from.versionNo) }),
					to: String(to.versionNo),
				},
				view: search.view,
				choice: search.choice,
			}}
			texts={texts}
			mayCorrect={page.mayCorrect}
			ledger={comparison.ledger && pair && { ...ledgerForm, summary: comparison.ledger, pair }}
			papers={
				<RedlinePapers
					folder={`/matters/${heading.matterId}/redline/papers/${olderInAddress(search.other, from.versionNo)}/${to.versionNo}`}
				/>
			}
			noteFor={(block) => itemNumbers(block, items, t)}
			beside={(block) => (
				<>
					{form && correcting?.anchor === block.anchor ? (
						<CorrectionForm match={correcting} {...form} />
					) : null}
					<ItemsBeside block={block} items={items} names={names} />
				</>
			)}
			above={
				<>
					<BesideChanges changes={page.besideText} ticks={comparison.besideTicks} />
					<CorrectionList corrections={comparison.corrections} form={page.mayCorrect ? form : null} />
					<ItemsWithoutPlace items={items} placedIds={new Set(comparison.placedIds)} names={names} />
				</>
			}
		/>
	)
}

/** The older text in the address of a paper: 2, with-…, document-…. */
function olderInAddress(other: RedlineSearch['other'], versionNo: number | null): string {
	return other ? Object.entries(other).flat().join('-') : String(versionNo)
}

/** The items that were put at a block: 意见 1、2. */
function itemNumbers(block: ReadBlock, items: LoadedPage['items'], t: TFunction): string {
	const numbers = items.filter((item) => block.itemIds.includes(item.id)).map((item) => item.position)
	return numbers.length > 0 ? t('redline.item', { number: numbers.join('、') }) : ''
}
