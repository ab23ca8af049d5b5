import type { ListFormat } from '#app/components/lists/list-names.ts'
import { csvPieces } from '#app/documents/list-file/write-csv.ts'
import { xlsxPieces } from '#app/documents/list-file/write-xlsx.ts'
import { dispositionOf } from '../file-response.server.ts'
import type { OpenedList } from './list-files.server.ts'

const MEDIA_TYPES: Readonly<Record<ListFormat, string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
}

/** Sends a list as a file, piece by piece, as it is read. */
export function listResponse(name: string, format: ListFormat, { heading, pieces }: OpenedList, day: string) {
	const written = format === 'csv' ? csvPieces(heading, pieces) : xlsxPieces(name, heading, pieces)
	return new Response(streamOf(written), {
		headers: {
			'Content-Type': MEDIA_TYPES[format],
			'Content-Disposition': dispositionOf(`${name}-${day}.${format}`, 'attachment'),
			'Cache-Control': 'no-store',
		},
	})
}

/** A body that is made while it is fetched; who leaves ends the making. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream(
		{
			pull: async (controller) => {
				const next = await pieces.next()
				if (next.done) controller.close()
				else controller.enqueue(next.value)
			},
			cancel: async () => {
				await pieces.return(undefined)
			},
		},
		{ highWaterMark: 1 },
	)
}
