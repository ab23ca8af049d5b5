import { z } from 'zod'
import { MATTER_STATES } from '#app/domain/matter/matter-state.ts'
import { TRACKS } from '#app/domain/matter/track.ts'
import { STANDINGS } from '#app/domain/register/standing.ts'
import type { MatterFilter } from '#app/services/matter/read-matters.server.ts'
import type { RegisterFilter } from '#app/services/register/read-register.server.ts'

/** What an address says that a list is narrowed to: for the page and for the file alike. What cannot be read is left out. */
type Asked = Readonly<Record<string, string>>

/** The fields of an address. */
export function askedOf(request: Request): Asked {
	return Object.fromEntries(new URL(request.url).searchParams)
}

const words = z.string().trim().max(100).catch('')

const Matters = z.object({
	state: z.enum(MATTER_STATES).nullable().catch(null),
	track: z.enum(TRACKS).nullable().catch(null),
	organ: z.uuid().nullable().catch(null),
	q: words,
})

export function readMatterFilter(asked: Asked): MatterFilter {
	const { state, track, organ, q } = Matters.parse(asked)
	return { state, track, organId: organ, words: q }
}

const Register = z.object({ q: words, standing: z.enum(STANDINGS).nullable().catch(null) })

export function readRegisterFilter(asked: Asked): RegisterFilter {
	const { q, standing } = Register.parse(asked)
	return { words: q, standing }
}

const People = z.object({ q: words, organ: z.uuid().nullish().catch(null) })

export function readPeopleFilter(asked: Asked): { readonly search: string; readonly organId: string | null } {
	const { q, organ } = People.parse(asked)
	return { search: q, organId: organ ?? null }
}

const Grants = z.object({ q: words })

export function readGrantFilter(asked: Asked): { readonly search: string } {
	return { search: Grants.parse(asked).q }
}
