import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AfterMeetingForms } from '#app/components/after-meeting/after-meeting-forms.tsx'
import { HandedInList } from '#app/components/after-meeting/handed-in-list.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RedlineReader } from '#app/components/redline/redline-reader.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import type { Given } from '#app/forms/form.ts'
import { AFTER_MEETING } from '#app/forms/matter-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { type RedlineSearch, redlineSearchOf } from '#app/http/redline-search.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm, toMatter } from '#app/http/take-form.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	checkMeetingText,
	confirmMeetingText,
	refuseMeetingText,
} from '#app/services/after-meeting/check-meeting-text.server.ts'
import {
	type AfterMeetingPage,
	readAfterMeetingPage,
} from '#app/services/after-meeting/read-after-meeting-page.server.ts'
import { submitMeetingText } from '#app/services/after-meeting/submit-meeting-text.server.ts'

export const handle = { title: 'afterMeeting.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const search = redlineSearchOf(args.request, 'inline')
	const page = pageOrThrow(await readAfterMeetingPage(shell, actor, matterIdOf(args.params), search.choice))
	return { key: shell.newId(), search, ...page }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm<typeof AFTER_MEETING, unknown>(args, {
		shape: AFTER_MEETING,
		run,
		goTo: toMatter,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof AFTER_MEETING>>) {
	if (form.intent === 'submit') return submitMeetingText(shell, actor, order, form.words)
	if (form.intent === 'check') {
		const { result, words } = form
		return checkMeetingText(shell, actor, order, { result, words })
	}
	if (form.intent === 'sign') return confirmMeetingText(shell, actor, order, form)
	return refuseMeetingText(shell, actor, order, form.words)
}

type LoadedPage = AfterMeetingPage & { readonly search: RedlineSearch }

/** While a large pair is being compared the page asks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
	...(data && isComparing(data) ? [{ httpEquiv: 'refresh', content: '2' }] : []),
]

export default function AfterMeetingRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead
				heading={page.heading}
				title={t('afterMeeting.title')}
				actions={
					<LinkButton to={`/matters/${page.heading.matterId}/redline`}>{t('redline.title')}</LinkButton>
				}
			/>
			<PageBody isAsideFirst aside={<AfterMeetingForms page={page} answer={answer} />}>
				<RefusalNotice refusal={answer?.refusal} signs />
				<Decision page={page} />
				<HandedInList rows={page.handedIn} />
				<Changes page={page} />
			</PageBody>
		</>
	)
}

/** What the meeting said, in its own words: everything on this page is held against them. */
function Decision({ page: { decided } }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card
			title={t('afterMeeting.decided', { meeting: decided.meeting })}
			note={formatInstant(decided.at, language)}
		>
			<p lang="zh-CN" className="whitespace-pre-wrap">
				{decided.decisionText}
			</p>
			{decided.dissent === '' ? null : (
				<p lang="zh-CN" className="mt-2 whitespace-pre-wrap text-table text-ink2">
					{t('afterMeeting.dissent', { words: decided.dissent })}
				</p>
			)}
		</Card>
	)
}

function Changes({ page }: { page: LoadedPage }) {
	const { t } = useTranslation()
	const { heading, passed, current, comparison, search } = page
	if (current === null || current.contentSha256 === passed.contentSha256)
		return <Card>{t('afterMeeting.unchanged', { version: passed.versionNo })}</Card>
	if (!comparison) return <p role="status">{t('redline.waiting')}</p>
	return (
		<RedlineReader
			reading={comparison.reading}
			address={{
				path: `/matters/${heading.matterId}/after-meeting`,
				texts: {},
				view: search.view,
				usualView: 'inline',
				choice: search.choice,
			}}
			texts={{
				old: {
					name: t('afterMeeting.passedText', { version: passed.versionNo }),
					sha256: passed.contentSha256,
				},
				new: {
					name: t('afterMeeting.newText', { version: current.versionNo }),
					sha256: current.contentSha256,
				},
			}}
		/>
	)
}

function isComparing({ current, passed, comparison }: AfterMeetingPage): boolean {
	return current !== null && current.contentSha256 !== passed.contentSha256 && comparison === null
}
