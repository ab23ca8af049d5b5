import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { WORDS_OF_PAGES } from 'virtual:words-of-pages'
import { giveArrayAt } from '#app/components/form/array-at.ts'
import { LanguageProvider } from '#app/locales/language-provider.tsx'
import { languageOfDocument } from '#app/locales/languages.ts'
import { beginWithWords, fetchWords, pagesWithoutWords } from '#app/locales/load-words.ts'

giveArrayAt()
beginWithWords(WORDS_OF_PAGES)

const language = languageOfDocument(document)

// Only the words of the page that was sent are waited for, in the reader's own language.
void fetchWords(language, pagesWithoutWords(Object.keys(window.__remixRouteModules))).then(() =>
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<LanguageProvider language={language}>
					<RemixBrowser />
				</LanguageProvider>
			</StrictMode>,
		)
	}),
)
