import i18next, { type i18n, type TFunction } from 'i18next'
import type { Language } from './languages.ts'
import type { SameShape } from './same-shape.ts'
import type { zhCn } from './zh-cn/resources.ts'

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'translation'
		resources: { translation: typeof zhCn }
		returnNull: false
	}
}

/** English words that change with a number: `{{days}} working day{{days, s}}`. Chinese has none. */
const ENGLISH_FORMS: Readonly<Record<string, readonly [one: string, more: string]>> = {
	s: ['', 's'],
	ies: ['y', 'ies'],
	are: ['is', 'are'],
	were: ['was', 'were'],
	have: ['has', 'have'],
	do: ['does', 'do'],
	wait: ['waits', 'wait'],
}

type Sentences = SameShape<typeof zhCn>

const instances = new Map<Language, i18n>()

/** Takes every sentence of a language, as the server does. */
export function learnLanguage(language: Language, sentences: Sentences): void {
	learnWords(language, sentences)
}

/** Takes some sentences of a language, as a browser does, page by page. What was not learnt cannot be said. */
export function learnWords(language: Language, sentences: object): void {
	const instance = instances.get(language) ?? createInstance(language)
	instances.set(language, instance)
	instance.addResourceBundle(codeOf(language), 'translation', sentences, true)
}

/** The i18next instance of a language. Each is made once; the language of an instance never changes. */
export function languageInstance(language: Language): i18n {
	const instance = instances.get(language)
	if (!instance) throw new Error(`the sentences of ${language} were not learnt`)
	return instance
}

function createInstance(language: Language): i18n {
	const code = codeOf(language)
	const instance = i18next.createInstance({
		lng: code,
		fallbackLng: false,
		initImmediate: false,
		nsSeparator: false,
		resources: { [code]: { translation: {} } },
		// React escapes what it renders; papers and mails that are not React escape for themselves.
		interpolation: { escapeValue: false },
	})
	void instance.init()
	for (const [name, [one, more]] of Object.entries(ENGLISH_FORMS))
		instance.services.formatter?.add(name, (value) => (Number(value) === 1 ? one : more))
	rememberSentences(instance)
	return instance
}

/** i18next makes a code with a hyphen canonical at every sentence, which is a good part of a page's time. */
function codeOf(language: Language): string {
	return language === 'zh-CN' ? 'zh' : 'en'
}

type Sentence = (key: string, figures?: object) => string

/** Figures and names vary without end; when so many sentences are kept, keeping begins anew. */
const MOST_SENTENCES = 5000

/**
 * Keeps the sentences that were worked out: i18next does it anew at every call, which was a tenth of a page's time. The
 * resources and the language of an instance never change, so the same key with the same figures is the same sentence.
 */
function rememberSentences(instance: i18n): void {
	// The library's type knows every key; here a key is any text, and the type is given back at the end.
	const given = instance.t.bind(instance) as Sentence
	const kept = new Map<string, string>()
	const remembered: Sentence = (key, figures) => {
		const whole = figures === undefined ? key : `${key} ${JSON.stringify(figures)}`
		const present = kept.get(whole)
		if (present !== undefined) return present
		const sentence = given(key, figures)
		// What has no words yet may have them with the next page.
		if (sentence === key) return sentence
		if (kept.size >= MOST_SENTENCES) kept.clear()
		kept.set(whole, sentence)
		return sentence
	}
	const translate = remembered as TFunction
	instance.t = translate
	instance.getFixedT = (() => translate) as never
}

/** The sentences of a language, for code outside of components. */
export function translator(language: Language): TFunction {
	return languageInstance(language).t
}
