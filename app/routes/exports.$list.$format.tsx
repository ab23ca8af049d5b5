import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { LISTS, LIST_FORMATS } from '#app/components/lists/list-names.ts'
import { LIST_FILES } from '#app/http/lists/list-files.server.ts'
import { askedOf } from '#app/http/lists/list-queries.server.ts'
import { listResponse } from '#app/http/lists/list-response.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { notFound } from '#app/http/refusal-response.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { translatorOfServer } from '#app/locales/every-language.server.ts'
import { shanghaiDay } from '#app/locales/format-dates.ts'
import { languageOfRequest } from '#app/locales/languages.ts'
import { logListExport } from '#app/services/files/log-list-export.server.ts'

const Params = z.object({ list: z.enum(LISTS), format: z.enum(LIST_FORMATS) })

/** A list as a file: all of its pages, for whoever sees the list, by the filter of the page. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	const params = Params.safeParse(args.params)
	if (!params.success) throw notFound()
	const { list, format } = params.data
	const { title, noted, open } = LIST_FILES[list]
	const t = translatorOfServer(languageOfRequest(args.request))
	const asked = askedOf(args.request)
	const opened = pageOrThrow(await open(shell, actor, asked, t))
	const narrowedBy = Object.keys(asked).sort().join(' ').slice(0, 200)
	if (noted) pageOrThrow(await logListExport(shell, actor, noted, { list, format, narrowedBy }))
	return listResponse(title(t), format, opened, shanghaiDay(shell.now()))
}
