import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** When the page was last sent to a printer, null before that. */
export function usePrintTime(): string | null {
	const [printedAt, setPrintedAt] = useState<string | null>(null)
	useEffect(() => {
		// The page is printed as it stands when the listener returns.
		const stamp = () => flushSync(() => setPrintedAt(new Date().toISOString()))
		addEventListener('beforeprint', stamp)
		return () => removeEventListener('beforeprint', stamp)
	}, [])
	return printedAt
}
