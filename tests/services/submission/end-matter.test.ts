import { expect, test } from 'vitest'
import {
	declineEnding,
	mergeMatter,
	readEndingPage,
	requestEnding,
	terminateMatter,
} from '#app/services/submission/end-matter.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, openedMatter, orderOn } from '#tests/support/drafting-steps.ts'
import { clearedProposal, listedItem } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { reviewingMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const TERMINATE = { ending: 'termination', into: null, words: '上级已统一规定，不再制定。' } as const

async function district() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, org, ...org.actors }
}

test('[26] the head asks, the lead agrees: the matter is terminated, its clearance falls, its proposal leaves the pool', async () => {
	const { shell, org, head, lead } = await district()
	const { matterId } = await clearedProposal(shell, org)
	must(await requestEnding(shell, head, orderOn(shell, matterId), TERMINATE))
	const { items } = await readWorklist(shell, lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'matter.terminated',
		reason: 'termination-asked',
	})
	must(await terminateMatter(shell, lead, orderOn(shell, matterId), '同意终止。'))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'terminated', live: null, dueOn: null })
	expect(matter.clearances).toMatchObject([{ standing: { state: 'void' } }])
	expect(matter.agendaItems).toMatchObject([{ state: 'removed' }])
	expect(matter.deadlines.filter(({ endedAt }) => endedAt === null)).toEqual([])
	expect(await noticesOf(shell, head)).toContain('matter.terminated')
})

test('[26] a matter is merged into another one of the organ that goes on, and into no other', async () => {
	const { shell, org, head, lead } = await district()
	const matterId = await reviewingMatter(shell, org)
	const into = await openedMatter(shell, org)
	const ask = (other: string | null) =>
		requestEnding(shell, head, orderOn(shell, matterId), {
			ending: 'merger',
			into: other,
			words: '一并规定。',
		})
	expect(await ask(null)).toMatchObject({ reason: { field: 'into', problem: 'missing' } })
	expect(await ask(matterId)).toMatchObject({ reason: { field: 'into', problem: 'missing' } })
	expect(await ask(shell.newId())).toMatchObject({ reason: { field: 'into', problem: 'unknown' } })
	must(await ask(into))
	expect(await terminateMatter(shell, lead, orderOn(shell, matterId), '同意。')).toMatchObject({
		reason: { unmet: ['termination-is-asked'] },
	})
	must(await mergeMatter(shell, lead, orderOn(shell, matterId), '同意并案。'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'merged' })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({ kind: 'matter.merged' })
	const page = must(await readEndingPage(shell, lead, matterId))
	expect(page.lines).toMatchObject([{ kind: 'merger', answer: { isGranted: true, reason: '同意并案。' } }])
	expect(page.lines[0]?.into).not.toBe('')
})

test('[26] declined with a reason, the matter goes on; nobody ends one alone', async () => {
	const { shell, org, head, lead, drafter, signer } = await district()
	const matterId = await reviewingMatter(shell, org)
	expect(await terminateMatter(shell, lead, orderOn(shell, matterId), '终止。')).toMatchObject({
		reason: { unmet: ['termination-is-asked'] },
	})
	expect(await requestEnding(shell, drafter, orderOn(shell, matterId), TERMINATE)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	must(await requestEnding(shell, head, orderOn(shell, matterId), TERMINATE))
	expect(await terminateMatter(shell, signer, orderOn(shell, matterId), '终止。')).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	expect(await terminateMatter(shell, head, orderOn(shell, matterId), '终止。')).toMatchObject({
		reason: { code: 'not-permitted' },
	})
	must(await declineEnding(shell, lead, orderOn(shell, matterId), '仍有必要。'))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ state: 'reviewing' })
	must(await requestEnding(shell, head, orderOn(shell, matterId), TERMINATE))
})

test('[26] what stands on an agenda is taken off by its secretary first', async () => {
	const { shell, org, head } = await district()
	const { matterId } = await listedItem(shell, org)
	expect(await requestEnding(shell, head, orderOn(shell, matterId), TERMINATE)).toMatchObject({
		reason: { unmet: ['not-listed'] },
	})
})
