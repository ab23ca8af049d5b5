import { type ComponentType, useEffect, useState } from 'react'

/** The place of the outbox's notices. */
export function OutboxPlace() {
	const Notice = useLate(() => import('./outbox-notice.tsx').then(({ OutboxNotice }) => OutboxNotice))
	return Notice ? <Notice /> : null
}

/** The place of what is said of a page that was come to. */
export function ArrivalPlace() {
	const Notice = useLate(() => import('./arrival.tsx').then(({ ArrivalNotice }) => ArrivalNotice))
	return Notice ? <Notice /> : null
}

/** A component that is fetched once the first page stands: nobody waits for it then. */
function useLate(load: () => Promise<ComponentType>): ComponentType | null {
	const [Late, setLate] = useState<ComponentType | null>(null)
	// What is fetched never changes.
	useEffect(() => void load().then((fetched) => setLate(() => fetched)), [])
	return Late
}
