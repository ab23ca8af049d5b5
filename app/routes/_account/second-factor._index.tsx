import { type ActionFunctionArgs, type LoaderFunctionArgs, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SecondFactorForm } from '#app/components/second-factor/second-factor-form.tsx'
import { SpareCodes } from '#app/components/second-factor/spare-codes.tsx'
import { LinkButton } from '#app/components/form/button.tsx'
import { CodeForm } from '#app/components/form/code-form.tsx'
import { RefusalNotice } from '#app/components/form/refusal-notice.tsx'
import { Card } from '#app/components/frame/card.tsx'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { SECOND_FACTOR } from '#app/forms/account-forms.ts'
import { readCommandForm } from '#app/http/command-form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { faultyForm, refusedForm } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { offerSecret, readSecondFactor, setSecondFactor } from '#app/services/account/second-factor.server.ts'

export const handle = { title: 'account.factor.title' } satisfies PageHandle

/** One's own second factor. A new secret is shown only to whoever may set it up now. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor, account, isCodeFresh } = await requireSignedIn(args, 'setting-up')
	const standing = await readSecondFactor(shell, actor)
	const maySet = standing.setAt === null || isCodeFresh
	return {
		key: shell.newId(),
		to: ownPath(new URL(args.request.url).searchParams.get('to') ?? ''),
		standing,
		from: args.context.web.secondFactorFrom,
		offer: maySet ? await offerSecret(shell, actor, account.loginName) : null,
	}
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await requireSignedIn(args, 'setting-up')
	const { fields } = await readCommandForm(args, signedIn)
	const submission = parseForm(fields, SECOND_FACTOR)
	if (submission.status !== 'success') return faultyForm(submission)
	const answer = await setSecondFactor(signedIn.shell, signedIn.actor, submission.value)
	if (!answer.ok) return refusedForm(answer.reason, submission)
	return data({ spareCodes: answer.value.spareCodes })
}

export default function SecondFactorRoute() {
	const { t } = useTranslation()
	const { key, to, standing, from, offer } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const spareCodes = answer && 'spareCodes' in answer ? answer.spareCodes : null
	const refused = answer && 'lastResult' in answer ? answer : undefined
	return (
		<>
			<PageHead back={{ to: '/account', label: t('account.own.title') }} title={t('account.factor.title')} />
			<PageBody isNarrow>
				<RefusalNotice refusal={refused?.refusal} />
				{spareCodes ? (
					<SpareCodes codes={spareCodes} to={to} />
				) : (
					<>
						<StandingCard standing={standing} from={from} />
						{offer ? (
							<SecondFactorForm
								commandKey={key}
								offer={offer}
								isReplaced={standing.setAt !== null}
								answer={refused}
							/>
						) : (
							<Card title={t('account.factor.replaceTitle')}>
								<p className="mb-3 text-table text-ink2">{t('account.factor.replaceLead')}</p>
								<CodeForm to="/second-factor" />
							</Card>
						)}
					</>
				)}
			</PageBody>
		</>
	)
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

/** Whether it is set up, whether it has to be, and what it is for. */
function StandingCard({ standing, from }: Pick<Loaded, 'standing' | 'from'>) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { setAt, isNeeded, spareCodesLeft } = standing
	return (
		<Card>
			<p className="font-semibold">
				{setAt
					? t('account.factor.isSet', { time: formatInstant(setAt, language), left: spareCodesLeft })
					: t('account.factor.isNotSet')}
			</p>
			<p className="mt-2 text-table text-ink2">{t('account.factor.why')}</p>
			{setAt === null ? (
				<p className="mt-2 text-table text-ink2">
					{!isNeeded
						? t('account.factor.mayChoose')
						: from
							? t('account.factor.needsFrom', { day: from })
							: t('account.factor.needsNoDay')}
				</p>
			) : null}
			{setAt && spareCodesLeft <= 2 ? (
				<p className="mt-2 text-table font-semibold text-bad">{t('account.factor.fewCodes')}</p>
			) : null}
			{setAt ? (
				<p className="mt-2">
					<LinkButton to="/account">{t('account.own.title')}</LinkButton>
				</p>
			) : null}
		</Card>
	)
}
