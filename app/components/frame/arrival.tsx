import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeDoneAct } from '#app/components/sending/done-act.ts'
import { Icon } from './icon.tsx'

/** How often a reader has come to another page or through an act, and the act that was done on the way here. */
export type Arrival = { readonly count: number; readonly done: string | null }

/** Watches for what the browser itself would say were each page loaded whole: that another has come, or an act is done. */
export function useArrival(): Arrival {
	const { pathname } = useLocation()
	const { state } = useNavigation()
	const [arrival, setArrival] = useState<Arrival>({ count: 0, done: null })
	const last = useRef(pathname)
	useEffect(() => {
		if (state !== 'idle') return
		const done = takeDoneAct()
		if (done !== null || pathname !== last.current) setArrival(({ count }) => ({ count: count + 1, done }))
		last.current = pathname
	}, [state, pathname])
	return arrival
}

/** On top of a page: the act that led here. It has the focus then, and the page's heading where nothing was done. */
export function ArrivalNotice({ count, done }: Arrival) {
	const { t } = useTranslation()
	const notice = useRef<HTMLParagraphElement>(null)
	useEffect(() => {
		if (count === 0) return
		const place = notice.current ?? document.querySelector<HTMLElement>('main h1')
		place?.setAttribute('tabindex', '-1')
		place?.focus({ preventScroll: notice.current === null })
	}, [count])
	if (done === null) return null
	return (
		<p ref={notice} role="status" className="no-print flex items-center gap-2 bg-ok-soft px-5 py-2 text-ok">
			<Icon name="check" /> {t('shell.done.act', { act: done })}
		</p>
	)
}
