/** A record with an entry for each of these names: `Object.fromEntries` forgets which names it was given. */
export function recordOf<Name extends string, Value>(
	names: readonly Name[],
	valueOf: (name: Name) => Value,
): Record<Name, Value> {
	return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>
}
