/** Why nothing can be kept just now: a matter for the operator, not a bug and nobody's fault at a desk. */
export type StorageTrouble = 'read-only' | 'locked' | 'full' | 'unreachable' | 'damaged'

/** The codes of SQLite, of PostgreSQL, of the file system and of Prisma that say so; each is a prefix. */
const TROUBLE_OF: Readonly<Record<string, StorageTrouble>> = {
	SQLITE_READONLY: 'read-only',
	SQLITE_CANTOPEN: 'read-only',
	EACCES: 'read-only',
	EPERM: 'read-only',
	EROFS: 'read-only',
	'25006': 'read-only',
	SQLITE_BUSY: 'locked',
	SQLITE_LOCKED: 'locked',
	P2028: 'locked',
	SQLITE_FULL: 'full',
	ENOSPC: 'full',
	EDQUOT: 'full',
	'53100': 'full',
	ECONNREFUSED: 'unreachable',
	ECONNRESET: 'unreachable',
	ENOTFOUND: 'unreachable',
	P1001: 'unreachable',
	'57P0': 'unreachable',
	SQLITE_NOTADB: 'damaged',
	SQLITE_CORRUPT: 'damaged',
}

/** What an operator reads at the start. */
export const TROUBLE_SENTENCES: Readonly<Record<StorageTrouble, string>> = {
	'read-only': 'The database or its folder cannot be written; check the rights of the data folder.',
	locked: 'Another program holds the database locked; stop it, then start again.',
	full: 'The disk is full.',
	unreachable: 'The database server does not answer; check DATABASE_URL and that the server runs.',
	damaged: 'The file is not a database, or a damaged one; restore it from a backup.',
}

/** Whether an error says that the database or the disk cannot take anything, and why; null for everything else. */
export function storageTrouble(error: unknown): StorageTrouble | null {
	for (const code of codesOf(error)) {
		const known = Object.keys(TROUBLE_OF).find((prefix) => code.startsWith(prefix))
		if (known) return TROUBLE_OF[known] ?? null
	}
	return null
}

type Coded = {
	readonly code?: unknown
	readonly meta?: { readonly driverAdapterError?: { readonly cause?: { readonly originalCode?: unknown } } }
}

/** The database's own code, which Prisma carries far inside, comes before Prisma's. */
function codesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return []
	// All of these may be absent or of another type, and are asked below.
	const { code, meta } = error as Coded
	return [meta?.driverAdapterError?.cause?.originalCode, code].filter(
		(each): each is string => typeof each === 'string',
	)
}
