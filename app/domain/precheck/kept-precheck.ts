import { jsonText } from '../json-text.ts'
import type { Precheck } from './rules/run-precheck.ts'

/** How a pre-check is kept beside the draft that it was made of. */
export const PRECHECK = jsonText<Precheck>()
