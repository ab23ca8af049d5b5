import type { Database } from './database.ts'

/** Under this name the database keeps which house it is; the data folder keeps the same. */
const HOUSE = 'house'

/** What marks a database: the id of its house, and whether it is in use at all. */
export async function readMark(
	db: Database,
): Promise<{ readonly id: string | null; readonly isNew: boolean }> {
	const rows = await db.installation.findMany()
	return { id: rows.find(({ name }) => name === HOUSE)?.value ?? null, isNew: rows.length === 0 }
}

/** Marks a database, and gives the mark that it has then: of two first starts at once one writes it, and both take it. */
export async function markHouse(db: Database, id: string): Promise<string> {
	await db.installation.createMany({ data: [{ name: HOUSE, value: id }] }).catch(() => undefined)
	const { value } = await db.installation.findUniqueOrThrow({ where: { name: HOUSE } })
	return value
}
