import { type ComponentType, useEffect, useState } from 'react'

/** The place of the outbox's notices, which come with the outbox once the page stands. */
export function OutboxPlace() {
	const [Notice, setNotice] = useState<ComponentType | null>(null)
	useEffect(() => {
		void import('./outbox-notice.tsx').then(({ OutboxNotice }) => setNotice(() => OutboxNotice))
	}, [])
	return Notice ? <Notice /> : null
}
