import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { confirmReference } from '#app/services/reference/decide-reference.server.ts'
import { type ProposalForm, proposeReference } from '#app/services/reference/propose-reference.server.ts'
import { must } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** Other days for objections, from a day. */
export function objectionDays(days: number, from = '2026-11-23'): ProposalForm {
	return {
		intent: 'numbers',
		kind: 'review-limits',
		code: 'objection',
		numbers: { objection: days },
		mark: 'verified',
		source: '《青禾区合法性审查办法》第十二条',
		reason: '区办法已经印发。',
		from: parsePlainDate(from),
	}
}

/** A proposal as the system administrator makes it. */
export async function proposedEntry(
	shell: TestShell,
	{ actors }: SampleOrganisation,
	form: ProposalForm = objectionDays(5),
): Promise<string> {
	const done = must(await proposeReference(shell, actors.systemAdministrator, shell.newId(), form))
	return done.value.proposalId
}

/** A new version as two persons make it. */
export async function changedEntry(
	shell: TestShell,
	org: SampleOrganisation,
	form: ProposalForm = objectionDays(5),
): Promise<void> {
	const id = await proposedEntry(shell, org, form)
	must(await confirmReference(shell, org.actors.securityAdministrator, shell.newId(), id))
}
