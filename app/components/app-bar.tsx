import { Form, Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#app/domain/permission/role.ts'
import type { Frame } from './frame-context.ts'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

type Entry = { readonly to: string; readonly key: 'work' | 'matters' | 'myMatters' | 'meetings' | 'people' | 'grants' | 'trail'; readonly icon: IconName; readonly roles: readonly Role[] | 'all' }

const REVIEW: readonly Role[] = ['registrar', 'review-lead', 'reviewer', 'checker', 'signing-officer']
const MEETING: readonly Role[] = ['secretary', 'leader', 'supervisor', 'review-lead', 'reviewer', 'checker', 'signing-officer']

/** The entries of the bar; each person sees those of their roles. */
const ENTRIES: readonly Entry[] = [
	{ to: '/work', key: 'work', icon: 'list', roles: 'all' },
	{ to: '/matters', key: 'matters', icon: 'file', roles: ['drafter', 'department-head', 'legal-unit', 'secretary', 'leader', 'supervisor', ...REVIEW] },
	{ to: '/matters', key: 'myMatters', icon: 'file', roles: ['counsel', 'public-lawyer'] },
	{ to: '/meetings', key: 'meetings', icon: 'clock', roles: MEETING },
	{ to: '/admin/people', key: 'people', icon: 'person', roles: ['system-administrator'] },
	{ to: '/admin/grants', key: 'grants', icon: 'lock', roles: ['system-administrator', 'security-administrator'] },
	{ to: '/audit', key: 'trail', icon: 'shield-check', roles: ['audit-administrator', 'supervisor'] },
]

function entriesFor(roles: readonly Role[]): Entry[] {
	return ENTRIES.filter((entry) => entry.roles === 'all' || entry.roles.some((role) => roles.includes(role)))
}

/** The bar on top: the house, where one can go, and who one is. */
export function AppBar({ frame }: { frame: Frame | null }) {
	const { t } = useTranslation()
	const person = frame?.person ?? null
	return (
		<header className="bar bg-bar text-bar-ink">
			<div className="mx-auto flex max-w-page flex-wrap items-stretch px-5 max-md:px-3">
				<Link to="/" className="flex items-center gap-3 py-2 pr-5 text-bar-ink no-underline hover:no-underline">
					<strong className="text-[1.3rem] tracking-widest">{t('shell.product')}</strong>
					<span className="border-l border-bar-ink2 pl-3 text-quiet text-bar-ink2 max-md:hidden">
						{person?.district ? `${person.district} · ` : ''}
						{t('shell.productLine')}
					</span>
				</Link>
				{person ? <Entries roles={person.roles} turns={person.turns} /> : null}
				<UserMenu frame={frame} />
			</div>
		</header>
	)
}

function Entries({ roles, turns }: { roles: readonly Role[]; turns: number }) {
	const { t } = useTranslation()
	const { pathname } = useLocation()
	return (
		<nav aria-label={t('shell.product')} className="flex flex-wrap items-stretch max-md:order-3 max-md:w-full max-md:overflow-x-auto max-md:flex-nowrap">
			{entriesFor(roles).map((entry) => {
				const isCurrent = pathname === entry.to || pathname.startsWith(`${entry.to}/`)
				return (
					<Link
						key={entry.key}
						to={entry.to}
						aria-current={isCurrent ? 'page' : undefined}
						className={`flex items-center gap-2 whitespace-nowrap border-b-4 px-4 py-2 text-bar-ink no-underline hover:no-underline max-md:px-3 ${isCurrent ? 'border-bar-ink font-semibold' : 'border-transparent'}`}
					>
						<span className="md:hidden">
							<Icon name={entry.icon} />
						</span>
						{t(`shell.nav.${entry.key}`)}
						{entry.key === 'work' && turns > 0 ? <span className="rounded-full border border-bar-ink2 px-2 text-quiet">{turns}</span> : null}
					</Link>
				)
			})}
		</nav>
	)
}

function UserMenu({ frame }: { frame: Frame | null }) {
	const { t } = useTranslation()
	const person = frame?.person ?? null
	return (
		<details className="relative ml-auto self-center text-table">
			<summary className="list-none py-2 text-right text-bar-ink">
				{person ? (
					<>
						<span className="block font-semibold">{person.name}</span>
						<span className="block text-quiet text-bar-ink2 max-md:hidden">
							{person.organ} · {person.roles.map((role) => t(`words.role.${role}`)).join('、')}
						</span>
					</>
				) : (
					<span>{t('shell.account.theme')}</span>
				)}
			</summary>
			<div className="absolute right-0 z-10 w-[240px] rounded-card border border-line bg-surface p-3 text-ink">
				<Preferences frame={frame} />
				{person ? <SignOut csrf={frame?.csrf ?? ''} /> : null}
			</div>
		</details>
	)
}

function SignOut({ csrf }: { csrf: string }) {
	const { t } = useTranslation()
	return (
		<Form method="post" action="/sign-out" className="mt-2 border-t border-line pt-2">
			<input type="hidden" name="csrf" value={csrf} />
			<button name="scope" value="here" className="block w-full py-1 text-left text-accent">
				{t('shell.account.signOut')}
			</button>
			<button name="scope" value="everywhere" className="block w-full py-1 text-left text-accent">
				{t('shell.account.signOutEverywhere')}
			</button>
		</Form>
	)
}

/** Language, theme and size: kept in cookies, so they hold before signing in and without JavaScript. */
function Preferences({ frame }: { frame: Frame | null }) {
	const { t, i18n } = useTranslation()
	const { pathname, search } = useLocation()
	const choices = [
		{ name: 'lang', value: i18n.language === 'en' ? 'zh-CN' : 'en', label: t('shell.account.language'), isOn: false },
		{ name: 'theme', value: 'system', label: t('shell.account.themeSystem'), isOn: frame?.theme === 'system' },
		{ name: 'theme', value: 'light', label: t('shell.account.themeLight'), isOn: frame?.theme === 'light' },
		{ name: 'theme', value: 'dark', label: t('shell.account.themeDark'), isOn: frame?.theme === 'dark' },
		{ name: 'size', value: 'normal', label: t('shell.account.sizeNormal'), isOn: frame?.size === 'normal' },
		{ name: 'size', value: 'large', label: t('shell.account.sizeLarge'), isOn: frame?.size === 'large' },
	]
	return (
		<Form method="post" action="/preferences" reloadDocument>
			<input type="hidden" name="back" value={pathname + search} />
			{choices.map((choice) => (
				<button key={choice.name + choice.value} name={choice.name} value={choice.value} className={`flex w-full items-center gap-2 py-1 text-left ${choice.isOn ? 'font-semibold' : 'text-accent'}`}>
					{choice.label}
					{choice.isOn ? <Icon name="check" /> : null}
				</button>
			))}
		</Form>
	)
}
