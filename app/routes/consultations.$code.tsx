import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommentForm } from '#app/components/consultation/comment-form.tsx'
import { PublicAdoptionTable } from '#app/components/consultation/public-adoption.tsx'
import { PublicHead } from '#app/components/consultation/public-head.tsx'
import { PublicText } from '#app/components/consultation/public-text.tsx'
import { ReceiptCard, ReceiptLookup } from '#app/components/consultation/receipt-cards.tsx'
import type { PlacedDocument } from '#app/domain/legal-text/placed-document.ts'
import { PUBLIC_COMMENT } from '#app/forms/consultation-forms.ts'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { readCommentForm } from '#app/http/read-form.server.ts'
import { faultyForm, notFound, refusedForm } from '#app/http/refusal-response.server.ts'
import { openVisit, visitToken } from '#app/http/visit.server.ts'
import {
	lookUpComment,
	readPublicConsultation,
} from '#app/services/consultation/read-public-consultation.server.ts'
import { receiveComment } from '#app/services/consultation/receive-comment.server.ts'
import { takeLookupTry } from '#app/services/consultation/visitor-tries.server.ts'

const CODE = /^[0-9a-f]{32}$/

/** What the address asks for beside the text: an article to comment on, a receipt to look up. */
function askedOf(request: Request) {
	const { searchParams } = new URL(request.url)
	const asked = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, 100)
	return { article: asked('article'), receipt: asked('receipt'), isSent: asked('sent') === 'yes' }
}

export async function loader(args: LoaderFunctionArgs) {
	const { request, context, params } = args
	const { shell, address } = context
	const { code = '' } = params
	const page = CODE.test(code) ? await readPublicConsultation(shell, code) : null
	if (!page) throw notFound()
	const { csrf, headers } = await openVisit(args)
	const { article, receipt, isSent } = askedOf(request)
	const minutes = receipt === '' ? 0 : await takeLookupTry(shell, address)
	const found = receipt === '' || minutes > 0 ? null : await lookUpComment(shell, code, receipt)
	const chosen = page.articles.find(({ anchor }) => anchor === article) ?? null
	const status = minutes > 0 ? 429 : 200
	return data(
		{
			heading: { title: page.title },
			page,
			csrf,
			key: shell.newId(),
			chosen,
			lookup: { receipt, minutes, found, isSent },
		},
		{ headers, status },
	)
}

export async function action(args: ActionFunctionArgs) {
	const { request, context, params } = args
	const fields = await readCommentForm(request)
	assertOwnForm(args, (await visitToken(args)) ?? '', fields)
	const { code = '' } = params
	if (!CODE.test(code)) throw notFound()
	const submission = parseForm(fields, PUBLIC_COMMENT)
	if (submission.status !== 'success') return faultyForm(submission)
	const { shell, address } = context
	const answer = await receiveComment(shell, code, submission.value, address)
	if (!answer.ok) return refusedForm(answer.reason, submission)
	// A page of its own: loaded again, it sends nothing twice.
	return redirect(`/consultations/${code}?sent=yes&receipt=${answer.value.receipt}#comment`)
}

export const meta: MetaFunction = () => [
	// The address is handed out by the unit; no search engine lists it.
	{ name: 'robots', content: 'noindex' },
]

/** 公开征求意见, for anybody: the draft as it was read, a form without an account, and the look-up of a receipt. */
export default function PublicConsultationRoute() {
	const { t } = useTranslation()
	const loaded = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const { page, chosen, csrf, key, lookup } = loaded
	const thanks = lookup.isSent && lookup.found ? { ...lookup.found, receipt: lookup.receipt } : null
	const isRunning = page.standing === 'running'
	return (
		<>
			<PublicHead page={page} />
			<div className="mx-auto grid max-w-page gap-4 px-5 py-4 max-md:px-3 lg:grid-cols-[minmax(0,2fr)_minmax(320px,1fr)]">
				<div>
					{page.adoption ? <PublicAdoptionTable adoption={page.adoption} /> : null}
					{page.document ? (
						<PublicText
							// As on the packet: the compiler gives up on the depth of a document.
							page={{ ...page, document: page.document as PlacedDocument }}
							chosen={chosen?.anchor ?? null}
						/>
					) : null}
				</div>
				<div id="comment">
					{thanks ? <ReceiptCard thanks={thanks} page={page} /> : null}
					{!thanks && (isRunning || answer) ? (
						<CommentForm form={{ csrf, commandKey: key, answer, chosen }} unit={page.organ} />
					) : null}
					{page.contact === '' ? null : (
						<section className="mb-4 rounded-card border border-line bg-surface px-4 py-3">
							<h2 className="mb-2 text-section font-semibold">{t('consultation.public.inPerson')}</h2>
							<p className="whitespace-pre-wrap text-table" lang="zh-CN">
								{page.contact}
							</p>
						</section>
					)}
					{thanks ? null : <ReceiptLookup lookup={lookup} />}
				</div>
			</div>
		</>
	)
}
