import type { TFunction } from 'i18next'
import { en } from './en/resources.ts'
import type { Language } from './languages.ts'
import { learnLanguage, translator } from './translator.ts'
import { zhCn } from './zh-cn/resources.ts'

/** The server speaks every language; a browser learns the one that its reader reads. */
export function learnEveryLanguage(): void {
	learnLanguage('zh-CN', zhCn)
	learnLanguage('en', en)
}

/** The sentences of a language for an answer that is no page, so that no page need have been rendered before it. */
export function translatorOfServer(language: Language): TFunction {
	learnEveryLanguage()
	return translator(language)
}
