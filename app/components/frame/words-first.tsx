import { useMatches } from '@remix-run/react'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/locales/language-provider.tsx'
import { countLearnt, fetchWords, onWordsLearnt, pagesWithoutWords } from '#app/locales/load-words.ts'

/**
 * Shows a page when its words are there. The first page of a visit comes with them; every other fetches its own once,
 * until then it says so, and when they cannot be fetched the browser asks the server for the whole page.
 */
export function WordsFirst({ children }: { children: ReactNode }) {
	const { t } = useTranslation()
	const language = useLanguage()
	useSyncExternalStore(onWordsLearnt, countLearnt, countLearnt)
	const lacking = pagesWithoutWords(useMatches().map(({ id }) => id)).join(' ')
	useEffect(() => {
		if (lacking === '') return
		void fetchWords(language, lacking.split(' ')).catch(() => location.reload())
	}, [lacking, language])
	if (lacking === '') return children
	return (
		<div aria-busy="true" className="min-h-[60vh]">
			<p role="status" className="px-5 py-8 text-center text-ink2">
				{t('shell.opening')}
			</p>
		</div>
	)
}
