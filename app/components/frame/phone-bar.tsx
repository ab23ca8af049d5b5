import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TurnCount } from './app-bar.tsx'
import type { Frame } from './frame-context.ts'
import { Icon } from './icon.tsx'
import { isUnder, navigationFor, PHONE_ENTRIES } from './navigation-entries.ts'

/** The entries at the foot of a phone's screen, where a thumb reaches them. Wider screens have them in the bar on top. */
export function PhoneBar({ frame }: { frame: Frame | null }) {
	const { t } = useTranslation()
	const { pathname } = useLocation()
	const person = frame?.person
	if (!person) return null
	return (
		<>
			<div aria-hidden="true" className="no-print h-[64px] md:hidden" />
			<nav
				aria-label={t('shell.navigation')}
				className="no-print fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-surface md:hidden"
			>
				{navigationFor(person.roles)
					.slice(0, PHONE_ENTRIES)
					.map((entry) => (
						<Link
							key={entry.key}
							to={entry.to}
							aria-current={isUnder(pathname, entry) ? 'page' : undefined}
							className={`flex min-h-[56px] flex-1 flex-col items-center justify-center px-1 text-quiet no-underline hover:no-underline ${isUnder(pathname, entry) ? 'font-semibold text-accent' : 'text-ink2'}`}
						>
							<span className="flex items-center gap-1">
								<Icon name={entry.icon} className="h-[20px] w-[20px]" />
								<TurnCount entry={entry} turns={person.turns} />
							</span>
							{t(`shell.nav.${entry.key}`)}
						</Link>
					))}
			</nav>
		</>
	)
}
