import { FILE_COLUMNS } from './file-columns.ts'
import type { Snapshot } from './read-snapshot.server.ts'

/** A file that the database names: its hash, what people call it, and the matter that it is of, where it is of one. */
export type NamedFile = {
	readonly sha256: string
	readonly name: string
	readonly matterId: string | null
}

/** So many hashes are asked for at once. */
const BATCH = 1000

type Row = [sha256: string, name: string | null, matterId: string | null]

/** Reads every file that a snapshot of the database names, each hash once a table, batch by batch in the order of hashes. */
export async function* readNamedFiles(snapshot: Snapshot): AsyncGenerator<readonly NamedFile[]> {
	for (const { table, column, name, matter } of FILE_COLUMNS) {
		let after = ''
		for (let isMore = true; isMore;) {
			const rows: readonly Row[] = await snapshot.rows<Row>(
				`SELECT "${column}", min(${name}), min(${matter}) FROM "${table}"
				WHERE "${column}" > ? GROUP BY "${column}" ORDER BY "${column}" LIMIT ${BATCH}`,
				[after],
			)
			if (rows.length > 0)
				yield rows.map(([sha256, called, matterId]) => ({ sha256, name: called ?? '', matterId }))
			after = rows.at(-1)?.[0] ?? after
			isMore = rows.length === BATCH
		}
	}
}
