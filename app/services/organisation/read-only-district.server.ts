import type { Shell } from '#app/services/shell.server.ts'

/** The name of the district that this installation serves, for its sign-in page; none where it serves several. */
export async function readOnlyDistrict(shell: Shell): Promise<string | null> {
	const [first, second] = await shell.db.jurisdiction.findMany({ take: 2, select: { name: true } })
	return first && !second ? first.name : null
}
