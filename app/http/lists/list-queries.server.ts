import { z } from 'zod'
import type { MatterFields } from '#app/components/matter/matter-filter.tsx'
import { NEWEST_FIRST, orderOfWord, orderWord } from '#app/domain/matter/matter-order.ts'
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

/** The same as the fields of the page's form have it, with the order; empty where nothing is said. */
export function matterFields(asked: Asked): MatterFields {
	const { state, track, organId, words: q } = readMatterFilter(asked)
	const order = orderOfWord(asked['sort'])
	const sort = order === NEWEST_FIRST ? '' : orderWord(order)
	return { q, state: state ?? '', track: track ?? '', organ: organId ?? '', sort }
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
