import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadReference } from '#app/db/load-reference.server.ts'
import { newestBy, tracksOf } from '#app/domain/matter-record/matter-record.ts'
import { pointsFor } from '#app/domain/materials/checklist.ts'
import type { Track } from '#app/domain/matter/track.ts'
import type { Conclusion } from '#app/domain/opinion/conclusion.ts'
import type { ItemBody, OpinionBody } from '#app/domain/opinion/opinion-body.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { assignCounsel, assignReviewer } from '#app/services/intake/assign-reviewer.server.ts'
import { declareInterest } from '#app/services/intake/declare-interest.server.ts'
import { saveOpinion } from '#app/services/opinion/save-opinion.server.ts'
import { saveReply } from '#app/services/submission/save-reply.server.ts'
import { checkOpinion, sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { signOpinion } from '#app/services/opinion/sign-opinion.server.ts'
import { signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { hashPassword } from '#app/storage/password-hash.server.ts'
import { DRAFT_TEXT, matterOf, must, orderOn, submittedMatter, uploadedText } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import type { SampleActor, SampleOrganisation } from './sample-organisation.ts'

/** The password of everybody to whom a test gives one. */
export const PASSWORD = 'qinghe-2026-ok'
let hash: Promise<string> | null = null

/** Lets somebody sign: gives their account the test's password. */
export async function givePassword(shell: TestShell, actor: Actor): Promise<void> {
	hash ??= hashPassword(PASSWORD)
	const passwordHash = await hash
	await inTransaction(shell.db, async (tx) => {
		await tx.account.updateMany({ where: { id: actor.accountId }, data: { passwordHash } })
		await appendAudit(tx, {
			jurisdictionId: actor.jurisdictionId,
			stream: `user/${actor.personId}`,
			at: shell.now(),
			actor: null,
			kind: 'password.set',
			outcome: 'done',
			detail: {},
		})
	})
}

/** The same person with one more post, active in the database too. */
export async function withPost(shell: TestShell, actor: Actor, role: Role): Promise<Actor> {
	const [first] = actor.posts
	if (!first) throw new Error(`${actor.name} has no post`)
	const post = { ...first, id: shell.newId(), role }
	await shell.db.post.create({
		data: {
			...post,
			jurisdictionId: actor.jurisdictionId,
			personId: actor.personId,
			state: 'active',
			requestedAt: shell.now(),
			confirmedAt: shell.now(),
		},
	})
	return { ...actor, posts: [...actor.posts, post] }
}

/** A matter in review: accepted, with a reviewer and one counsel. */
export async function reviewingMatter(
	shell: TestShell,
	org: SampleOrganisation,
	tracks: readonly Track[] = ['normative-document'],
	reviewer: SampleActor = 'reviewer',
): Promise<string> {
	const { registrar, lead, counsel } = org.actors
	const matterId = await submittedMatter(shell, org, tracks)
	must(await acceptMatter(shell, registrar, orderOn(shell, matterId)))
	must(await assignReviewer(shell, lead, orderOn(shell, matterId), org.actors[reviewer].personId))
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), counsel.personId))
	await hasNoInterest(shell, counsel, matterId)
	return matterId
}

/** Counsel say that they have no interest in the matter. */
export async function hasNoInterest(shell: TestShell, counsel: Actor, matterId: string): Promise<void> {
	must(await declareInterest(shell, counsel, orderOn(shell, matterId), { hasInterest: false, words: '' }))
}

/** Counsel sign their opinion on the matter. */
export async function counselSays(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	conclusion: Conclusion = 'lawful',
) {
	return signCounselOpinion(shell, org.actors.counsel, orderOn(shell, matterId), {
		hasNoConflict: true,
		conclusion,
		text: '经审阅送审稿和材料，出具以上意见。',
	})
}

/** The lead assigns a second counsel, who finds the text lawful. */
export async function secondCounsel(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
): Promise<void> {
	const { lead, otherCounsel } = org.actors
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), otherCounsel.personId))
	await hasNoInterest(shell, otherCounsel, matterId)
	must(
		await signCounselOpinion(shell, otherCounsel, orderOn(shell, matterId), {
			hasNoConflict: true,
			conclusion: 'lawful',
			text: '所引上位法已经修改，送审稿可行。',
		}),
	)
}

