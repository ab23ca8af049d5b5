/** A text that keeps a value as JSON: whoever writes one and whoever reads one has the type of its one definition. */
export type JsonText<Value> = {
	readonly write: (value: Value) => string
	/** @throws SyntaxError for what is no JSON: a damaged row */
	readonly read: (text: string) => Value
}

/** Defines what a text keeps. It is not judged when it is read: its rows are written by this definition alone, and most of them are sealed. */
export function jsonText<Value>(write: (value: Value) => string = JSON.stringify): JsonText<Value> {
	return { write, read: (text) => JSON.parse(text) as Value }
}
