import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/components/frame/icon.tsx'
import { takeDoneAct } from './done-act.ts'

/** The page that was last come to; null before the first. It outlives the page, which may be taken away for its words. */
let lastPath: string | null = null

/**
 * On top of a page: the act that led here. It has the focus then, and the page's heading where nothing was done: what a
 * browser says of itself where each page is loaded whole.
 */
export function ArrivalNotice() {
	const { t } = useTranslation()
	const { pathname } = useLocation()
	const { state } = useNavigation()
	const [done, setDone] = useState<{ readonly act: string } | null>(null)
	const notice = useRef<HTMLParagraphElement>(null)
	useEffect(() => {
		if (state !== 'idle') return
		const act = takeDoneAct()
		const isElsewhere = lastPath !== null && lastPath !== pathname
		lastPath = pathname
		if (act !== null) setDone({ act })
		else if (isElsewhere) {
			setDone(null)
			focusHeading()
		}
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
