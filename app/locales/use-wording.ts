import type { Wording } from '#app/domain/materials/checklist.ts'
import { useLanguage } from './language-provider.tsx'

/** The words of reference data in the page's language. */
export function useWording(): (wording: Wording) => string {
	const language = useLanguage()
	return (wording) => (language === 'en' ? wording.en : wording.zh)
}
