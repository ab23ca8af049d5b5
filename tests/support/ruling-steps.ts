import type { Actor } from '#app/domain/permission/relation.ts'
import { type RulingGiven, recordRuling } from '#app/services/after-meeting/record-ruling.server.ts'
import { must, orderOn } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { decidedMatter } from './register-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** What the party committee ruled, on the day of the meeting. */
export const RULING: RulingGiven = {
	body: 'party-committee',
	result: 'passed',
	ruledOn: '2026-11-23',
	documentNumber: '青发〔2026〕12号',
	words: '区委常委会会议同意。',
}

/** A matter that a meeting has referred: it waits for its ruling. */
export function referredMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	return decidedMatter(shell, org, 'other')
}

/** The secretary, or another, records what was ruled. */
export function rule(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	otherwise: Partial<RulingGiven> = {},
	actor: Actor = org.actors.secretary,
) {
	return recordRuling(shell, actor, orderOn(shell, matterId), { ...RULING, ...otherwise })
}

/** A matter that a meeting has referred, with what was ruled on it. */
export async function ruledMatter(
	shell: TestShell,
	org: SampleOrganisation,
	otherwise: Partial<RulingGiven> = {},
): Promise<string> {
	const matterId = await referredMatter(shell, org)
	must(await rule(shell, org, matterId, otherwise))
	return matterId
}
