import type { ReactNode } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { type Language, readLanguage } from './languages.ts'
import { languageInstance } from './translator.ts'

/** Gives everything inside it the sentences of one language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
	return <I18nextProvider i18n={languageInstance(language)}>{children}</I18nextProvider>
}

/** The language of the page. */
export function useLanguage(): Language {
	const { i18n } = useTranslation()
	return readLanguage(i18n.language)
}
