/** The answer of a question that may be refused: a value, or the reason for the "no". */
export type Result<Value, Reason> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly reason: Reason }

/** A "yes" that carries its value. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value }
}

/** A "no" that carries its reason. A refusal is expected and travels as a value; only a bug is thrown. */
export function refuse<Reason>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
	return { ok: false, reason }
}
