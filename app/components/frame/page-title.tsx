import { type UIMatch, useMatches } from '@remix-run/react'
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

/**
 * What a browser calls a page on its tab and in its history: the page, the matter or meeting that it is about, and the
 * product. A page for the public bears the name of what it is about alone.
 */
export function PageTitle() {
	const { t } = useTranslation()
	// The frame stands before the page's own words are there, and is drawn again when they are.
	useSyncExternalStore(onWordsLearnt, countLearnt, countLearnt)
	const name = usePageName()
	const subjects = usePages().flatMap(({ data }) => subjectOf(data) ?? [])
	const subject = subjects[subjects.length - 1]
	const parts = isForThePublic(useFrame())
		? [subject ?? t('shell.error.notFoundTitle')]
		: [name, subject, t('shell.product')]
	return <title>{parts.filter(Boolean).join(' · ')}</title>
}

function usePages(): readonly UIMatch<unknown, PageHandle | undefined>[] {
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
	const { heading, page, packet } = loaded as Loaded
	return heading?.title ?? subjectOf(page) ?? subjectOf(packet)
}
