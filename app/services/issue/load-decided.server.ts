import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { outcomeOf, rulingResultOf } from '#app/db/code-columns.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import type { Decided } from '#app/domain/register/issuable-text.ts'
import type { Shell } from '#app/services/shell.server.ts'

type Reader = Pick<Tx, 'agendaOutcome' | 'meetingCheckDecision'>
type Matter = {
	readonly jurisdictionId: string
	readonly id: string
	readonly currentVersionId: string | null
	readonly currentVersion: { readonly contentSha256: string } | null
}

/** What is known of a decided matter's texts, with the item that the meeting decided under. */
export type DecidedMatter = Decided & { readonly agendaItemId: string | null }

/**
 * Loads what a meeting has decided of a matter, what was ruled where it has referred it, and the check that was signed after it. A clearance or a check that our
 * key has not signed makes no text one that may be issued.
 */
export async function loadDecided(
	{ clearanceKey }: Pick<Shell, 'clearanceKey'>,
	reader: Reader,
	matter: Matter,
): Promise<DecidedMatter> {
	const { jurisdictionId, id: matterId, currentVersionId, currentVersion } = matter
	const row = await reader.agendaOutcome.findFirst({
		where: { jurisdictionId, matterId, outcome: { in: ['passed', 'passed-in-principle', 'other'] } },
		orderBy: { recordedAt: 'desc' },
		include: { clearance: true, ruling: true },
	})
	const clearance = row?.clearance ?? null
	const isGenuine = clearance !== null && clearanceKey.verify(signedClearance(clearance), clearance.signature)
	return {
		agendaItemId: row?.agendaItemId ?? null,
		outcome: row ? outcomeOf(row.outcome) : null,
		ruling: row?.ruling ? rulingResultOf(row.ruling.result) : null,
		passed: isGenuine
			? {
					versionId: clearance.versionId,
					contentSha256: clearance.contentSha256,
					clearanceId: clearance.id,
				}
			: null,
		checked: row && (await loadChecked(clearanceKey, reader, matter, row.agendaItemId)),
		current: currentVersion && {
			versionId: currentVersionId ?? '',
			contentSha256: currentVersion.contentSha256,
		},
	}
}

async function loadChecked(
	{ verifyCheck }: Shell['clearanceKey'],
	reader: Reader,
	{ jurisdictionId, id: matterId }: Matter,
	agendaItemId: string,
): Promise<Decided['checked']> {
	const row = await reader.meetingCheckDecision.findFirst({
		where: { jurisdictionId, matterId, decision: 'signed', check: { revision: { agendaItemId } } },
		orderBy: { decidedAt: 'desc' },
	})
	if (!row?.signature || !row.keyId) return null
	const { checkId, versionId, contentSha256, reviewerId, decidedBy, postId, keyId, signature } = row
	const signed = {
		...{ jurisdictionId, checkId, matterId, versionId, contentSha256, reviewerId, decidedBy, postId, keyId },
		decidedAt: row.decidedAt.toISOString(),
	}
	return verifyCheck(signed, signature) ? { versionId, contentSha256, checkId } : null
}
