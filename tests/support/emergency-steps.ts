import { askOrder } from '#app/services/emergency/ask-order.server.ts'
import { signOrder } from '#app/services/emergency/sign-order.server.ts'
import { matterOf, must, orderOn, readyMatter } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { PASSWORD, givePassword } from './review-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** What the head writes when asking for an order. */
export const EMERGENCY_WORDS = {
	words: '强降雨引发山体滑坡，须立即转移群众，等不到审查。',
	ground: '《中华人民共和国突发事件应对法》第七十三条',
}

/** A draft decision whose head has asked the leader for an emergency order. */
export async function orderAskedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const { head, leader } = org.actors
	const matterId = await readyMatter(shell, org, ['government-decision'])
	const asked = { leaderId: leader.personId, ...EMERGENCY_WORDS }
	must(await askOrder(shell, head, orderOn(shell, matterId), asked))
	return matterId
}

/** A draft decision that took effect by an emergency order, and was not submitted yet. */
export async function orderedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const { leader } = org.actors
	const matterId = await orderAskedMatter(shell, org)
	await givePassword(shell, leader)
	const contentSha256 = (await matterOf(shell, org, matterId)).currentVersion?.contentSha256 ?? ''
	must(await signOrder(shell, leader, orderOn(shell, matterId), { password: PASSWORD, contentSha256 }))
	return matterId
}
