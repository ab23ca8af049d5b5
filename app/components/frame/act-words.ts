import type { TFunction } from 'i18next'
import type { Act } from '#app/domain/act/act.ts'
import { eventWords } from '#app/components/form/refusal-notice.tsx'

/** What an act is called: what only reads has words of its own, the rest is called as in the trail. */
export function actWords(act: Act, t: TFunction): string {
	const words: string = t(`matter.permissions.read.${act as 'matter.read'}`)
	return words.startsWith('matter.permissions.') ? eventWords(act, t) : words
}
