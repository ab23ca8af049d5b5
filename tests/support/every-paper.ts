import { closeMeeting, recordAttendance } from '#app/services/meeting/hold-meeting.server.ts'
import { requestSupplement } from '#app/services/intake/request-supplement.server.ts'
import { returnMatter } from '#app/services/intake/return-matter.server.ts'
import { signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { correctRecord } from '#app/services/minutes/correct-record.server.ts'
import { recordDiscussion } from '#app/services/minutes/record-discussion.server.ts'
import { settledMatter } from './consultation-steps.ts'
import { matterOf, must, orderOn, submittedMatter } from './drafting-steps.ts'
import { orderedMatter } from './emergency-steps.ts'
import {
	fixed,
	lateProposal,
	list,
	urgentlyApproved,
	PRESENT,
	discussed,
	heldMeeting,
	orderAt,
	record,
} from './meeting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { PASSWORD, recheckMatter } from './review-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** Takes matters and a meeting through every act that seals a paper, so that there is one of each kind at least. */
export async function makeEveryPaper(shell: TestShell, org: SampleOrganisation): Promise<void> {
	await withNotices(shell, org)
	await withRetainedItem(shell, org)
	await orderedMatter(shell, org)
	const { began } = await settledMatter(shell, org)
	shell.setNow(began)
	await correctedMeeting(shell, org)
	const late = await lateProposal(shell, org)
	await urgentlyApproved(shell, org, late.meetingId, late.itemId)
	must(await list(shell, org.actors.secretary, late.meetingId, late.itemId))
	must(await fixed(shell, org, late.meetingId))
}

/** A meeting that passed its item against one member's words, whose record was corrected once it was confirmed. */
export async function correctedMeeting(
	shell: TestShell,
	org: SampleOrganisation,
): Promise<{ readonly meetingId: string; readonly itemId: string }> {
	const { secretary, otherSecretary } = org.actors
	const { meetingId, itemId } = await heldMeeting(shell, org)
	must(await recordAttendance(shell, secretary, orderAt(shell, meetingId), PRESENT))
	const said = {
		...discussed(itemId),
		opinions: '李某某 缓议 收费还没有商定\n赵某某 同意',
		headReason: '群众等着办，收费另行商定。',
	}
	must(await recordDiscussion(shell, secretary, orderAt(shell, meetingId), said))
	must(await record(shell, org, meetingId, itemId, 'passed'))
	must(await closeMeeting(shell, otherSecretary, orderAt(shell, meetingId)))
	const mistake = { words: '汇报人应当是王某', reason: '姓名笔误。' }
	for (const agendaItemId of [itemId, null])
		must(await correctRecord(shell, secretary, orderAt(shell, meetingId), { ...mistake, agendaItemId }))
	return { meetingId, itemId }
}

/** Two submissions that go back: one for supplements, one for good. */
async function withNotices(shell: TestShell, org: SampleOrganisation): Promise<void> {
	const { registrar } = org.actors
	const incomplete = await submittedMatter(shell, org)
	const list = [
		{ what: '部门法制机构审核意见', reason: '未见盖章页。' },
		{ what: '征求意见汇总表', reason: '缺区财政局的意见' },
	]
	must(await requestSupplement(shell, registrar, orderOn(shell, incomplete), list))
	const returned = await submittedMatter(shell, org)
	const reason = { reasonCode: 'not-consulted', words: '未按规定公开征求意见。' }
	must(await returnMatter(shell, registrar, orderOn(shell, returned), reason))
}

/** A matter whose drafter keeps to one item with a reason that the signing officer accepts. */
async function withRetainedItem(shell: TestShell, org: SampleOrganisation): Promise<void> {
	const { reviewer, signer } = org.actors
	const matterId = await recheckMatter(shell, org, 'not-adopted')
	const items = (await matterOf(shell, org, matterId)).opinions.at(-1)?.items ?? []
	const proposal = {
		kind: 'revision' as const,
		note: '已逐条核对。',
		items: items.map(({ id }) => ({
			opinionItemId: id,
			verdict: 'retained' as const,
			note: '省级文件有明文，可以保留',
		})),
		steps: [],
	}
	must(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), proposal))
	const given = { explanation: '省级文件已有规定，同意保留。', password: PASSWORD }
	must(await signRecheck(shell, signer, orderOn(shell, matterId), given))
}
