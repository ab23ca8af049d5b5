import type { ListFormat } from '#app/components/lists/list-names.ts'
import { csvPieces } from '#app/documents/list-file/write-csv.ts'
import { xlsxPieces } from '#app/documents/list-file/write-xlsx.ts'
import { streamedFileResponse } from '../file-response.server.ts'
import type { OpenedList } from './list-files.server.ts'

const MEDIA_TYPES: Readonly<Record<ListFormat, string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
}

/** Sends a list as a file, piece by piece, as it is read. */
export function listResponse(name: string, format: ListFormat, { heading, pieces }: OpenedList, day: string) {
	const written = format === 'csv' ? csvPieces(heading, pieces) : xlsxPieces(name, heading, pieces)
	return streamedFileResponse({
		name: `${name}-${day}.${format}`,
		mediaType: MEDIA_TYPES[format],
		chunks: written,
	})
}
