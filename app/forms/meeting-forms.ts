import { TITLE_LIMIT } from '#app/domain/matter/written-words.ts'
import { words } from './field.ts'
import { form } from './form.ts'

export const PROPOSAL = form({ presenter: words(TITLE_LIMIT), minutes: words(10), consent: words() })
