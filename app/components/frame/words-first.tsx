import { useMatches } from '@remix-run/react'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { countLearnt, fetchWords, onWordsLearnt, pagesWithoutWords } from '#app/locales/load-words.ts'

/**
 * Shows a page when its words are there. The first page of a visit comes with them; every other fetches its own once,
 * and when they cannot be fetched the browser asks the server for the whole page.
 */
export function WordsFirst({ children }: { children: ReactNode }) {
	const language = useLanguage()
	useSyncExternalStore(onWordsLearnt, countLearnt, countLearnt)
	const lacking = pagesWithoutWords(useMatches().map(({ id }) => id)).join(' ')
	useEffect(() => {
		if (lacking === '') return
		void fetchWords(language, lacking.split(' ')).catch(() => location.reload())
	}, [lacking, language])
	return lacking === '' ? children : <div aria-busy="true" className="min-h-[60vh]" />
}
