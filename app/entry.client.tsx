import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { giveArrayAt } from '#app/components/form/array-at.ts'
import { LanguageProvider } from '#app/locales/language-provider.tsx'
import { type Language, languageOfDocument } from '#app/locales/languages.ts'
import { learnLanguage } from '#app/locales/translator.ts'

giveArrayAt()

const language = languageOfDocument(document)

void learn(language).then(() =>
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

/** Only the reader's own language is fetched: the sentences of one are a third of all other scripts of a first visit. */
async function learn(read: Language): Promise<void> {
	if (read === 'en') learnLanguage(read, (await import('#app/locales/en/resources.ts')).en)
	else learnLanguage(read, (await import('#app/locales/zh-cn/resources.ts')).zhCn)
}
