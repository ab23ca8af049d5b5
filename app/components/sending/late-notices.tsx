import { type ComponentType, useEffect, useState } from 'react'

/** The place of the outbox's notices, which come with the outbox once the page stands. */
export function OutboxPlace() {
	const [Notice, setNotice] = useState<ComponentType | null>(null)
	useEffect(() => {
		void import('./outbox-notice.tsx').then(({ OutboxNotice }) => setNotice(() => OutboxNotice))
	}, [])
	return Notice ? <Notice /> : null
}

/** The place of what is said of a page that was come to; it is fetched once the first page stands. */
export function ArrivalPlace() {
	const [Notice, setNotice] = useState<ComponentType | null>(null)
	useEffect(() => {
		void import('./arrival.tsx').then(({ ArrivalNotice }) => setNotice(() => ArrivalNotice))
	}, [])
	return Notice ? <Notice /> : null
}
