import type { Issuer } from '#app/domain/issuer/issuer.ts'
import type { UnderLaw } from '#app/domain/legal-basis/regime.ts'
import { tracksOf } from './matter-record.ts'

/** What decides which law a matter falls under, from its record. */
export function underLaw(matter: Parameters<typeof tracksOf>[0] & { readonly issuer: Issuer }): UnderLaw {
	return { tracks: tracksOf(matter), issuer: matter.issuer }
}
