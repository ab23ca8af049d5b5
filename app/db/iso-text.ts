import type { Engine } from './database.ts'

/** An instant as ISO text in UTC, whatever the engine keeps it as. */
export function isoText(engine: Engine, column: string): string {
	return engine === 'sqlite'
		? `replace(${column}, '+00:00', 'Z')`
		: `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
