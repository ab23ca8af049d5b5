import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnsweredForm } from '#app/components/form/answered-form.tsx'
import { Button } from '#app/components/form/button.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { TextField } from '#app/components/form/fields.tsx'
import { SpentLink } from '#app/components/administration/one-time-link.tsx'
import { refusalSentence } from '#app/components/form/refusal-sentence.ts'
import { ADMINISTRATOR_ROLES } from '#app/domain/permission/role.ts'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { ownAddress } from '#app/http/own-address.server.ts'
import { SETUP } from '#app/forms/account-forms.ts'
import { fieldAt } from '#app/forms/form.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { openVisit, visitToken } from '#app/http/visit.server.ts'
import {
	type NewAdministrator,
	createFirstAdministrators,
	isSetupLinkGood,
} from '#app/services/account/first-administrators.server.ts'
import type { PageHandle } from '#app/components/frame/page-title.tsx'

export const handle = { title: 'account.setupTitle' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
	const isGood = await isSetupLinkGood(args.context.shell, args.params['token'] ?? '')
	const { csrf, headers } = await openVisit(args)
	return data({ csrf, isGood }, { headers, status: isGood ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
	const form = await readOpenForm(args.request)
	assertOwnForm(args, (await visitToken(args)) ?? '', form)
	const submission = parseForm(form, SETUP)
	if (submission.status !== 'success') return faultyForm(submission)
	const given = submission.value
	const person = (role: (typeof ADMINISTRATOR_ROLES)[number]) => ({
		name: given.name[role] ?? '',
		staffCode: given.code[role] ?? '',
		loginName: given.login[role] ?? '',
	})
	const people = {
		'system-administrator': person('system-administrator'),
		'security-administrator': person('security-administrator'),
		'audit-administrator': person('audit-administrator'),
	}
	const token = args.params['token'] ?? ''
	const answer = await createFirstAdministrators(args.context.shell, token, { ...given, people })
	if (!answer.ok) return refusedForm(answer.reason, submission)
	const created = answer.value.map(({ token, ...person }) => ({
		...person,
		link: ownAddress(args, `/password/${token}`),
	}))
	return data({ created })
}

export default function Setup() {
	const { t } = useTranslation()
	const { csrf, isGood } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && 'created' in answer) return <Created people={answer.created} />
	if (!isGood) return <SpentLink title={t('account.setupTitle')} />
	return (
		<div className="mx-auto max-w-[720px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t(handle.title)}</h1>
			<p className="mb-3">{t('account.setupLead')}</p>
			{answer?.refusal ? (
				<p role="alert" className="mb-3 text-bad">
					{refusalSentence(answer.refusal, t)}
				</p>
			) : null}
			<AnsweredForm csrf={csrf} answer={answer}>
				<Card>
					<TextField name={SETUP.jurisdictionName} label={t('account.district')} />
					<TextField name={SETUP.jurisdictionCode} label={t('account.districtCode')} />
					<TextField name={SETUP.organName} label={t('account.organName')} />
					<TextField name={SETUP.organShortName} label={t('account.organShortName')} />
				</Card>
				{ADMINISTRATOR_ROLES.map((role) => (
					<Card key={role} title={t(`words.role.${role}`)}>
						<div className="grid gap-3 md:grid-cols-3">
							<TextField name={fieldAt(SETUP.name, role)} required label={t('account.personName')} />
							<TextField name={fieldAt(SETUP.code, role)} required label={t('account.staffCode')} />
							<TextField name={fieldAt(SETUP.login, role)} required label={t('account.loginName')} />
						</div>
					</Card>
				))}
				<Button look="filled">{t('account.create')}</Button>
			</AnsweredForm>
		</div>
	)
}

/** The links, shown this once: each is handed to its person. */
function Created({
	people,
}: {
	people: readonly (Omit<NewAdministrator, 'token'> & { readonly link: string })[]
}) {
	const { t } = useTranslation()
	return (
		<div className="mx-auto max-w-[880px] px-5 py-8">
			<h1 className="mb-3 text-title font-semibold">{t('account.createdTitle')}</h1>
			<p className="mb-3">{t('account.createdLead')}</p>
			{people.map((person) => (
				<Card key={person.role} title={`${t(`words.role.${person.role}`)} · ${person.name}`}>
					<code className="select-all break-all font-mono">{person.link}</code>
				</Card>
			))}
		</div>
	)
}
