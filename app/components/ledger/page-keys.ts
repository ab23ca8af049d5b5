/** Where this browser keeps that its reader has switched the keys off. */
export const KEYS_OFF = 'redline-keys-off'

/** Whether the reader has switched the keys of the comparison off. */
export function areKeysOff(): boolean {
	return localStorage.getItem(KEYS_OFF) !== null
}

/** Fields that a person types or chooses in by keys. */
const FIELDS = 'input, textarea, select'

/**
 * Whether a key that was pressed may be one of the page's own: alone, and not in a field, where a letter is a letter. A
 * form whose radio buttons are pressed by keys names the fields without them.
 */
export function isPageKey({ ctrlKey, metaKey, altKey, target }: KeyboardEvent, fields = FIELDS): boolean {
	const isTyped = target instanceof HTMLElement && (target.matches(fields) || target.isContentEditable)
	return !ctrlKey && !metaKey && !altKey && !isTyped
}

/** Whether a place stands after another in the page. */
export function isAfter(here: Element, place: Element): boolean {
	return (here.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Brings a place before the reader; the keys go on from there. */
export function goTo(place: HTMLElement): void {
	place.focus({ preventScroll: true })
	place.scrollIntoView({ block: 'start' })
}
