import { type RefObject, useEffect, useRef } from 'react'

/**
 * Brings what has just arrived (a refusal, the faults of a form) before the reader, who may be far down the page. With
 * the page itself it is read from the top anyway.
 */
export function useArrivalFocus<Element extends HTMLElement>(arrived: unknown): RefObject<Element> {
	const place = useRef<Element>(null)
	useEffect(() => {
		if (arrived) place.current?.focus()
	}, [arrived])
	return place
}
