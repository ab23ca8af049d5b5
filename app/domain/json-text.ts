/** A text that keeps a value as JSON: whoever writes one and whoever reads one has the type of its one definition. */
export type JsonText<Value> = {
	readonly write: (value: Value) => string
	/** @throws SyntaxError for what is no JSON: a damaged row */
	readonly read: (text: string) => Value
}

/** Defines what a text keeps. The texts lie in rows that the trail answers for, so what is read was written here. */
export function jsonText<Value>(write: (value: Value) => string = JSON.stringify): JsonText<Value> {
	return { write, read: (text) => JSON.parse(text) as Value }
}
