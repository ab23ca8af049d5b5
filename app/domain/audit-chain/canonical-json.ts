/** What an entry of the trail may be made of: no floats, so that no number can be written in two ways. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of such values. */
export type JsonObject = { readonly [key: string]: Json }

/**
 * The canonical text of a value by RFC 8785: keys sorted by UTF-16 code units, no white space, one form for each
 * string. Two equal values have one text, and so one hash.
 *
 * @throws TypeError for what has no canonical form here: a float, an integer beyond 2^53, a lone surrogate, a Date,
 * undefined, a hole in an array
 */
export function canonicalJson(value: Json): string {
	return canonicalValue(value)
}

function canonicalValue(value: Json | undefined): string {
	if (value === null || typeof value === 'boolean') return String(value)
	if (typeof value === 'string') return canonicalString(value)
	if (typeof value === 'number') return canonicalInteger(value)
	// Array.from fills the holes of a sparse array with undefined, which is refused; map would skip them.
	if (isList(value)) return `[${Array.from(value, canonicalValue).join(',')}]`
	if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
		return canonicalObject(value)
	throw new TypeError(`no canonical form: ${Object.prototype.toString.call(value)}`)
}

/**
 * Reads a text that has to be canonical; null for one that is not. The answer is that of writing the value anew and
 * comparing. Nearly always a quarter of the time is enough: the engine writes the text, and what it does not promise (the
 * order of keys, whole numbers) is looked at. It would repeat a lone surrogate, so a text with an escape is written anew.
 */
export function parseCanonical(text: string): Json | null {
	try {
		const value: Json = JSON.parse(text)
		const isPlain = !text.includes('\\u') && JSON.stringify(value) === text && isInCanonicalOrder(value)
		return isPlain || canonicalJson(value) === text ? value : null
	} catch {
		return null
	}
}

function isInCanonicalOrder(value: Json | undefined): boolean {
	if (typeof value === 'number') return Number.isSafeInteger(value)
	if (typeof value !== 'object' || value === null) return true
	if (isList(value)) return value.every(isInCanonicalOrder)
	let before = ''
	for (const key of Object.keys(value)) {
		if (key < before || !isInCanonicalOrder(value[key])) return false
		before = key
	}
	return true
}

/** Whether a value is an object with keys. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !isList(value)
}

/** What `Array.isArray` tells, also of a list that may not be changed. */
function isList(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value)
}

function canonicalString(text: string): string {
	if (!text.isWellFormed()) throw new TypeError('no canonical form: lone surrogate')
	return JSON.stringify(text)
}

function canonicalInteger(value: number): string {
	if (!Number.isSafeInteger(value)) throw new TypeError(`no canonical form: ${value}`)
	return String(value)
}

function canonicalObject(object: JsonObject): string {
	const keys = Object.keys(object).sort(byCodeUnits)
	return `{${keys.map((key) => `${canonicalString(key)}:${canonicalValue(object[key])}`).join(',')}}`
}

/** The order of RFC 8785 3.2.3; the default sort of strings compares code units too, and says so less plainly. No key stands twice. */
function byCodeUnits(a: string, b: string): number {
	return a < b ? -1 : 1
}
