import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'

/** A page of a list, and where the next one begins; null where there is none. */
export type PageOf<Row, Cursor> = { readonly rows: readonly Row[]; readonly next: Cursor | null }

/**
 * All pages of a list, one after the other: one page of it is in memory at a time, and each begins where the one before
 * ended. The first is read at once, so that who may not see the list is told so before a file has begun.
 */
export async function allPages<Row, Cursor>(
	read: (after: Cursor | null) => Promise<Result<PageOf<Row, Cursor>, Refusal>>,
): Promise<Result<AsyncIterable<readonly Row[]>, Refusal>> {
	const first = await read(null)
	if (!first.ok) return first
	return accept(following(first.value, read))
}

async function* following<Row, Cursor>(
	first: PageOf<Row, Cursor>,
	read: (after: Cursor | null) => Promise<Result<PageOf<Row, Cursor>, Refusal>>,
): AsyncGenerator<readonly Row[]> {
	let page = first
	for (;;) {
		yield page.rows
		if (page.next === null) return
		const next = await read(page.next)
		// Whoever lost the right meanwhile gets no whole file: it breaks off instead of ending as if it were all.
		if (!next.ok) throw new Error(`the list was refused while it was written: ${next.reason.code}`)
		page = next.value
	}
}
