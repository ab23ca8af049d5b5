import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/components/form/button.tsx'
import { Card, Fact } from '#app/components/frame/card.tsx'
import { Chip } from '#app/components/frame/chips.tsx'
import { useFrame } from '#app/components/frame/frame-context.ts'
import { PageBody, PageHead } from '#app/components/frame/page.tsx'
import type { PageHandle } from '#app/components/frame/page-title.tsx'
import { PostLines } from '#app/components/administration/people-table.tsx'
import { MOST_SESSIONS } from '#app/domain/account/session-limits.ts'
import { deviceOf } from '#app/domain/account/user-agent.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { type OwnSession, readOwnAccount } from '#app/services/account/read-own-account.server.ts'

export const handle = { title: 'account.own.title' } satisfies PageHandle

/** One's own account; nobody else's. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor, sessionId } = await requireSignedIn(args)
	return { name: actor.name, ...(await readOwnAccount(shell, actor, sessionId)) }
}

export default function AccountRoute() {
	const { t } = useTranslation()
	const language = useLanguage()
	const { name, loginName, staffCode, passwordSetAt, posts, sessions } = useLoaderData<typeof loader>()
	const csrf = useFrame()?.csrf ?? ''
	return (
		<>
			<PageHead />
			<PageBody isNarrow>
				<Card>
					<dl>
						<Fact name={t('account.personName')}>{name}</Fact>
						<Fact name={t('account.staffCode')}>{staffCode}</Fact>
						<Fact name={t('account.loginName')}>{loginName}</Fact>
						<Fact name={t('account.own.posts')}>
							<PostLines posts={posts} />
						</Fact>
						{passwordSetAt ? (
							<Fact name={t('account.own.passwordSet')}>{formatInstant(passwordSetAt, language)}</Fact>
						) : null}
					</dl>
					<p className="mt-2 text-quiet text-ink3">{t('account.own.lead')}</p>
					<p className="mt-2">
						<LinkButton to="/own-password">{t('account.own.change')}</LinkButton>{' '}
						<LinkButton to="/second-factor">{t('account.factor.title')}</LinkButton>{' '}
						<LinkButton to="/receipts">{t('checkpoints.receipts.title')}</LinkButton>{' '}
						<LinkButton to="/delegations">{t('delegation.title')}</LinkButton>
					</p>
				</Card>
				<Card title={t('account.own.sessions')} note={sessions.length}>
					<p className="mb-2 text-quiet text-ink3">
						{t('account.own.sessionsLead', { most: MOST_SESSIONS })}
					</p>
					<ul>
						{sessions.map((session) => (
							<SessionLine key={session.createdAt} session={session} />
						))}
					</ul>
					<Form method="post" action="/sign-out" className="mt-3">
						<input type="hidden" name="csrf" value={csrf} />
						<Button name="scope" value="everywhere" look="danger">
							{t('account.own.everywhere')}
						</Button>
					</Form>
				</Card>
			</PageBody>
		</>
	)
}

function SessionLine({ session }: { session: OwnSession }) {
	const { t } = useTranslation()
	const language = useLanguage()
	const { browser, system } = deviceOf(session.userAgent)
	return (
		<li className="border-b border-line py-2 text-table last:border-b-0">
			<span className="font-semibold">{session.address}</span>{' '}
			{session.isHere ? (
				<Chip tone="green" icon="check">
					{t('account.own.here')}
				</Chip>
			) : null}
			<span className="block text-quiet text-ink3">
				{t('account.own.since', { time: formatInstant(session.createdAt, language) })} ·{' '}
				{t('account.own.seen', { time: formatInstant(session.lastSeenAt, language) })}
			</span>
			<span className="block text-quiet text-ink3" title={session.userAgent}>
				{t('account.own.device', {
					browser: t(`account.own.browser.${browser ?? 'unknown'}`),
					system: t(`account.own.system.${system ?? 'unknown'}`),
				})}
			</span>
		</li>
	)
}
