import { signedClearance, type ClearanceRow } from '#app/db/signed-clearance-row.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** The clearances of a matter that our key has signed: no page shows the number of one that somebody wrote by hand. */
export function genuineClearances<Row extends ClearanceRow & { readonly signature: string }>(
	shell: Pick<Shell, 'clearanceKey'>,
	{ clearances }: { readonly clearances: readonly Row[] },
): Row[] {
	return clearances.filter((row) => shell.clearanceKey.verify(signedClearance(row), row.signature))
}

/** The genuine clearance that is live, if there is one. */
export function liveClearance<Row extends ClearanceRow & { readonly signature: string }>(
	shell: Pick<Shell, 'clearanceKey'>,
	matter: { readonly clearances: readonly Row[]; readonly live: { readonly clearanceId: string } | null },
): Row | null {
	return genuineClearances(shell, matter).find((row) => row.id === matter.live?.clearanceId) ?? null
}
