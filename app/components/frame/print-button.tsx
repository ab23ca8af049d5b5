import { useSyncExternalStore } from 'react'
import { type ButtonLook, Button } from '#app/components/form/button.tsx'

/** Prints the page. Without JavaScript it is not there: the browser's own menu prints as well. */
export function PrintButton({ label, look = 'outline' }: { label: string; look?: ButtonLook }) {
	const canPrint = useSyncExternalStore(nothingChanges, inBrowser, onServer)
	if (!canPrint) return null
	return (
		<Button type="button" look={look} icon="print" onClick={() => window.print()}>
			{label}
		</Button>
	)
}

const nothingChanges = () => () => {}
const inBrowser = () => true
const onServer = () => false
