import { type Act, ACTS } from '#app/domain/act/act.ts'
import type { Grant } from '#app/domain/act/definition.ts'

/**
 * Who may do an act (domain paper §8.7), as the act table says. What is not written there is not allowed; nobody is
 * above this table, and no administrator appears beside an act on a matter.
 */
export function grantsOf(act: Act): readonly Grant[] {
	return ACTS[act].who
}
