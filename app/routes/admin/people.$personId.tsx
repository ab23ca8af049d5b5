import { type ActionFunctionArgs, type LoaderFunctionArgs, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox } from '#app/components/form/fields.tsx'
import { AskRecovery } from '#app/components/administration/ask-recovery.tsx'
import { OneTimeLink } from '#app/components/administration/one-time-link.tsx'
import { OpenWorkTable } from '#app/components/administration/open-work-table.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { AccountChip, PostLines } from '#app/components/administration/people-table.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { revalidateAfterRefusal } from '#app/components/form/revalidate-after-refusal.ts'
import { about, sending } from '#app/forms/form.ts'
import { ACCOUNT } from '#app/forms/organisation-forms.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { ownAddress } from '#app/http/own-address.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { faultyForm, notFound, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import {
	disableAccount,
	issuePasswordLink,
	newLinkToken,
} from '#app/services/organisation/manage-account.server.ts'
import { requestRecovery } from '#app/services/account/recover-account.server.ts'
import { readPerson } from '#app/services/organisation/read-people.server.ts'

export const handle = { title: 'administration.person.back' } satisfies PageHandle

const Params = z.object({ personId: z.uuid() })

export const shouldRevalidate = revalidateAfterRefusal

export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	return { key: shell.newId(), person: pageOrThrow(await readPerson(shell, actor, personIdOf(args.params))) }
}

export async function action(args: ActionFunctionArgs) {
	const personId = personIdOf(args.params)
	const signedIn = await requireSignedIn(args)
	const { shell, actor } = signedIn
	const { key, fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, ACCOUNT)
	if (submission.status !== 'success') return faultyForm(submission)
	const { accountId } = pageOrThrow(await readPerson(shell, actor, personId))
	if (submission.value.intent === 'disable') {
		const disabled = await disableAccount(shell, actor, key, accountId)
		return disabled.ok ? redirect(`/admin/people/${personId}`) : refusedForm(disabled.reason, submission)
	}
	if (submission.value.intent === 'recover') {
		const { reason } = submission.value
		const asked = await requestRecovery(shell, actor, key, { accountId, reason })
		return asked.ok ? redirect(`/admin/people/${personId}`) : refusedForm(asked.reason, submission)
	}
	const { token, tokenSha256 } = newLinkToken()
	const issued = await issuePasswordLink(shell, actor, key, accountId, tokenSha256)
	if (!issued.ok) return refusedForm(issued.reason, submission)
	// Sent a second time, the form has the first link's hash: that link was shown then, and this token opens nothing.
	const isFresh = issued.value.value.tokenSha256 === tokenSha256
	return data({ link: isFresh ? ownAddress(args, `/password/${token}`) : '' })
}

function personIdOf(params: unknown): string {
	const parsed = Params.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.personId
}

export default function PersonRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { key, person } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	const link = answered && 'link' in answered ? answered.link : null
	const answer = answered && 'lastResult' in answered ? answered : undefined
	return (
		<>
			<PageHead
				back={{ to: '/admin/people', label: t('administration.person.back') }}
				title={person.name}
				chip={<AccountChip state={person.state} />}
			/>
			<PageBody isNarrow>
				<RefusalNotice refusal={answer?.refusal} />
				<PersonFacts person={person} />
				{person.isGuarded && person.mayRecover && person.disabledAt === null && !person.isOwn ? (
					<AskRecovery isOpen={person.isRecoveryOpen} commandKey={key} answer={answer} />
				) : null}
				{person.mayEdit && person.disabledAt === null && !person.isGuarded ? (
					<Card title={t('administration.person.link')}>
						<p className="mb-3 text-table text-ink2">{t('administration.person.linkLead')}</p>
						{link === null ? null : <OneTimeLink name={person.name} link={link} />}
						<CommandForm commandKey={`${key}-link`}>
							<Button {...sending(ACCOUNT.link)}>{t('administration.person.issue')}</Button>
						</CommandForm>
					</Card>
				) : null}
				{person.mayEdit ? <OpenWorkTable work={person.openWork} /> : null}
				{person.disabledAt ? (
					<p className="text-table">
						{t('administration.person.disabledSince', { time: formatInstant(person.disabledAt, language) })}
					</p>
				) : null}
				{person.mayEdit && person.disabledAt === null && !person.isOwn ? (
					<Card title={t('administration.person.disable')}>
						<p className="mb-2 text-table text-ink2">{t('administration.person.disableLead')}</p>
						<CommandForm commandKey={`${key}-disable`} answer={answer} about={about(ACCOUNT.disable)}>
							<CheckBox
								name={ACCOUNT.disable.sure}
								label={t('administration.person.disableYes', { name: person.name })}
								isRequired
							/>
							<Button look="danger">{t('administration.person.disable')}</Button>
						</CommandForm>
					</Card>
				) : null}
			</PageBody>
		</>
	)
}

function PersonFacts({ person }: { person: ReturnType<typeof useLoaderData<typeof loader>>['person'] }) {
	const { t } = useTranslation()
	const language = useLanguage()
	return (
		<Card>
			<dl>
				<Fact name={t('administration.people.column.staffCode')}>{person.staffCode}</Fact>
				<Fact name={t('administration.people.column.loginName')}>{person.loginName}</Fact>
				<Fact name={t('administration.person.created')}>{formatInstant(person.createdAt, language)}</Fact>
				<Fact name={t('administration.people.column.seen')}>
					{person.lastSeenAt ? formatInstant(person.lastSeenAt, language) : t('administration.people.never')}
				</Fact>
				<Fact name={t('administration.person.posts')}>
					<PostLines posts={person.posts} />
				</Fact>
			</dl>
		</Card>
	)
}
