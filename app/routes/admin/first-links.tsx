import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminTabs } from '#app/components/administration/admin-tabs.tsx'
import { HinderedPeople, LoginSlips } from '#app/components/administration/login-slips.tsx'
import { Button } from '#app/components/form/button.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { HiddenField } from '#app/components/form/fields.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { EmptyState, PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { FIRST_LINKS } from '#app/forms/organisation-forms.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { ownAddress } from '#app/http/own-address.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import {
	issueFirstLinks,
	newTypedToken,
	readFirstLinks,
	slipsGoodUntil,
} from '#app/services/organisation/issue-first-links.server.ts'

export const handle = { title: 'firstHouse.links.title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), ...pageOrThrow(await readFirstLinks(shell, actor)) }
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const { key, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, FIRST_LINKS)
	if (submission.status !== 'success') return faultyForm(submission)
	const tokens = new Map(submission.value.accounts.map((id) => [id, newTypedToken()]))
	const { people } = pageOrThrow(await readFirstLinks(shell, actor))
	const hashes = new Map([...tokens].map(([id, { tokenSha256 }]) => [id, tokenSha256]))
	const issued = await issueFirstLinks(shell, actor, key, hashes)
	if (!issued.ok) return refusedForm(issued.reason, submission)
	// Sent a second time, the form has the first hashes: those addresses were shown then, and these open nothing.
	const { links } = issued.value.value
	const slips = people.flatMap((person) => {
		const made = tokens.get(person.accountId)
		const isFresh = made !== undefined && links[person.accountId] === made.tokenSha256
		return isFresh ? [{ ...person, link: ownAddress(args, `/password/${made.token}`) }] : []
	})
	return data({ slips, until: slipsGoodUntil(shell), origin: ownAddress(args, '') })
}

export default function FirstLinksRoute() {
	const { t } = useTranslation()
	const { key, people, isMore, mayEdit } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	const made = answered && 'slips' in answered ? answered : null
	const answer = answered && 'lastResult' in answered ? answered : undefined
	const ready = people.filter((person) => person.hindrance === null)
	const others = people.filter((person) => person.hindrance !== null)
	return (
		<>
			<PageHead>
				<p className="no-print text-table text-ink2">{t('firstHouse.links.lead')}</p>
				<AdminTabs current="firstLinks" mayEdit={mayEdit} />
			</PageHead>
			<PageBody>
				<RefusalNotice refusal={answer?.refusal} />
				{made ? <LoginSlips {...made} /> : null}
				<Card
					title={ready.length > 0 ? t('firstHouse.links.ready', { count: ready.length }) : undefined}
					isOnPaper={false}
				>
					{ready.length > 0 ? (
						<CommandForm commandKey={key} answer={answer}>
							{ready.map(({ accountId }) => (
								<HiddenField key={accountId} name={FIRST_LINKS.accounts} value={accountId} />
							))}
							<p className="mb-3 text-table">{ready.map(({ name }) => name).join('、')}</p>
							<p className="mb-3 text-table text-ink2">{t('firstHouse.links.once')}</p>
							{isMore ? <p className="mb-3 text-table">{t('firstHouse.links.more')}</p> : null}
							<Button look={made ? 'outline' : 'filled'}>
								{t('firstHouse.links.make', { count: ready.length })}
							</Button>
						</CommandForm>
					) : (
						<EmptyState>
							{t(others.length > 0 ? 'firstHouse.links.noneTitle' : 'firstHouse.links.none')}
						</EmptyState>
					)}
				</Card>
				{others.length > 0 ? <HinderedPeople people={others} /> : null}
			</PageBody>
		</>
	)
}
