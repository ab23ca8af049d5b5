import type { LoaderFunctionArgs } from '@remix-run/node'
import { IMPORT_COLUMNS } from '#app/domain/account/import-table.ts'
import { listResponse } from '#app/http/lists/list-response.server.ts'
import { pageOrThrow } from '#app/http/page-answer.server.ts'
import { requireSignedIn } from '#app/http/signed-in.server.ts'
import { translatorOfServer } from '#app/locales/every-language.server.ts'
import { shanghaiDay } from '#app/locales/format-dates.ts'
import { languageOfRequest } from '#app/locales/languages.ts'
import { mayImport } from '#app/services/organisation/import-organisation.server.ts'

/** The table that the import reads, with its heading and one row to show how it is filled in. */
export async function loader(args: LoaderFunctionArgs) {
	const { shell, actor } = await requireSignedIn(args)
	pageOrThrow(mayImport(actor))
	const t = translatorOfServer(languageOfRequest(args.request))
	const heading = IMPORT_COLUMNS.map((column) => t(`administration.import.column.${column}`))
	const example = IMPORT_COLUMNS.map((column) => t(`administration.import.example.${column}`))
	async function* pieces() {
		yield [example]
	}
	const name = t('administration.import.templateName')
	return listResponse(name, 'xlsx', { heading, pieces: pieces() }, shanghaiDay(shell.now()))
}
