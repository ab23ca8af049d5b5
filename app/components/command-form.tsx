import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useFrame } from './frame-context.ts'

/**
 * The form of a command: it carries the idempotency key, the revision that the page showed, and the form token.
 * While it is under way a second press does nothing; without JavaScript the key does the same on the server.
 */
export function CommandForm(props: {
	/** The idempotency key, made by the page's loader: a reload makes a new one, the back button keeps the old. */
	commandKey: string
	seen?: number | null | undefined
	action?: string
	hasFiles?: boolean
	children: ReactNode
	className?: string
	id?: string
}) {
	const { commandKey, seen = null, action, hasFiles = false, children, className = '', id } = props
	const frame = useFrame()
	const isBusy = useNavigation().state === 'submitting'
	return (
		<Form
			method="post"
			{...(action === undefined ? {} : { action })}
			{...(id === undefined ? {} : { id })}
			encType={hasFiles ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
			className={className}
			aria-busy={isBusy}
			onSubmit={(event) => {
				if (isBusy) event.preventDefault()
			}}
		>
			<input type="hidden" name="csrf" value={frame?.csrf ?? ''} />
			<input type="hidden" name="key" value={commandKey} />
			<input type="hidden" name="seen" value={seen ?? ''} />
			{children}
		</Form>
	)
}
