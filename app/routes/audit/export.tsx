import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { CSV_MARK, csvRows } from '#app/documents/write-csv.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readTrailQuery } from '#app/http/trail-query.server.ts'
import { formatSecond } from '#app/locales/format-dates.ts'
import { cookieValue, readLanguage } from '#app/locales/languages.ts'
import { translatorOfServer } from '#app/locales/every-language.server.ts'
import { type FoundEntry, exportTrail } from '#app/services/trail/search-trail.server.ts'

/** What the search of the trail finds, as a table for a spreadsheet: sent piece by piece, as it is read. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { query } = readTrailQuery(args.request)
	const pieces = pageOrThrow(await exportTrail(shell, actor, query))
	const language = readLanguage(cookieValue(args.request.headers.get('Cookie') ?? '', 'lang'))
	const t = translatorOfServer(language)
	const heading = (['at', 'person', 'role', 'act', 'outcome', 'times', 'stream', 'seq', 'hash'] as const).map(
		(column) => t(`administration.trail.csv.${column}`),
	)
	const rowOf = (entry: FoundEntry) => [
		formatSecond(entry.at, language),
		entry.actor ?? '',
		entry.role ? t(`words.role.${entry.role}`) : '',
		eventWords(entry.kind, t),
		entry.isRefused ? t('administration.trail.refused') : t('administration.trail.done'),
		String(entry.times),
		entry.stream,
		String(entry.seq),
		entry.hash,
	]
	async function* table() {
		yield CSV_MARK + csvRows([heading])
		for await (const entries of pieces) yield csvRows(entries.map(rowOf))
	}
	return new Response(streamOf(table()), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="audit-trail.csv"',
			'Cache-Control': 'no-store',
		},
	})
}

/** A body that is made while it is fetched; who leaves ends the making. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder()
	return new ReadableStream({
		pull: async (controller) => {
			const next = await texts.next()
			if (next.done) controller.close()
			else controller.enqueue(encoder.encode(next.value))
		},
		cancel: async () => {
			await texts.return(undefined)
		},
	})
}