/** A mandatory item on article 3. */
export const MUST_ITEM: ItemBody = {
	id: 'item-1',
	kind: 'must',
	anchor: 'art-3',
	place: '第三条',
	quote: '培训证明',
	problem: '要求提交的证明没有法律、法规依据。',
	ground: '国办发〔2018〕37号 (一)',
	suggestion: '删去“和培训证明”。',
	points: ['document-no-burden'],
}

/** An opinion that lacks nothing, with this conclusion and these items. */
export async function bodyFor(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	conclusion: Conclusion,
	items: readonly ItemBody[] = [],
): Promise<OpinionBody> {
	const matter = await matterOf(shell, org, matterId)
	const { points } = await loadReference(shell.db, '2026-11-23')
	return {
		items,
		points: pointsFor(tracksOf(matter), points).map(({ code }) => ({
			point: code,
			...(conclusion !== 'lawful' && items.some((item) => item.points.includes(code))
				? { answer: 'problem', note: '见意见条目。' }
				: { answer: 'in-order', note: '' }),
		})),
		steps: newestBy(matter.stepAnswers, (answer) => answer.step).map(({ id }) => ({
			stepAnswerId: id,
			verdict: 'confirmed',
			note: '',
		})),
		conclusion,
		summary: '经审查，送审稿的主体、权限和程序未见问题。',
	}
}

/** The reviewer saves the whole working paper. */
export async function saveBody(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	body: OpinionBody,
) {
	return saveOpinion(shell, org.actors.reviewer, orderOn(shell, matterId), { part: 'whole', body })
}

/** A matter whose opinion was sent for signature. */
export async function sentMatter(
	shell: TestShell,
	org: SampleOrganisation,
	conclusion: Conclusion = 'lawful',
	items: readonly ItemBody[] = conclusion === 'lawful' ? [] : [MUST_ITEM],
): Promise<string> {
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, conclusion, items)))
	must(await sendOpinion(shell, org.actors.reviewer, orderOn(shell, matterId)))
	return matterId
}

/** A matter whose opinion was sent for signature and checked. */
export async function checkedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	conclusion: Conclusion = 'lawful',
	items?: readonly ItemBody[],
): Promise<string> {
	const matterId = await sentMatter(shell, org, conclusion, items)
	must(await checkOpinion(shell, org.actors.checker, orderOn(shell, matterId)))
	await givePassword(shell, org.actors.signer)
	return matterId
}

/** A matter whose opinion is signed. */
export async function signedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	conclusion: Conclusion = 'lawful',
): Promise<string> {
	const matterId = await checkedMatter(shell, org, conclusion)
	must(await signOpinion(shell, org.actors.signer, orderOn(shell, matterId), { password: PASSWORD }))
	return matterId
}

/** The drafter replies to every item of the newest opinion. */
export async function replyToAll(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	answer: 'adopted' | 'not-adopted' = 'adopted',
): Promise<void> {
	const matter = await matterOf(shell, org, matterId)
	for (const item of matter.opinions.at(-1)?.items ?? [])
		must(
			await saveReply(shell, org.actors.drafter, orderOn(shell, matterId), {
				opinionItemId: item.id,
				answer,
				text: answer === 'adopted' ? '已删去。' : '',
				reason: answer === 'adopted' ? '' : '省级文件要求核验培训情况。',
			}),
		)
}

/** A matter whose revised text is being re-checked, the one mandatory item answered. */
export async function recheckMatter(
	shell: TestShell,
	org: SampleOrganisation,
	answer: 'adopted' | 'not-adopted' = 'adopted',
): Promise<string> {
	const matterId = await signedMatter(shell, org, 'amend')
	await uploadedText(shell, org, matterId, DRAFT_TEXT.replace('和培训证明', ''))
	await replyToAll(shell, org, matterId, answer)
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	return matterId
}

/** A matter whose revised text was re-checked and signed. */
export async function recheckedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org)
	const matter = await matterOf(shell, org, matterId)
	const items = (matter.opinions.at(-1)?.items ?? []).map(({ id }) => ({
		opinionItemId: id,
		verdict: 'settled' as const,
		note: '',
	}))
	const found = { kind: 'revision', note: '已核对。', items, steps: [] } as const
	must(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), found))
	must(await signRecheck(shell, signer, orderOn(shell, matterId), { explanation: '', password: PASSWORD }))
	return matterId
}
