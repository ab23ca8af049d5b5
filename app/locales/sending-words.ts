import { sending as en } from './en/sending.ts'
import type { Language } from './languages.ts'
import type { SameShape } from './same-shape.ts'
import { sending as zh } from './zh-cn/sending.ts'

/** What is said of forms on their way. It comes with the outbox, apart from the sentences that a first visit waits for. */
export type SendingWords = SameShape<typeof zh>

/** The sentences of a language about forms on their way. */
export function sendingWords(language: Language): SendingWords {
	return language === 'en' ? en : zh
}

/** A sentence with its figures and names in their places. */
export function fillIn(sentence: string, figures: Readonly<Record<string, string>>): string {
	return sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => figures[name] ?? place)
}
