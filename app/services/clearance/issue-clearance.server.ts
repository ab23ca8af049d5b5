import { signedClearance } from '#app/db/signed-clearance-row.server.ts'
import { addMonths } from '#app/domain/calendar/plain-date.ts'
import { dueInstant } from '#app/domain/calendar/working-calendar.ts'
import type { ClearanceKind } from '#app/domain/review-workflow/clearance-machine.ts'
import { sealMatterPaper } from '#app/services/paper/seal-matter-paper.server.ts'
import { clearancePaper } from '#app/documents/papers/clearance-paper.ts'
import type { MatterWork } from '#app/services/command/command-on-matter.server.ts'
import { nextDocumentNumber } from '#app/services/command/next-number.server.ts'

/** The series of numbers of each kind: what needed no review never bears a number of what passed one. */
const SERIES: Record<ClearanceKind, string> = {
	reviewed: '审通',
	'risk-flagged': '审通',
	emergency: '审通',
	'out-of-scope': '不审',
}

/**
 * Issues a clearance bound to the content hash of exactly the matter's current version, signed with the key that
 * lives outside the database. The caller has seen to permission, separation and the machine.
 */
export async function issueClearance(
	work: MatterWork,
	grant: { kind: ClearanceKind; opinionId: string | null; explanation: string | null },
): Promise<{ id: string; number: string }> {
	const version = work.matter.currentVersion
	if (!version) throw new Error(`matter ${work.matter.id} has no version to clear`)
	const year = Number(work.today.slice(0, 4))
	const organCode = `${work.matter.reviewOrgan?.shortName ?? ''}${SERIES[grant.kind]}`
	const row = {
		jurisdictionId: work.matter.jurisdictionId,
		id: work.shell.newId(),
		matterId: work.matter.id,
		versionId: version.id,
		contentSha256: version.contentSha256,
		kind: grant.kind,
		opinionId: grant.opinionId,
		number: await nextDocumentNumber(work.tx, work.matter.jurisdictionId, organCode, year),
		signedBy: work.actor.personId,
		postId: work.post.id,
		keyId: work.shell.clearanceKey.keyId,
		issuedAt: work.at,
		expiresAt: dueInstant(addMonths(work.today, work.reference.limits.clearanceMonths)),
		explanation: grant.explanation,
	}
	const signature = work.shell.clearanceKey.sign(signedClearance(row))
	const key = { jurisdictionId: row.jurisdictionId, clearanceId: row.id }
	await work.tx.clearance.create({ data: { ...row, signature } })
	await work.tx.clearanceState.create({ data: { ...key, state: 'valid', changedAt: work.at } })
	await work.tx.clearanceLive.create({
		data: {
			...key,
			state: 'valid',
			matterId: row.matterId,
			versionId: row.versionId,
			contentSha256: row.contentSha256,
		},
	})
	const { id, number, kind, versionId, contentSha256 } = row
	// The tick of the signing box says so, and no clearance is signed without it.
	const detail = {
		clearance: id,
		number,
		kind,
		version: versionId,
		contentSha256,
		lawConfirmed: true,
	} as const
	work.follow({ kind: 'clearance.issued', detail })
	await sealMatterPaper(work, {
		kind: 'clearance',
		aboutId: id,
		issuer: 'review-organ',
		number,
		write: (source) => clearancePaper(source, row),
	})
	return { id, number }
}
