import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '#app/db/database.ts'
import { markHouse, readMark } from '#app/db/mark-house.server.ts'
import { engineOfUrl } from '#app/db/open-database.server.ts'
import { openSqliteReader } from '#app/db/read-snapshot.server.ts'

/** The file that says which house a folder is of: it and its database are started together or not at all. */
const HOUSE = 'house'

const House = z.object({ id: z.string(), database: z.enum(['sqlite', 'postgresql']) })

type House = z.infer<typeof House>

const SENTENCES = {
	'another-database':
		'holds a database of its own, and DATABASE_URL names another. DATABASE_URL moves no data: take it away again, or choose an empty folder with YIQIAN_DATA_DIR.',
	'no-database':
		'holds the files of a house, and its database is not there. Set DATABASE_URL as it was, or restore the database from the same backup as the files.',
	'another-house':
		'belongs to another database than the one that DATABASE_URL names. Set the folder and the database that belong together.',
	'no-files':
		'holds none of the files that the database names. Restore the folder from the same backup as the database, or correct YIQIAN_DATA_DIR.',
	damaged:
		'holds a database file with damaged pages. Nothing was changed: keep a copy of the folder, and restore a backup into an empty one.',
} as const

/** Data folder and database do not belong together, or one of them is not whole: a start would hide it. */
export class DataFolderRefused extends Error {
	readonly problem: keyof typeof SENTENCES

	constructor(folder: string, problem: keyof typeof SENTENCES) {
		super(`The data folder ${folder} ${SENTENCES[problem]}`)
		this.name = 'DataFolderRefused'
		this.problem = problem
	}
}

/**
 * Looks at folder and database before anything is made or migrated.
 *
 * @throws DataFolderRefused where an empty house would be begun beside the data of another, or the file is damaged
 */
export function assertFolderFits(folder: string, databaseUrl: string): void {
	const own = join(folder, 'yiqian.db')
	const house = readHouse(folder)
	const engine = engineOfUrl(databaseUrl)
	if (house && house.database !== engine) throw new DataFolderRefused(folder, 'another-database')
	if (engine === 'postgresql') {
		if (!house && existsSync(own)) throw new DataFolderRefused(folder, 'another-database')
		return
	}
	const file = databaseUrl.slice('file:'.length)
	if (file !== own && !house && existsSync(own)) throw new DataFolderRefused(folder, 'another-database')
	if (existsSync(file)) assertWholeFile(folder, file)
	else if (house || holdsFiles(folder)) throw new DataFolderRefused(folder, 'no-database')
}

/** Reads every page of the file; a page that does not hold would otherwise be met in the middle of somebody's work. */
function assertWholeFile(folder: string, file: string): void {
	const database = openSqliteReader(file)
	try {
		const found = database.pragma('quick_check(1)', { simple: true })
		if (found !== 'ok') throw new DataFolderRefused(folder, 'damaged')
	} finally {
		database.close()
	}
}

/**
 * Ties folder and database together at the first start, and says at every later one whether they still are. Folders and
 * databases of releases that did not mark them are taken as they are found.
 *
 * @throws DataFolderRefused where they are those of two houses, or the database names files and the folder has none
 */
export async function claimFolder(
	db: Database,
	folder: string,
	databaseUrl: string,
	newId: () => string,
): Promise<void> {
	const { id: inDatabase, isNew } = await readMark(db)
	const inFolder = readHouse(folder)?.id ?? null
	if (isNew && (inFolder !== null || holdsFiles(folder))) throw new DataFolderRefused(folder, 'no-database')
	if (inDatabase !== null && inFolder !== null) {
		if (inDatabase !== inFolder) throw new DataFolderRefused(folder, 'another-house')
		return
	}
	if (!holdsFiles(folder) && (await db.versionFile.findFirst()) !== null)
		throw new DataFolderRefused(folder, 'no-files')
	const id = inDatabase ?? (await markHouse(db, inFolder ?? newId()))
	markFolder(folder, { id, database: engineOfUrl(databaseUrl) })
}

function markFolder(folder: string, house: House): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	writeFileSync(join(folder, HOUSE), `${JSON.stringify(house)}\n`, { mode: 0o600, flush: true })
}

function readHouse(folder: string): House | null {
	const file = join(folder, HOUSE)
	if (!existsSync(file)) return null
	return House.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
}

function holdsFiles(folder: string): boolean {
	const files = join(folder, 'blobs', 'sha256')
	return existsSync(files) && readdirSync(files).length > 0
}
