import { type RefObject, useEffect } from 'react'

/**
 * Takes words that are selected in the text into the quote of the item form, while that is still empty. Without
 * JavaScript the reviewer types them.
 */
export function useSelectedQuote(text: RefObject<HTMLElement>): void {
	useEffect(() => {
		const onMouseUp = (event: MouseEvent) => {
			if (!(event.target instanceof Node) || !text.current?.contains(event.target)) return
			const words = window.getSelection()?.toString().trim() ?? ''
			const quote = document.querySelector<HTMLTextAreaElement>('#item-form textarea[name="quote"]')
			if (words === '' || !quote || quote.value !== '') return
			quote.value = words
			quote.dispatchEvent(new Event('input', { bubbles: true }))
		}
		document.addEventListener('mouseup', onMouseUp)
		return () => document.removeEventListener('mouseup', onMouseUp)
	}, [text])
}
