import { type ComponentType, useEffect, useState } from 'react'

type Load = () => Promise<ComponentType>

const loadOutbox: Load = () => import('./outbox-notice.tsx').then(({ OutboxNotice }) => OutboxNotice)
const loadArrival: Load = () => import('./arrival.tsx').then(({ ArrivalNotice }) => ArrivalNotice)

/** The place of the outbox's notices. */
export function OutboxPlace() {
	return <LatePlace load={loadOutbox} />
}

/** The place of what is said of a page that was come to. */
export function ArrivalPlace() {
	return <LatePlace load={loadArrival} />
}

/** The place of what is fetched once the first page stands: nobody waits for it then. */
function LatePlace({ load }: { load: Load }) {
	const [Notice, setNotice] = useState<ComponentType | null>(null)
	useEffect(() => {
		void load().then((loaded) => setNotice(() => loaded))
	}, [load])
	return Notice ? <Notice /> : null
}
