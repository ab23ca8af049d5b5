import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/frame/icon.tsx'
import { doneAct, showDoneAct } from './done-act.ts'

/** The page that was last come to; null before the first. It outlives the page, which may be taken away for its words. */
let lastPath: string | null = null

const none = () => null

/**
 * On top of a page: the act that led here. It has the focus then, and the page's heading where nothing was done: what a
 * browser says of itself where each page is loaded whole.
 */
export function ArrivalNotice() {
	const { t } = useTranslation()
	const { pathname } = useLocation()
	const { state } = useNavigation()
	const done = useSyncExternalStore(doneAct.subscribe, doneAct.read, none)
	const notice = useRef<HTMLParagraphElement>(null)
	useEffect(() => {
		if (state !== 'idle') return
		const isElsewhere = lastPath !== null && lastPath !== pathname
		lastPath = pathname
		if (showDoneAct(isElsewhere) === null && isElsewhere) focusHeading()
	}, [state, pathname])
	useEffect(() => notice.current?.focus(), [done])
	if (done === null) return null
	return (
		<p
			ref={notice}
			role="status"
			tabIndex={-1}
			className="no-print flex items-center gap-2 bg-ok-soft px-5 py-2 text-ok"
		>
			<Icon name="check" /> {t('shell.done.act', { act: done.act })}
		</p>
	)
}

function focusHeading(): void {
	const heading = document.querySelector<HTMLElement>('main h1')
	heading?.setAttribute('tabindex', '-1')
	heading?.focus({ preventScroll: true })
}
