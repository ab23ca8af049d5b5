/** A record with an entry for each of these names: `Object.fromEntries` forgets which names it was given. */
export function recordOf<Name extends string, Value>(
	names: readonly Name[],
	valueOf: (name: Name) => Value,
): Record<Name, Value> {
	// Every name has its entry.
	return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>
}

/** The names of a table, typed: what an object has at run time, TypeScript does not say. */
export function namesOf<Table extends object>(table: Table): (keyof Table & string)[] {
	return Object.keys(table) as (keyof Table & string)[]
}
