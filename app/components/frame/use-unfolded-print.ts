import { useEffect } from 'react'

/** Opens what is folded before the page is printed: paper has nothing to press. */
export function useUnfoldedPrint(): void {
	useEffect(() => {
		const unfold = () => {
			for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details:not(.stays-folded)'))
				folded.open = true
		}
		addEventListener('beforeprint', unfold)
		return () => removeEventListener('beforeprint', unfold)
	}, [])
}
