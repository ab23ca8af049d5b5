import { z } from 'zod'
import { type TrailCursor, type TrailQuery, TRAIL_PLACES } from '#app/services/trail/search-trail.server.ts'

const Search = z.object({
	place: z.enum(TRAIL_PLACES).nullable().catch(null),
	kind: z
		.string()
		.regex(/^[a-z-]+\.[a-z-]+$/)
		.max(60)
		.nullable()
		.catch(null),
	person: z.string().trim().max(100).catch(''),
	from: z.iso.date().nullable().catch(null),
	to: z.iso.date().nullable().catch(null),
	refused: z
		.literal('yes')
		.transform(() => true)
		.catch(false),
})

const Cursor = z.object({
	at: z.iso.datetime(),
	stream: z.string().max(200),
	seq: z.coerce.number().int().positive(),
})

/** A search of the trail as an address line has it; what cannot be read is left out. */
export function readTrailQuery(request: Request): { query: TrailQuery; after: TrailCursor | null } {
	const given = Object.fromEntries(new URL(request.url).searchParams)
	const cursor = Cursor.safeParse(given)
	return { query: trailQueryOf(given), after: cursor.success ? cursor.data : null }
}

/** What a search of the trail asks for, by the fields of its address. */
export function trailQueryOf(given: Readonly<Record<string, string>>): TrailQuery {
	const { refused, ...query } = Search.parse(given)
	return { ...query, onlyRefused: refused }
}
