import type { Actor } from '#app/domain/permission/relation.ts'
import {
	checkMeetingText,
	confirmMeetingText,
} from '#app/services/after-meeting/check-meeting-text.server.ts'
import { submitMeetingText } from '#app/services/after-meeting/submit-meeting-text.server.ts'
import { DRAFT_TEXT, must, orderOn, uploadedText } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { decidedMatter } from './register-steps.ts'
import { PASSWORD } from './review-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** The text as it was changed after the meeting. */
export const AMENDED_TEXT = `${DRAFT_TEXT}\n第五条　按照会议意见，由区农业农村局另行公布名单。`

/** A matter that a meeting has passed in principle: its drafting unit is to change the text. */
export function amendingMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	return decidedMatter(shell, org, 'passed-in-principle')
}

/** The drafter uploads the changed text and says that it was read as Word shows it. */
export async function amendText(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	text = AMENDED_TEXT,
): Promise<void> {
	await uploadedText(shell, org, matterId, text)
}

/** The drafter hands in what is there. */
export function handIn(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const words = '会议提出名单由区农业农村局公布，已增加第五条。'
	return submitMeetingText(shell, org.actors.drafter, orderOn(shell, matterId), words)
}

/** The changed text is handed in and waits for the reviewer. */
export async function handedInMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await amendingMatter(shell, org)
	await amendText(shell, org, matterId)
	must(await handIn(shell, org, matterId))
	return matterId
}

/** The reviewer says what they found. */
export function find(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	result: 'as-decided' | 'sent-back' | 'new-round' = 'as-decided',
	actor: Actor = org.actors.reviewer,
) {
	const given = { result, words: '第五条与会议意见一致，没有其他改动。' }
	return checkMeetingText(shell, actor, orderOn(shell, matterId), given)
}

/** The reviewer has found it as decided; it waits for the signing officer. */
export async function foundMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await handedInMatter(shell, org)
	must(await find(shell, org, matterId))
	return matterId
}

/** The signing officer signs. */
export function confirm(shell: TestShell, matterId: string, actor: Actor, password = PASSWORD) {
	return confirmMeetingText(shell, actor, orderOn(shell, matterId), { password })
}

/** A matter whose changed text was checked and signed: it is to be issued. */
export async function confirmedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await foundMatter(shell, org)
	must(await confirm(shell, matterId, org.actors.signer))
	return matterId
}
