import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/locales/format-dates.ts'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { useFrame } from './frame-context.ts'
import { Icon } from './icon.tsx'
import { usePageName } from './page-title.tsx'
import { usePrintTime } from './use-print-time.ts'

/** The head of a page: its title, the page's own name if no other is given, status, a line of facts, what can be done from here. */
export function PageHead(props: {
	title?: ReactNode
	chip?: ReactNode
	facts?: ReactNode
	back?: { to: string; label: string }
	actions?: ReactNode
	children?: ReactNode
}) {
	const name = usePageName()
	const { title = name, chip, facts, back, actions, children } = props
	return (
		<div className="bg-surface border-b border-line">
			<div className="mx-auto max-w-page px-5 max-md:px-3 pt-3 pb-2 print:px-0 print:py-0">
				{back ? (
					<p className="no-print">
						<Link to={back.to} className="inline-flex items-center gap-1 text-table no-underline">
							<Icon name="back" />
							{back.label}
						</Link>
					</p>
				) : null}
				<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
					<h1 className="text-title font-semibold">{title}</h1>
					{chip}
					{facts ? <p className="text-table text-ink2">{facts}</p> : null}
					{actions ? <div className="no-print ml-auto flex flex-wrap gap-2">{actions}</div> : null}
				</div>
				{children}
				<PrintedBy />
			</div>
		</div>
	)
}

/** On paper: who printed it, and when; without script the browser's own line says when. */
function PrintedBy() {
	const { t } = useTranslation()
	const language = useLanguage()
	const person = useFrame()?.person
	const printedAt = usePrintTime()
	if (!person) return null
	return (
		<p className="print-only text-quiet">
			{t('shell.printedBy', { name: person.name, organ: person.organ })}
			{printedAt ? t('shell.printedAt', { time: formatInstant(printedAt, language) }) : null}
		</p>
	)
}

/** The body of a page. `aside` stands right of it on wide screens, and under it on narrow ones unless it comes first. */
export function PageBody({
	children,
	aside,
	isNarrow = false,
	isAsideFirst = false,
}: {
	children: ReactNode
	aside?: ReactNode
	isNarrow?: boolean
	isAsideFirst?: boolean
}) {
	return (
		<div
			className={`mx-auto px-5 max-md:px-3 py-4 print:px-0 print:py-1 ${isNarrow ? 'max-w-[880px]' : 'max-w-page'}`}
		>
			{aside ? (
				<div className="grid gap-4 print:block lg:grid-cols-[minmax(0,1fr)_372px]">
					<div className="min-w-0">{children}</div>
					<aside className={`min-w-0 ${isAsideFirst ? 'max-lg:order-first' : ''}`}>{aside}</aside>
				</div>
			) : (
				children
			)}
		</div>
	)
}

/** Whose turn it is, on top of a matter: mine with its button, somebody else's, or nobody's. */
export function TurnBar(props: {
	kind: 'mine' | 'other' | 'nobody'
	who?: string
	what: ReactNode
	why?: ReactNode
	due?: ReactNode
	isLate?: boolean
	action?: ReactNode
}) {
	const { t } = useTranslation()
	const { kind, who = '', what, why, due, isLate = false, action } = props
	const isMine = kind === 'mine'
	return (
		<section
			aria-label={t('shell.turn.mine')}
			className={`my-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-l-4 px-4 py-3 print:my-1 print:py-px ${isMine ? 'border-accent bg-accent-soft' : 'border-line bg-sunken'}`}
		>
			<span
				className={`inline-flex items-center gap-2 font-semibold ${isMine ? 'text-accent' : 'text-ink2'}`}
			>
				<Icon name={kind === 'nobody' ? 'check' : 'person'} />
				{isMine
					? t('shell.turn.mine')
					: kind === 'other'
						? t('shell.turn.other', { who })
						: t('shell.turn.nobody')}
			</span>
			<div className="min-w-0 flex-1 basis-[20em]">
				<p className="text-turn font-semibold">{what}</p>
				{why ? <p className="text-table text-ink2">{why}</p> : null}
			</div>
			{due ? <p className={`text-table font-semibold ${isLate ? 'text-bad' : ''}`}>{due}</p> : null}
			{action ? <div className="no-print wide-on-phone">{action}</div> : null}
		</section>
	)
}

