import { loadPersonNames } from '#app/db/load-names.server.ts'
import { matterActsOf } from '#app/domain/act/act.ts'
import { ISSUE_ACTS } from '#app/domain/act/issue-acts.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { filingKindOf } from '#app/domain/matter/deadline.ts'
import { type MatterRecord, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type FilingOrgan, type FilingRecord, filingsOwed } from '#app/domain/register/filing.ts'
import { issuableText } from '#app/domain/register/issuable-text.ts'
import type { RestsOn } from '#app/domain/register/rests-on.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept } from '#app/domain/result.ts'
import {
	type MatterDesk,
	type MatterDeskHeading,
	openMatterDesk,
} from '#app/services/matter/open-matter-desk.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { issuersOf } from './issuers-of-matter.server.ts'
import { loadDecided } from './load-decided.server.ts'

/** A step that was taken: by whom, when. */
type Taken = { readonly by: string; readonly at: string }

/** A filing that a published document owes: until when, and what was filed. Days are plain dates. */
export type FilingLine = {
	readonly organ: FilingOrgan
	readonly days: number
	readonly dueOn: string
	/** It was filed after its day, or is not filed and the day is over. */
	readonly isLate: boolean
	readonly filed: Pick<FilingRecord, 'reportNumber' | 'filedOn' | 'receipt'> | null
}

/** The page on which a decided text is registered, numbered, issued, published and filed; also the one on which it is concluded. */
export type IssuingPage = {
	readonly heading: MatterDeskHeading
	/** The text that may be issued, and what it rests on; null where there is none (H13). */
	readonly text: {
		readonly versionNo: number
		readonly contentSha256: string
		readonly restsOn: RestsOn
	} | null
	readonly issuers: readonly string[]
	/** The code that the issuer's documents bore last. */
	readonly organCode: string | null
	readonly registration: (Taken & { readonly number: string; readonly issuer: string }) | null
	readonly numbering: (Taken & { readonly documentNumber: string }) | null
	readonly issue: (Taken & { readonly issuedOn: string }) | null
	readonly document: {
		readonly id: string
		readonly publishedOn: string
		readonly effectiveOn: string
	} | null
	/** The filings that it owes, filed or not; none before it is public. */
	readonly filings: readonly FilingLine[]
	/** Whether their days are a default which nobody has compared with a source yet. */
	readonly isFilingAssumed: boolean
	readonly today: string
}

const DESK_ACTS = matterActsOf(ISSUE_ACTS)

/** Reads the page, for whoever sees the matter. */
export async function readIssuingPage(
	shell: Shell,
	actor: Actor,
	matterId: string,
): Promise<Result<IssuingPage, Refusal>> {
	const desk = await openMatterDesk(shell, actor, matterId, [], DESK_ACTS)
	if (!desk.ok) return desk
	const { matter, heading, reference } = desk.value
	const text = issuableText(await loadDecided(shell, shell.db, matter))
	const row = await loadRegistration(shell, desk.value)
	const today = plainDateIn(shell.now())
	const issuers = await issuersOf(shell.db, matter)
	return accept({
		heading,
		text: text.ok
			? {
					versionNo: matter.currentVersion?.versionNo ?? 0,
					contentSha256: text.value.contentSha256,
					restsOn: text.value.restsOn,
				}
			: null,
		issuers,
		organCode: row ? await lastCodeOf(shell, matter.jurisdictionId, row.issuer) : null,
		...(await stepsTaken(shell, desk.value, row)),
		filings: filingLines(matter, today),
		isFilingAssumed: reference.limits.assumed.includes('filing'),
		today,
	})
}

/** Of a document that was published before its filing was kept here there is no period, and no line. */
function filingLines(matter: MatterRecord, today: string): FilingLine[] {
	return filingsOwed({ ...matter, tracks: tracksOf(matter) }).flatMap((organ) => {
		const period = matter.deadlines.find(({ kind }) => kind === filingKindOf(organ))
		if (!period) return []
		const { dueOn, periodDays: days } = period
		const filed = matter.filings.find(({ filedWith }) => filedWith === organ)
		const isLate = (filed?.filedOn ?? today) > dueOn
		return [{ organ, days, dueOn, isLate, filed: filed ? saidOf(filed) : null }]
	})
}

function saidOf({ reportNumber, filedOn, receipt }: FilingRecord): NonNullable<FilingLine['filed']> {
	return { reportNumber, filedOn, receipt }
}

function loadRegistration(shell: Shell, { matter: { jurisdictionId, id: matterId } }: MatterDesk) {
	return shell.db.textRegistration.findUnique({
		where: { jurisdictionId_matterId: { jurisdictionId, matterId } },
		include: { numbering: { include: { issue: true } } },
	})
}

async function stepsTaken(
	shell: Shell,
	{ matter: { jurisdictionId, id: matterId } }: MatterDesk,
	row: Awaited<ReturnType<typeof loadRegistration>>,
): Promise<Pick<IssuingPage, 'registration' | 'numbering' | 'issue' | 'document'>> {
	const numbering = row?.numbering ?? null
	const issue = numbering?.issue ?? null
	const names = await loadPersonNames(shell.db, jurisdictionId, [
		row?.registeredBy ?? null,
		numbering?.numberedBy ?? null,
		issue?.issuedBy ?? null,
	])
	const taken = (by: string, at: Date): Taken => ({ by: names.get(by) ?? '', at: at.toISOString() })
	const document = await shell.db.publishedDocument.findFirst({
		where: { jurisdictionId, matterId, live: { isNot: null } },
		select: { id: true, publishedOn: true, effectiveOn: true },
	})
	return {
		registration: row && {
			...taken(row.registeredBy, row.registeredAt),
			number: row.number,
			issuer: row.issuer,
		},
		numbering: numbering && {
			...taken(numbering.numberedBy, numbering.numberedAt),
			documentNumber: numbering.documentNumber,
		},
		issue: issue && { ...taken(issue.issuedBy, issue.issuedAt), issuedOn: issue.issuedOn },
		document,
	}
}

/** The code of the issuer's newest number, or of its newest document from before; null where it has none. */
async function lastCodeOf(shell: Shell, jurisdictionId: string, issuer: string): Promise<string | null> {
	const last = await shell.db.textNumbering.findFirst({
		where: { jurisdictionId, issuer },
		orderBy: { numberedAt: 'desc' },
		select: { organCode: true },
	})
	if (last) return last.organCode
	const document = await shell.db.publishedDocument.findFirst({
		where: { jurisdictionId, issuer },
		orderBy: { publishedOn: 'desc' },
		select: { documentNumber: true },
	})
	const [code = '', rest] = document?.documentNumber.split('〔') ?? []
	return rest === undefined ? null : code
}
