import { z } from 'zod'
import { REFERENCE_KINDS } from '#app/domain/reference/reference-kind.ts'
import { notFound } from './refusal-response.server.ts'

const Kind = z.object({ kind: z.enum(REFERENCE_KINDS) })
const Entry = Kind.extend({ code: z.string().min(1).max(200) })

/** The kind of reference data that an address names. */
export function referenceKindOf(params: unknown) {
	const parsed = Kind.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data.kind
}

/** The entry that an address names. */
export function referenceEntryOf(params: unknown) {
	const parsed = Entry.safeParse(params)
	if (!parsed.success) throw notFound()
	return parsed.data
}
