/** A part of what Prisma's calls take, as it was written; the types of the callers are Prisma's own. */
export type Written = Readonly<Record<string, unknown>>

/** A part that was written by name; nothing written is an empty one, and anything else is a bug and throws. */
export function writtenOf(part: unknown): Written {
	if (part === undefined) return {}
	if (!isWritten(part)) throw new Error(`${JSON.stringify(part)} stands where parts by name are meant`)
	return part
}

/** Values one after the other, as a caller writes them or a database packs them. */
export function valuesOf(part: unknown): readonly unknown[] {
	if (!isList(part)) throw new Error(`${JSON.stringify(part)} stands where a list is meant`)
	return part
}

function isWritten(part: unknown): part is Written {
	return typeof part === 'object' && part !== null && !isList(part)
}

function isList(part: unknown): part is readonly unknown[] {
	return Array.isArray(part)
}
