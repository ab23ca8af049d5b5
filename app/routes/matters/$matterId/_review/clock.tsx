import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ClockForms } from '#app/components/matter/clock-forms.tsx'
import { ClockRequests } from '#app/components/matter/clock-requests.tsx'
import { Deadlines } from '#app/components/matter/deadlines.tsx'
import { DeskHead } from '#app/components/matter/desk-head.tsx'
import { PageBody } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { CLOCK } from '#app/forms/clock-forms.ts'
import { matterIdOf, pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { type GivenMatterForm, takeMatterForm } from '#app/http/take-form.server.ts'
import type { Given } from '#app/forms/form.ts'
import { readClockPage } from '#app/services/intake/read-clock-page.server.ts'
import {
	decideUrgency,
	extendReview,
	requestUrgency,
} from '#app/services/intake/change-review-period.server.ts'
import { decidePause, requestPause, resumeReview } from '#app/services/intake/pause-review.server.ts'

export const handle = { title: 'clock.title' } satisfies PageHandle

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readClockPage(shell, actor, matterIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	return takeMatterForm(args, {
		shape: CLOCK,
		run,
		goTo: ({ order }) => `/matters/${order.matterId}/clock`,
	})
}

function run({ shell, actor, order, form }: GivenMatterForm<Given<typeof CLOCK>>) {
	const { words } = form
	switch (form.intent) {
		case 'ask-pause':
			return requestPause(shell, actor, order, { cause: form.cause, until: form.until, words })
		case 'grant-pause':
			return decidePause(shell, actor, order, { isGranted: true, words })
		case 'decline-pause':
			return decidePause(shell, actor, order, { isGranted: false, words })
		case 'resume':
			return resumeReview(shell, actor, order, words)
		case 'extend':
			return extendReview(shell, actor, order, { days: form.days, words })
		case 'ask-urgency':
			return requestUrgency(shell, actor, order, { cause: form.cause, words })
		case 'grant-urgency': {
			const { days, saysFewer } = form
			return decideUrgency(shell, actor, order, { isGranted: true, words, days, saysFewer })
		}
		case 'decline-urgency':
			return decideUrgency(shell, actor, order, { isGranted: false, words, days: null, saysFewer: false })
	}
}

export default function ClockRoute() {
	const { t } = useTranslation()
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<DeskHead heading={page.heading} title={t('clock.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<p className="mb-3 text-table text-ink2">{t('clock.lead')}</p>
				<Deadlines lines={page.lines} />
				<ClockRequests requests={page.requests} />
				<ClockForms page={page} answer={answer} />
			</PageBody>
		</>
	)
}
