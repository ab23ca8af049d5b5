import { z } from 'zod'
import {
	type ReadingChoice,
	type ReadingView,
	AROUND,
	READING_MARKS,
	READING_VIEWS,
} from '#app/domain/redline-reading/reading.ts'
import { BLOCK_KINDS, CHANGE_NATURES } from '#app/domain/redline/redline.ts'
import type { OtherTextAsked } from '#app/services/redline/other-texts.server.ts'
import { notFound } from './refusal-response.server.ts'

/** A place in a text: art-13-p2, gone-art-5, was-art-5. */
const place = z
	.string()
	.regex(/^[a-z0-9-]{1,80}$/)
	.nullable()
	.default(null)
const versionNo = z.coerce.number().int().min(1).nullable().default(null)

const Search = z.object({
	from: versionNo,
	to: versionNo,
	with: z.uuid().nullable().default(null),
	document: z.uuid().nullable().default(null),
	find: z.string().max(100).nullable().default(null),
	view: z.enum(READING_VIEWS).nullable().default(null),
	around: z.enum(AROUND).default('0'),
	kind: z.enum(BLOCK_KINDS).nullable().default(null),
	nature: z.enum(CHANGE_NATURES).nullable().default(null),
	mark: z.enum(READING_MARKS).nullable().default(null),
	part: z
		.union([z.literal('all'), z.coerce.number().int().min(1)])
		.nullable()
		.default(null),
	at: place,
	quiet: z.literal('shown').nullable().default(null),
	seen: z.literal('not').nullable().default(null),
	correct: place,
})

/** What the address of a comparison asks for. */
export type RedlineSearch = {
	readonly from: number | null
	readonly to: number | null
	/** A text in place of an older version. */
	readonly other: OtherTextAsked | null
	/** Words that published documents are looked for by. */
	readonly find: string | null
	readonly view: ReadingView
	readonly choice: ReadingChoice
	readonly correct: string | null
}

/**
 * Reads the address of a comparison.
 *
 * @throws Response 404 where it asks for what there is not
 */
export function redlineSearchOf(request: Request, view: ReadingView = 'side'): RedlineSearch {
	const given = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
	const search = Search.safeParse(given)
	if (!search.success) throw notFound()
	const { from, to, with: matter, document, find, view: wanted, correct, ...choice } = search.data
	const other = document !== null ? { document } : matter !== null ? { with: matter } : null
	return { from, to, other, find, view: wanted ?? view, correct, choice }
}

/** The address of the same comparison after one of its forms was taken, at a place of it. */
export function samePageAt(request: Request, anchor: string | null): string {
	const { pathname, searchParams } = new URL(request.url)
	for (const name of ['correct', 'index', '_data']) searchParams.delete(name)
	const search = searchParams.size > 0 ? `?${searchParams}` : ''
	return `${pathname.replace(/\.data$/, '')}${search}${anchor ? `#${anchor}` : ''}`
}
