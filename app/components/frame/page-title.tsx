import { type UIMatch, isRouteErrorResponse, useMatches, useRouteError } from '@remix-run/react'
import type { ParseKeys } from 'i18next'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { countLearnt, onWordsLearnt } from '#app/locales/load-words.ts'
import { isForThePublic, useFrame } from './frame-context.ts'

/** What a page's module says of it: the sentence that names it on the browser's tab. */
export type PageHandle = { readonly title: ParseKeys }

/** The name of the page before the reader, in their language; null until its words are there. */
export function usePageName(): string | null {
	const { t } = useTranslation()
	const pages = usePages()
	const key = pages[pages.length - 1]?.handle?.title
	return key && t(key) !== key ? t(key) : null
}

/** What went wrong with a page: there is none, or none for this reader; it was turned away; or it broke. */
export type PageProblem = 'notFound' | 'forbidden' | 'broken'

/** Names what was thrown while a page was made. */
export function pageProblem(error: unknown): PageProblem {
	const status = isRouteErrorResponse(error) ? error.status : 500
	if (status === 404) return 'notFound'
	return status < 500 ? 'forbidden' : 'broken'
}

/**
 * What a browser calls a page on its tab and in its history: the page, the matter or meeting that it is about, and the
 * product. A page for the public bears the name of what it is about alone. A page that is not there says so.
 */
export function PageTitle() {
	const { t } = useTranslation()
	// The frame stands before the page's own words are there, and is drawn again when they are.
	useSyncExternalStore(onWordsLearnt, countLearnt, countLearnt)
	const name = usePageName()
	const subjects = usePages().flatMap(({ data }) => subjectOf(data) ?? [])
	const subject = subjects[subjects.length - 1]
	const isPublic = isForThePublic(useFrame())
	const error = useRouteError()
	const own = isPublic ? [subject ?? t('shell.error.notFoundTitle')] : [name, subject]
	const parts = error ? [t(`shell.error.${pageProblem(error)}Title`)] : own
	return <title>{[...parts, isPublic ? null : t('shell.product')].filter(Boolean).join(' · ')}</title>
}

function usePages(): readonly UIMatch<unknown, PageHandle | undefined>[] {
	// Every route's handle is a PageHandle or none; a test holds the routes to it.
	return useMatches() as UIMatch<unknown, PageHandle | undefined>[]
}

/** What a loader gave of the thing that its page is about. */
type Loaded = {
	readonly heading?: { readonly title?: string }
	readonly page?: Loaded
	readonly packet?: Loaded
}

function subjectOf(loaded: unknown): string | null {
	if (typeof loaded !== 'object' || loaded === null) return null
	// All of these may be absent, so nothing is claimed of what another loader gave.
	const { heading, page, packet } = loaded as Loaded
	return heading?.title ?? subjectOf(page) ?? subjectOf(packet)
}
