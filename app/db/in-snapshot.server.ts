import { type Database, snapshotOn, type Tx } from './open-database.server.ts'

/**
 * Reads a database as it is at one moment, with all that pages read with: what is written meanwhile is not seen, and
 * nothing can be written. For a page that compares what several statements give. Nobody waits for it; work inside asks
 * the reader alone, which has a connection of the pages for as long.
 */
export function inSnapshot<Value>(db: Database, work: (reader: Tx) => Promise<Value>): Promise<Value> {
	return snapshotOn(db)(work)
}
