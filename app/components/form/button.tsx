import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { type IconName, Icon } from '#app/components/frame/icon.tsx'

/** `filled` stands once on a page: the act whose turn it is. `danger` takes something back. */
export type ButtonLook = 'filled' | 'outline' | 'text' | 'danger'

const BASE =
	'inline-flex items-center justify-center gap-2 min-h-[34px] px-4 rounded text-table no-underline hover:no-underline max-md:min-h-[44px] cursor-pointer disabled:cursor-default'
const LOOKS: Record<ButtonLook, string> = {
	filled: 'bg-accent text-on-accent border border-accent font-semibold',
	outline: 'bg-surface text-ink border border-control',
	text: 'bg-transparent text-accent border border-transparent px-2',
	danger: 'bg-surface text-bad border border-bad',
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook; icon?: IconName }

/** A button: verb first, what happens in its words. */
export function Button({
	look = 'outline',
	icon,
	children,
	className = '',
	type = 'submit',
	...rest
}: ButtonProps) {
	return (
		<button type={type} className={`${BASE} ${LOOKS[look]} ${className}`} {...rest}>
			{icon ? <Icon name={icon} /> : null}
			{children}
		</button>
	)
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton(props: {
	to: string
	look?: ButtonLook
	icon?: IconName
	children: ReactNode
	className?: string
	/** Leads to a file: the browser fetches it by itself, and the page stays. */
	isFile?: boolean
}) {
	const { to, look = 'outline', icon, children, className = '', isFile = false } = props
	return (
		<Link to={to} reloadDocument={isFile} className={`${BASE} ${LOOKS[look]} ${className}`}>
			{icon ? <Icon name={icon} /> : null}
			{children}
		</Link>
	)
}
