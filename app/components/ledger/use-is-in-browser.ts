import { useSyncExternalStore } from 'react'

/** Whether the page's script runs: what nothing but a script can do is shown then only. */
export function useIsInBrowser(): boolean {
	return useSyncExternalStore(
		() => () => {},
		() => true,
		() => false,
	)
}
