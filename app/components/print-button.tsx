import { useEffect, useState } from 'react'
import { Button } from './button.tsx'

/** Prints the page. Without JavaScript it is not there: the browser's own menu prints as well. */
export function PrintButton({ label }: { label: string }) {
	const [canPrint, setCanPrint] = useState(false)
	useEffect(() => setCanPrint(true), [])
	if (!canPrint) return null
	return (
		<Button type="button" look="filled" icon="print" onClick={() => window.print()}>
			{label}
		</Button>
	)
}
