import { Form, Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#app/domain/permission/role.ts'
import type { Frame } from './frame-context.ts'
import { Icon } from './icon.tsx'
import { type NavigationEntry, isUnder, navigationFor, PHONE_ENTRIES } from './navigation-entries.ts'

/** The bar on top: the house, where one can go, and who one is. */
export function AppBar({ frame }: { frame: Frame | null }) {
	const { t } = useTranslation()
	const person = frame?.person ?? null
	return (
		<header className="bar bg-bar text-bar-ink">
			<div className="mx-auto flex max-w-page flex-wrap items-stretch px-5 max-md:px-3">
				<Link
					to="/"
					className="flex items-center gap-3 py-2 pr-5 text-bar-ink no-underline hover:no-underline"
				>
					<strong className="text-[1.3rem] tracking-widest">{t('shell.product')}</strong>
					<span className="border-l border-bar-ink2 pl-3 text-quiet text-bar-ink2 max-md:hidden">
						{person?.district ? `${person.district} · ` : ''}
						{t('shell.productLine')}
					</span>
				</Link>
				{person ? <Entries roles={person.roles} turns={person.turns} /> : null}
				{person ? <SearchBox /> : null}
				<UserMenu frame={frame} />
			</div>
		</header>
	)
}

function Entries({ roles, turns }: { roles: readonly Role[]; turns: number }) {
	const { t } = useTranslation()
	const { pathname } = useLocation()
	return (
		<nav aria-label={t('shell.navigation')} className="flex flex-wrap items-stretch max-md:hidden">
			{navigationFor(roles).map((entry) => (
				<Link
					key={entry.key}
					to={entry.to}
					aria-current={isUnder(pathname, entry) ? 'page' : undefined}
					className={`flex items-center gap-2 whitespace-nowrap border-b-4 px-4 py-2 text-bar-ink no-underline hover:no-underline ${isUnder(pathname, entry) ? 'border-bar-ink font-semibold' : 'border-transparent'}`}
				>
					{t(`shell.nav.${entry.key}`)}
					<TurnCount entry={entry} turns={turns} />
				</Link>
			))}
		</nav>
	)
}

/** How many tasks wait, beside the entry that leads to them. */
export function TurnCount({ entry, turns }: { entry: NavigationEntry; turns: number }) {
	if (entry.key !== 'work' || turns === 0) return null
	return <span className="rounded-full border border-current px-2 text-quiet">{turns}</span>
}

/** One field for everything; where there is no room for it, a link in the user's menu leads to the page. */
function SearchBox() {
	const { t } = useTranslation()
	return (
		<Form action="/search" role="search" className="ml-auto self-center max-xl:hidden">
			<input
				name="q"
				type="search"
				aria-label={t('shell.search.title')}
				placeholder={t('shell.search.title')}
				maxLength={200}
				className="w-[150px] rounded border border-bar-ink2 bg-transparent px-2 py-1 text-table text-bar-ink placeholder:text-bar-ink2"
			/>
		</Form>
	)
}

function UserMenu({ frame }: { frame: Frame | null }) {
	const { t } = useTranslation()
	const person = frame?.person ?? null
	return (
		<details className="relative ml-auto self-center text-table xl:ml-4">
			<summary className="list-none py-2 text-right text-bar-ink">
				{person ? (
					<>
						<span className="flex items-center justify-end gap-1 font-semibold">
							{person.name}
							<Icon name="chevron-down" />
						</span>
						<span className="block text-quiet text-bar-ink2 max-md:hidden">
							{person.organ} · {person.roles.map((role) => t(`words.role.${role}`)).join('、')}
						</span>
					</>
				) : (
					<span className="flex items-center gap-1">
						{t('shell.account.theme')}
						<Icon name="chevron-down" />
					</span>
				)}
			</summary>
			<div className="absolute right-0 z-10 w-[240px] rounded-card border border-line bg-surface p-3 text-ink">
				<Preferences frame={frame} />
				{navigationFor(person?.roles ?? [])
					.slice(PHONE_ENTRIES)
					.map((entry) => (
						<Link key={entry.key} to={entry.to} className="mt-2 block border-t border-line pt-2 md:hidden">
							{t(`shell.nav.${entry.key}`)}
						</Link>
					))}
				{person ? (
					<Link to="/search" className="mt-2 block border-t border-line pt-2 xl:hidden">
						{t('shell.search.title')}
					</Link>
				) : null}
				{person ? (
					<Link to="/account" className="mt-2 block border-t border-line pt-2">
						{t('account.own.title')}
					</Link>
				) : null}
				{person ? <SignOut csrf={frame?.csrf ?? ''} /> : null}
			</div>
		</details>
	)
}

function SignOut({ csrf }: { csrf: string }) {
	const { t } = useTranslation()
	return (
		<Form
			method="post"
			action="/sign-out"
			className="mt-2 border-t border-line pt-2"
			onSubmit={(event) => {
				const kept = Object.keys(localStorage).filter((name) => name.startsWith('kept/'))
				if (kept.length > 0 && !window.confirm(t('shell.account.signOutUnsent'))) event.preventDefault()
				else for (const name of kept) localStorage.removeItem(name)
			}}
		>
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
		{
			name: 'lang',
			value: i18n.language === 'en' ? 'zh-CN' : 'en',
			label: t('shell.account.language'),
			isOn: false,
		},
		{
			name: 'theme',
			value: 'system',
			label: t('shell.account.themeSystem'),
			isOn: frame?.theme === 'system',
		},
		{ name: 'theme', value: 'light', label: t('shell.account.themeLight'), isOn: frame?.theme === 'light' },
		{ name: 'theme', value: 'dark', label: t('shell.account.themeDark'), isOn: frame?.theme === 'dark' },
		{ name: 'size', value: 'normal', label: t('shell.account.sizeNormal'), isOn: frame?.size === 'normal' },
		{ name: 'size', value: 'large', label: t('shell.account.sizeLarge'), isOn: frame?.size === 'large' },
	]
	return (
		<Form method="post" action="/preferences" reloadDocument>
			<input type="hidden" name="back" value={pathname + search} />
			{choices.map((choice) => (
				<button
					key={choice.name + choice.value}
					name={choice.name}
					value={choice.value}
					className={`flex w-full items-center gap-2 py-1 text-left ${choice.isOn ? 'font-semibold' : 'text-accent'}`}
				>
					{choice.label}
					{choice.isOn ? <Icon name="check" /> : null}
				</button>
			))}
		</Form>
	)
}
