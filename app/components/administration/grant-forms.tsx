import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant, shanghaiDay } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { FoundPerson, GrantLine, GrantsPage } from '#app/services/organisation/read-grants.server.ts'
import { about, sending } from '#app/forms/form.ts'
import { GRANT } from '#app/forms/organisation-forms.ts'
import { type FormAnswer, answerTo } from '#app/components/form/form-state.ts'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { CommandForm } from '#app/components/form/command-form.tsx'
import { CheckBox, HiddenField, SelectField } from '#app/components/form/fields.tsx'
import { RoleChoice } from './role-choice.tsx'

/** A request that waits: who asked, and for the second administrator the two answers. */
export function WaitingGrant({
	grant,
	commandKey,
	mayConfirmOne,
	mayConfirmAll,
}: {
	grant: GrantLine
	commandKey: string
	mayConfirmOne: boolean
	mayConfirmAll: boolean
}) {
	const { t } = useTranslation()
	const language = useLanguage()
	const time = formatInstant(grant.requestedAt, language)
	return (
		<>
			<span className="block text-quiet text-ink3">
				{t('administration.grants.requested', { who: grant.requester, time })}
			</span>
			{(mayConfirmOne || mayConfirmAll) && grant.isForThem ? (
				<CommandForm commandKey={`${commandKey}-d-${grant.id}`} className="mt-1 flex flex-wrap gap-2">
					<HiddenField name={GRANT.confirm.postId} value={grant.id} />
					{mayConfirmOne ? (
						<Button {...sending(GRANT.confirm)}>{t('administration.grants.confirm')}</Button>
					) : null}
					<Button {...sending(mayConfirmOne ? GRANT.decline : GRANT['decline-one'])} look="danger">
						{t('administration.grants.decline')}
					</Button>
				</CommandForm>
			) : (
				t('administration.grants.waits')
			)}
		</>
	)
}

/** All requests of the page that this administrator may confirm, by one press. */
export function ConfirmAll({
	grants,
	commandKey,
	answer,
}: {
	grants: readonly GrantLine[]
	commandKey: string
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const theirs = grants.filter((grant) => grant.isForThem)
	if (theirs.length === 0) return null
	return (
		<div className="border-b border-line px-4 py-3">
			<p className="mb-2 text-table text-ink2">{t('administration.grants.allLead')}</p>
			<CommandForm answer={answer} about={about(GRANT['confirm-all'])} commandKey={`${commandKey}-all`}>
				{theirs.map((grant) => (
					<HiddenField key={grant.id} name={GRANT['confirm-all'].posts} value={grant.id} />
				))}
				<CheckBox
					id="sure-all"
					name={GRANT['confirm-all'].sure}
					label={t('administration.grants.allSure', { count: theirs.length })}
					isRequired
				/>
				<Button look="filled">{t('administration.grants.allConfirm', { count: theirs.length })}</Button>
			</CommandForm>
		</div>
	)
}

/** A grant that counts: since when, and for the security administrator its end. */
export function HeldGrant({
	grant,
	commandKey,
	mayEnd,
	answer,
}: {
	grant: GrantLine
	commandKey: string
	mayEnd: boolean
	answer: FormAnswer | undefined
}) {
	const { t } = useTranslation()
	const since = t('administration.grants.since', { day: formatDay(shanghaiDay(grant.since), useLanguage()) })
	if (!mayEnd || grant.isOwn) return <>{since}</>
	return (
		<>
			{since}
			<details open={answerTo(answer, about(GRANT.end, { postId: grant.id })) !== undefined}>
				<summary className="cursor-pointer text-table text-bad">{t('administration.grants.end')}</summary>
				<CommandForm
					answer={answer}
					about={about(GRANT.end, { postId: grant.id })}
					commandKey={`${commandKey}-e-${grant.id}`}
				>
					<CheckBox
						id={`sure-${grant.id}`}
						name={GRANT.end.sure}
						label={`${grant.person} · ${t(`words.role.${grant.role}`)}`}
						isRequired
					/>
					<Button look="danger">{t('administration.grants.endYes')}</Button>
				</CommandForm>
			</details>
		</>
	)
}

type RequestProps = Pick<GrantsPage, 'found' | 'chosen' | 'places'> & {
	readonly commandKey: string
	readonly answer: FormAnswer | undefined
}

/** The request of a grant: first the person, then where and as what. */
export function RequestGrant({ found, chosen, places, commandKey, answer }: RequestProps) {
	const { t } = useTranslation()
	if (!chosen)
		return (
			<Card title={t('administration.grants.request')}>
				{found.length === 0 ? (
					<p className="text-table text-ink2">{t('administration.grants.personLead')}</p>
				) : (
					<ul>
						{found.map((person) => (
							<li key={person.id} className="flex flex-wrap gap-x-3 py-1 text-table">
								<Named person={person} />
								<Link to={`/admin/grants?person=${person.id}`} className="underline">
									{t('administration.grants.pick')}
								</Link>
							</li>
						))}
					</ul>
				)}
			</Card>
		)
	return (
		<Card title={t('administration.grants.requestFor', { name: chosen.name })}>
			<p className="mb-3 text-table">
				<Named person={chosen} />
			</p>
			<CommandForm
				answer={answer}
				about={about(GRANT.request, { personId: chosen.id })}
				commandKey={commandKey}
				action={`/admin/grants?person=${chosen.id}`}
			>
				<SelectField
					name={GRANT.request.place}
					label={t('administration.grants.place')}
					empty={t('administration.choose')}
					defaultValue=""
					options={places}
				/>
				<RoleChoice />
				<Button look="filled">{t('administration.grants.save')}</Button>
			</CommandForm>
		</Card>
	)
}

function Named({ person }: { person: FoundPerson }) {
	const { t } = useTranslation()
	const roles = [...new Set(person.roles)].map((role) => t(`words.role.${role}`)).join(' · ')
	return (
		<span>
			<span className="font-semibold">{person.name}</span> {person.staffCode}{' '}
			<span className="text-quiet text-ink3">{roles || t('administration.people.noPosts')}</span>
		</span>
	)
}
