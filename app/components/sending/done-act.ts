/** An act that is known to be done, by the words of its button. */
export type DoneAct = { readonly act: string }

let kept: DoneAct | null = null
let shown: DoneAct | null = null
const listeners = new Set<() => void>()

/** Keeps an act until the page that follows it stands. */
export function keepDoneAct(act: string): void {
	kept = { act }
}

/** The act that the page says it was come to by, for `useSyncExternalStore`. */
export const doneAct = {
	subscribe: (listener: () => void) => {
		listeners.add(listener)
		return () => void listeners.delete(listener)
	},
	read: () => shown,
}

/** A page stands: shows the act that led to it, once. On another page an earlier one is said no more. */
export function showDoneAct(isElsewhere: boolean): DoneAct | null {
	const led = kept
	if (led === null && !isElsewhere) return null
	shown = led
	kept = null
	for (const listener of listeners) listener()
	return led
}
