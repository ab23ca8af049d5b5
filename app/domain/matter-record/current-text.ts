import type { UnseenCharacter } from '#app/domain/precheck/invisible-characters.ts'
import type { MatterRecord, VersionRecord, WaiverRecord } from './matter-record.ts'
import { opinionInForce } from './opinion-records.ts'

type Asked = Pick<WaiverRecord, 'versionId'> & {
	readonly decision: Pick<NonNullable<WaiverRecord['decision']>, 'decision'> | null
}
type WithWaivers<Request extends Asked> = {
	readonly currentVersionId: string | null
	readonly waiverRequests: readonly Request[]
}

/** What reading a text found that bears on its submission. */
export type FoundInText = Pick<VersionRecord, 'isSound' | 'invisibleCharacters'>

/** The requests about exactly the current version, oldest first; another text needs another. */
export function waiversOfCurrent<Request extends Asked>(matter: WithWaivers<Request>): Request[] {
	return matter.waiverRequests.filter((request) => request.versionId === matter.currentVersionId)
}

/** The request to let the current version's invisible characters stand that nobody has answered. */
export function openWaiver<Request extends Asked>(matter: WithWaivers<Request>): Request | null {
	return waiversOfCurrent(matter).find((request) => request.decision === null) ?? null
}

/** The invisible characters of the current version that nobody has let stand. */
export function unseenCharacters(
	matter: WithWaivers<Asked> & { readonly currentVersion: FoundInText | null },
): readonly UnseenCharacter[] {
	const isWaived = waiversOfCurrent(matter).some((request) => request.decision?.decision === 'granted')
	return isWaived ? [] : (matter.currentVersion?.invisibleCharacters ?? [])
}

/** Whether the drafter has said that the current files were read as Word shows them; other files need another look. */
export function isReadingConfirmed({ currentVersion }: Pick<MatterRecord, 'currentVersion'>): boolean {
	const confirmed = currentVersion?.confirmations ?? []
	return confirmed.some(({ contentSha256 }) => contentSha256 === currentVersion?.contentSha256)
}

/** Whether a text may be submitted: reading it found nothing that keeps it back, and it holds no character that nobody sees. */
export function isSubmittable(isSound: boolean, unseen: readonly unknown[]): boolean {
	return isSound && unseen.length === 0
}

type WithText = { readonly currentVersion: Pick<VersionRecord, 'contentSha256'> | null }

/** Whether the current text is, byte for byte, the one that was cleared last. */
export function isTextAsCleared(
	matter: WithText & { readonly clearances: readonly { readonly contentSha256: string }[] },
): boolean {
	const { currentVersion } = matter
	return currentVersion !== null && currentVersion.contentSha256 === matter.clearances.at(-1)?.contentSha256
}

/** Whether the current text is newer than every answer to it: what an opinion or a re-check has answered cannot come in again. */
export function isVersionNew(
	matter: Pick<MatterRecord, 'currentVersion' | 'opinions' | 'rechecks'>,
): boolean {
	const version = matter.currentVersion
	if (!version || version.versionNo <= (opinionInForce(matter)?.version.versionNo ?? 0)) return false
	return !matter.rechecks.some(
		(recheck) =>
			recheck.versionId === version.id && (recheck.result === 'failed' || recheck.decision === 'refused'),
	)
}
