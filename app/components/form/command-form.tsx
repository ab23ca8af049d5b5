import { type AnsweredFormProps, AnsweredForm } from './answered-form.tsx'
import { useFrame } from '#app/components/frame/frame-context.ts'

/**
 * The form of a command: it carries the idempotency key, the revision that the page showed, and the form token. Sent
 * twice, with JavaScript or without, it has one effect.
 */
export function CommandForm(
	props: AnsweredFormProps & {
		/** The idempotency key, made by the page's loader: a reload makes a new one, the back button keeps the old. */
		commandKey: string
		seen?: number | null | undefined
	},
) {
	const { commandKey, seen = null, children, ...form } = props
	const frame = useFrame()
	return (
		<AnsweredForm {...form} csrf={frame?.csrf ?? ''}>
			<input type="hidden" name="key" value={commandKey} />
			<input type="hidden" name="seen" value={seen ?? ''} />
			{children}
		</AnsweredForm>
	)
}
