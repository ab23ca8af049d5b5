import type { TFunction } from 'i18next'
import type { Act, ReadingAct } from '#app/domain/act/act.ts'
import { eventWords } from '#app/components/form/refusal-notice.tsx'

/** What an act is called: what only reads has words of its own, the rest is called as in the trail. */
export function actWords(act: Act, t: TFunction): string {
	return isReading(act) ? t(`acts.read.${act}`) : eventWords(act, t)
}

function isReading(act: Act): act is ReadingAct {
	return act.endsWith('.read')
}
