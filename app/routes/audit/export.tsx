import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventWords } from '#app/components/form/refusal-notice.tsx'
import { writeCsv } from '#app/documents/write-csv.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { readTrailQuery } from '#app/http/trail-query.server.ts'
import { formatSecond } from '#app/locales/format-dates.ts'
import { cookieValue, readLanguage } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translator.ts'
import { searchTrail } from '#app/services/trail/search-trail.server.ts'

/** More would be a file that no spreadsheet likes; the page says so. */
const MOST = 10_000

/** What the search of the trail shows, as a table for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const { query } = readTrailQuery(args.request)
	const { entries } = pageOrThrow(await searchTrail(shell, actor, query, null, MOST))
	const language = readLanguage(cookieValue(args.request.headers.get('Cookie') ?? '', 'lang'))
	const t = translator(language)
	const heading = (['at', 'person', 'role', 'act', 'outcome', 'times', 'stream', 'seq', 'hash'] as const).map(
		(column) => t(`administration.trail.csv.${column}`),
	)
	const rows = entries.map((entry) => [
		formatSecond(entry.at, language),
		entry.actor ?? '',
		entry.role ? t(`words.role.${entry.role}`) : '',
		eventWords(entry.kind, t),
		entry.isRefused ? t('administration.trail.refused') : t('administration.trail.done'),
		String(entry.times),
		entry.stream,
		String(entry.seq),
		entry.hash,
	])
	return new Response(writeCsv([heading, ...rows]), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': 'attachment; filename="audit-trail.csv"',
			'Cache-Control': 'no-store',
		},
	})
}