/** Tabs that are links: Back, bookmarks and printing work. */
export function Tabs({
	label,
	tabs,
}: {
	label: string
	tabs: readonly { to: string; label: string; count?: number | string | undefined; isCurrent: boolean }[]
}) {
	return (
		<nav aria-label={label} className="no-print -mb-2 mt-2 flex gap-1 overflow-x-auto">
			{tabs.map((tab) => (
				<Link
					key={tab.to}
					to={tab.to}
					aria-current={tab.isCurrent ? 'page' : undefined}
					className={`whitespace-nowrap px-4 py-2 no-underline hover:no-underline border-b-4 ${tab.isCurrent ? 'border-accent text-accent font-semibold' : 'border-transparent text-ink2'}`}
				>
					{tab.label}
					{tab.count === undefined ? null : <span className="ml-1 text-quiet text-ink3">{tab.count}</span>}
				</Link>
			))}
		</nav>
	)
}

/** An empty list: one sentence and one link. */
export function EmptyState({
	children,
	link,
}: {
	children: ReactNode
	link?: { to: string; label: string } | undefined
}) {
	return (
		<p className="px-4 py-5 text-ink2">
			{children} {link ? <Link to={link.to}>{link.label}</Link> : null}
		</p>
	)
}

/** Eight digits of a hash in groups of four; the whole is its title and is read out in full nowhere. */
export function HashText({ hash }: { hash: string }) {
	return (
		<code title={hash} className="font-mono text-quiet text-ink3 whitespace-nowrap">
			{hash.slice(0, 4)} {hash.slice(4, 8)}
		</code>
	)
}

/** On paper the colours are gone: the mark inside a circle stays. */
const CIRCLES = {
	passed: 'border-ok bg-ok text-on-accent print:text-ink',
	present: 'border-accent bg-surface',
	skipped: 'border-control bg-surface text-ink3',
	future: 'border-control bg-surface',
} as const

/** Where a procedure stands: passed, present, left out, still to come. On a phone only the present step is shown. */
export function Stepper({
	steps,
	label,
}: {
	label: string
	steps: readonly {
		name: string
		note?: string | undefined
		state: 'passed' | 'present' | 'skipped' | 'future'
	}[]
}) {
	return (
		<ol aria-label={label} className="mt-3 flex gap-0 overflow-x-auto print:mt-1">
			{steps.map((step) => (
				<li
					key={step.name}
					aria-current={step.state === 'present' ? 'step' : undefined}
					className={`relative flex-1 min-w-[86px] print:min-w-0 pr-2 ${step.state === 'present' ? '' : 'max-md:hidden'}`}
				>
					<span
						aria-hidden="true"
						className={`absolute left-0 right-0 top-[8px] h-[3px] max-md:hidden ${step.state === 'passed' || step.state === 'skipped' ? 'bg-ok' : 'bg-line'}`}
					/>
					<span
						aria-hidden="true"
						className={`relative flex h-[18px] w-[18px] items-center justify-center rounded-full border-[3px] ${CIRCLES[step.state]}`}
					>
						{step.state === 'passed' ? <Icon name="check" /> : null}
						{step.state === 'skipped' ? <Icon name="minus" /> : null}
					</span>
					<span
						className={`block pt-1 text-table ${step.state === 'present' ? 'text-accent font-semibold' : step.state === 'future' || step.state === 'skipped' ? 'text-ink3' : ''}`}
					>
						{step.name}
					</span>
					{step.note ? <span className="block text-quiet text-ink3">{step.note}</span> : null}
				</li>
			))}
		</ol>
	)
}

/** A sheet of paper by GB/T 9704 on the screen, and that paper when printed. */
export function PaperSheet({ children, label }: { children: ReactNode; label: string }) {
	return (
		<article lang="zh-CN" aria-label={label} className="paper">
			{children}
		</article>
	)
}
