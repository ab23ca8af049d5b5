import { loadHolders } from '#app/db/load-holders.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { type PlainDate, plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { jsonText } from '#app/domain/json-text.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Problem } from '#app/domain/problem.ts'
import { dayOfVersionProblem, judgeNumbers } from '#app/domain/reference/judge-version.ts'
import { isYearInTurn, judgeYear } from '#app/domain/reference/judge-year.ts'
import {
	type EntryBody,
	changedNumbers,
	numberFieldsOf,
	withNumbers,
} from '#app/domain/reference/number-fields.ts'
import type { ReferenceKind, ReferenceMark } from '#app/domain/reference/reference-kind.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import {
	type JurisdictionWork,
	commandOnJurisdiction,
} from '#app/services/command/command-on-jurisdiction.server.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What a proposal says beside the contents: which entry, by which source, why, and from which day. */
export type ProposalForm = {
	readonly kind: ReferenceKind
	readonly code: string
	readonly source: string
	readonly reason: string
	readonly from: PlainDate
} & (
	| {
			readonly intent: 'numbers'
			readonly mark: ReferenceMark
			readonly numbers: Readonly<Record<string, number>>
	  }
	| { readonly intent: 'check' }
	| { readonly intent: 'year'; readonly rest: string; readonly work: string }
)

/** Who has to answer, and who audits or leads a review, which works by it. */
const TOLD = ['security-administrator', 'audit-administrator', 'review-lead'] as const

type Proposed = Promise<Result<Done<{ proposalId: string }>, Refusal>>
type Version = {
	readonly effectiveFrom: string
	readonly body: string
	readonly source: string
	readonly mark: string
}
type Contents = { readonly body: EntryBody; readonly mark: ReferenceMark }

/**
 * Proposes a new version of an entry (system administrator). It counts for nothing until the security administrator has
 * confirmed it, and then from the day that it names.
 */
export async function proposeReference(
	shell: Shell,
	actor: Actor,
	key: string,
	form: ProposalForm,
): Proposed {
	return commandOnJurisdiction(shell, actor, { key, body: form }, 'reference.proposed', async (work) => {
		const { kind, code, from, source, reason } = form
		const base = await newestVersion(work.tx, kind, code)
		const contents = await contentsOf(work.tx, form, base, plainDateIn(work.at))
		if (!contents.ok) return contents
		const { body, mark } = contents.value
		const today = plainDateIn(work.at)
		const problem = dayOfVersionProblem(from, today, base?.effectiveFrom ?? null)
		if (problem) return unfitting('from', problem)
		if (base && isSame(base, { source, mark, body })) return unfitting('source', 'nothing-changed')
		if (await isWaiting(work, kind, code)) return unfitting('from', 'recovery-waits')
		const proposalId = shell.newId()
		await work.tx.referenceProposal.create({
			data: {
				jurisdictionId: work.jurisdictionId,
				id: proposalId,
				kind,
				code,
				effectiveFrom: from,
				replaces: base?.effectiveFrom ?? null,
				body: JSON.stringify(body),
				source,
				mark,
				lastChecked: today,
				reason,
				proposedBy: actor.personId,
				proposedAt: work.at,
			},
		})
		const numbers = changedNumbers(kind, code, bodyOf(base), body)
		work.note({ proposal: proposalId, kind, code, from, mark, source, numbers, reason })
		work.tell({ personIds: await loadHolders(work.tx, work.jurisdictionId, TOLD), matterId: null })
		return accept({ proposalId })
	})
}

/** The contents that a proposal leads to, as far as they may be set by it. */
async function contentsOf(
	tx: Pick<Tx, 'referenceEntry'>,
	form: ProposalForm,
	base: Version | null,
	today: PlainDate,
): Promise<Result<Contents, Refusal>> {
	if (form.intent === 'year') return yearOf(tx, form, today)
	if (base === null) return refuse({ code: 'not-found' })
	const fields = numberFieldsOf(form.kind, form.code)
	if (form.intent === 'check') return accept(marked(bodyOf(base), 'verified'))
	if (fields.length === 0) return unfitting('numbers', 'with-a-release')
	const judged = judgeNumbers(fields, form.numbers)
	if (!judged.ok) return unfitting(`numbers-${judged.reason.key}`, judged.reason.problem)
	return accept(marked(withNumbers(bodyOf(base), fields, judged.value), form.mark))
}

async function yearOf(
	tx: Pick<Tx, 'referenceEntry'>,
	form: Extract<ProposalForm, { intent: 'year' }>,
	today: PlainDate,
): Promise<Result<Contents, Refusal>> {
	const year = Number(form.code)
	if (form.kind !== 'working-days' || !/^\d{4}$/.test(form.code)) return unfitting('rest', 'with-a-release')
	const last = await tx.referenceEntry.findFirst({
		where: { kind: 'working-days' },
		orderBy: { code: 'desc' },
		select: { code: true },
	})
	if (!isYearInTurn(year, Number(today.slice(0, 4)), Number(last?.code ?? 0)))
		return unfitting('rest', 'year-out-of-turn')
	const judged = judgeYear(year, form.rest, form.work)
	return judged.ok
		? accept({ body: judged.value, mark: 'verified' })
		: unfitting(judged.reason.field, judged.reason.problem)
}

/** Limits and periods say of themselves whether they are a default: the words beside them come from it. */
function marked(body: EntryBody, mark: ReferenceMark): Contents {
	return { body: 'isAssumed' in body ? { ...body, isAssumed: mark !== 'verified' } : body, mark }
}

function isSame(base: Version, { source, mark, body }: Contents & { readonly source: string }): boolean {
	return base.source === source && base.mark === mark && base.body === JSON.stringify(body)
}

/** The newest version of an entry, be its day to come. */
export function newestVersion(
	tx: Pick<Tx, 'referenceEntry'>,
	kind: string,
	code: string,
): Promise<Version | null> {
	return tx.referenceEntry.findFirst({ where: { kind, code }, orderBy: { effectiveFrom: 'desc' } })
}

function bodyOf(version: Pick<Version, 'body'> | null): EntryBody {
	return version ? jsonText<EntryBody>().read(version.body) : {}
}

async function isWaiting(
	{ tx, jurisdictionId }: Pick<JurisdictionWork<'reference.proposed'>, 'tx' | 'jurisdictionId'>,
	kind: string,
	code: string,
): Promise<boolean> {
	return (await tx.referenceProposal.count({ where: { jurisdictionId, kind, code, decision: null } })) > 0
}

function unfitting(field: string, problem: Problem): Result<never, Refusal> {
	return refuse({ code: 'unfitting', field, problem })
}
