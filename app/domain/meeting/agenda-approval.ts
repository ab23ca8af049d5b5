import { type PlainDate, dayProblem, parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { readWords } from '#app/domain/matter/written-words.ts'
import type { Unfitting } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'

/** Who approved an agenda before it was fixed, and on which day, as the secretary states it [32]. */
export type AgendaApproval = { readonly by: string; readonly on: PlainDate }

/** What the secretary's form says of the approval. */
export type TypedApproval = { readonly approvedBy: string; readonly approvedOn: string }

/** The longest name of who approved an agenda, in UTF-16 code units. */
export const APPROVER_LIMIT = 50

/**
 * Reads the approval. It is the chair's: where the meeting names one, no other name counts, and only where it names
 * none does the secretary write who presides. A day that is missing, is none or lies after today is refused by field.
 */
export function readAgendaApproval(
	{ approvedBy, approvedOn }: TypedApproval,
	chair: string | null,
	today: PlainDate,
): Result<AgendaApproval, Unfitting> {
	const by = chair === null ? readWords('approvedBy', approvedBy, APPROVER_LIMIT) : accept(chair)
	if (!by.ok) return by
	const typed = approvedOn.trim()
	const problem = dayProblem(typed) ?? (typed > today ? 'in-the-future' : null)
	if (problem) return refuse({ code: 'unfitting', field: 'approvedOn', problem })
	return accept({ by: by.value, on: parsePlainDate(typed) })
}
