import { loadHolders } from '#app/db/load-holders.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { CONSENT_ACTS } from '#app/domain/act/consent-acts.ts'
import { matterActsOf, type MatterAct } from '#app/domain/act/act.ts'
import { openItem } from '#app/domain/matter-record/agenda-records.ts'
import { isOnPresentText } from '#app/domain/matter/signed-text.ts'
import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import { opinionInForce } from '#app/domain/matter-record/opinion-records.ts'
import {
	type ConsentRecord,
	type ConsentStanding,
	consentsOn,
	consentStanding,
} from '#app/domain/meeting/leader-consent.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { RedlineBlock } from '#app/domain/redline/redline.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import { unmetRequirements } from '#app/domain/review-workflow/required-for.ts'
import { liveClearance } from '#app/services/clearance/genuine-clearances.server.ts'
import { type VersionReading, readVersionAsStored } from '#app/services/files/read-as-stored.server.ts'
import { type MatterDeskHeading, openMatterDesk } from '#app/services/matter/open-matter-desk.server.ts'
import { compareVersionsById } from '#app/services/redline/compare-versions.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** One word on a consent, as the page tells it. */
export type ConsentLine = {
	readonly id: string
	readonly kind: 'asked' | 'signed' | 'paper' | 'returned'
	readonly leader: string
	readonly on: string
	readonly words: string
	readonly isOnThisText: boolean
	readonly file: { readonly name: string; readonly sha256: string } | null
}

/** The page on which a leader consents, and on which the head asks for it or attaches a signed paper. */
export type ConsentPage = {
	readonly heading: MatterDeskHeading
	readonly item: {
		readonly proposedBy: string
		readonly proposedAt: string
		readonly meeting: string | null
	} | null
	readonly state: ConsentStanding<unknown>['state']
	readonly lines: readonly ConsentLine[]
	readonly opinion: {
		readonly number: string
		readonly conclusion: Conclusion
		readonly signedAt: string
	} | null
	readonly clearance: string | null
	readonly version: {
		readonly versionNo: number
		readonly contentSha256: string
		/** This is the very text that passed its review. */
		readonly isCleared: boolean
	} | null
	/** The differences that departments kept, and the words that the meeting must hear. */
	readonly explanation: string | null
	readonly reading: Pick<VersionReading, 'document' | 'fileSha256'> | null
	/** What changed since the text that this reader answered on before; null where they never did, or it is the same. */
	readonly changes: { readonly sinceVersionNo: number; readonly blocks: readonly RedlineBlock[] } | null
	readonly leaders: readonly { readonly id: string; readonly name: string }[]
	/** The acts whose requirements are met as well, and that are this reader's to do. */
	readonly possible: readonly MatterAct[]
}

const ACTS = matterActsOf(CONSENT_ACTS)

/** Reads the page; whoever sees the matter sees who was asked and what was answered. */
export async function readConsentPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<ConsentPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], ACTS)
	if (!desk.ok) return desk
	const { matter, facts, heading } = desk.value
	const item = openItem(matter)
	const standing: ConsentStanding<ConsentRecord> = item
		? consentStanding(item, matter)
		: { state: 'not-needed' }
	const clearance = liveClearance(shell, matter)
	const opinion = opinionInForce(matter)
	const names = await loadPersonNames(shell.db, matter.jurisdictionId, [item?.proposedBy ?? null])
	const { currentVersion } = matter
	const isAskers = heading.open.includes('consent.asked')
	return accept({
		heading,
		item: item && {
			proposedBy: names.get(item.proposedBy) ?? '',
			proposedAt: item.proposedAt.toISOString(),
			meeting: item.meeting?.title ?? null,
		},
		state: standing.state,
		lines: (item ? consentsOn(item, matter.consents) : []).map((row) => lineOf(row, matter)),
		opinion: opinion && {
			number: opinion.number,
			conclusion: opinion.conclusion,
			signedAt: opinion.signedAt.toISOString(),
		},
		clearance: clearance?.number ?? null,
		version: currentVersion && {
			versionNo: currentVersion.versionNo,
			contentSha256: currentVersion.contentSha256,
			isCleared: clearance?.contentSha256 === currentVersion.contentSha256,
		},
		explanation: clearance?.explanation ?? null,
		reading:
			currentVersion && (await readVersionAsStored(shell, matter.jurisdictionId, currentVersion.files)),
		changes: await changesSince(shell, matter, actor),
		leaders: isAskers ? await leadersOf(shell, matter.jurisdictionId) : [],
		possible: heading.open.filter(
			(act) => unmetRequirements(act, facts).length === 0 && isTheirs(act, standing, actor),
		),
	})
}

function isTheirs(act: MatterAct, standing: ConsentStanding<ConsentRecord>, actor: Actor): boolean {
	if (act !== 'consent.given' && act !== 'consent.declined') return true
	return 'row' in standing && standing.row.leaderId === actor.personId
}

function lineOf(row: ConsentRecord, matter: MatterRecord): ConsentLine {
	const { id, isGiven, leaderName, words, fileName, fileSha256, recordedAt } = row
	const way = fileSha256 === null ? 'signed' : 'paper'
	return {
		id,
		kind: isGiven === null ? 'asked' : isGiven ? way : 'returned',
		leader: leaderName,
		on: way === 'paper' ? (row.signedOn ?? '') : recordedAt.toISOString(),
		words,
		isOnThisText: isOnPresentText(row, matter),
		file: fileSha256 && fileName ? { name: fileName, sha256: fileSha256 } : null,
	}
}

/** The clauses that changed since the reader's own last answer; what they never read has no changes to show. */
async function changesSince(
	shell: Shell,
	matter: MatterRecord,
	actor: Actor,
): Promise<ConsentPage['changes']> {
	const { jurisdictionId, id: matterId, currentVersionId } = matter
	const last = await shell.db.leaderConsent.findFirst({
		where: { jurisdictionId, matterId, leaderId: actor.personId, recordedBy: actor.personId },
		orderBy: { id: 'desc' },
		select: { versionId: true },
	})
	if (!last || currentVersionId === null || last.versionId === currentVersionId) return null
	const { redline } = await compareVersionsById(shell, matter, last.versionId, currentVersionId)
	const before = await shell.db.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: last.versionId } },
		select: { versionNo: true },
	})
	return {
		sinceVersionNo: before.versionNo,
		blocks: redline.blocks.filter(({ kind }) => kind !== 'unchanged' && kind !== 'renumbered'),
	}
}

/** The leaders of the government, by name. */
export async function leadersOf(shell: Shell, jurisdictionId: string): Promise<ConsentPage['leaders']> {
	const ids = await loadHolders(shell.db, jurisdictionId, ['leader'])
	const names = await loadPersonNames(shell.db, jurisdictionId, ids)
	return ids
		.map((id) => ({ id, name: names.get(id) ?? '' }))
		.toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
}
