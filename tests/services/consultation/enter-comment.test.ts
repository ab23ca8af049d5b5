import { expect, test } from 'vitest'
import { parsePlainDate } from '#app/domain/calendar/plain-date.ts'
import { enterComment } from '#app/services/consultation/enter-comment.server.ts'
import { readConsultationPage } from '#app/services/consultation/read-consultation-page.server.ts'
import { receiveComment } from '#app/services/consultation/receive-comment.server.ts'
import { sweepVisitorTries } from '#app/services/consultation/visitor-tries.server.ts'
import { consultedMatter } from '#tests/support/consultation-steps.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const SAID = {
	words: '晚餐也应当纳入。',
	wish: '',
	standing: 'resident',
	name: '王某',
	contact: '0000-6120018',
} as const
const AT_POINT = { ...SAID, source: 'contact-point', pointName: '临河街道基层立法联系点' } as const

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const consulted = await consultedMatter(shell, org)
	const enter = (given: object) =>
		enterComment(shell, org.actors.drafter, orderOn(shell, consulted.matterId), {
			...AT_POINT,
			receivedOn: parsePlainDate('2026-11-23'),
			...given,
		})
	return { shell, org, ...consulted, enter }
}

test('what a contact point collected is entered under its name, and what came after the last day is named as late', async () => {
	const { shell, org, matterId, enter } = await ground()
	expect(await enter({ pointName: '' })).toMatchObject({ reason: { field: 'pointName' } })
	expect(await enter({ receivedOn: parsePlainDate('2026-11-24') })).toMatchObject({
		reason: { problem: 'in-the-future' },
	})
	expect(await enter({ receivedOn: parsePlainDate('2026-11-22') })).toMatchObject({
		reason: { problem: 'before-consultation' },
	})
	must(await enter({}))
	shell.setNow(new Date('2026-12-28T02:00:00.000Z'))
	must(await enter({ source: 'letter', pointName: '', receivedOn: parsePlainDate('2026-12-24') }))
	const { comments } = must(await readConsultationPage(shell, org.actors.drafter, matterId))
	expect(comments).toMatchObject({
		count: 2,
		next: null,
		lines: [
			{ number: 1, pointName: '临河街道基层立法联系点', isLate: false, name: '王某' },
			{ number: 2, source: 'letter', pointName: null, isLate: true },
		],
	})
})

test('who commented and how to reach them is the drafting unit’s to see, and nobody else’s', async () => {
	const { shell, org, matterId, enter } = await ground()
	must(await enter({}))
	const read = async (actor: typeof org.actors.head) =>
		must(await readConsultationPage(shell, actor, matterId)).comments?.lines[0]
	expect(await read(org.actors.drafter)).toMatchObject({ name: '王某', contact: '0000-6120018' })
	expect(await read(org.actors.head)).toMatchObject({ words: '晚餐也应当纳入。', name: null, contact: null })
})

test('a comment without an account has its entry in the trail, which holds none of its words', async () => {
	const { shell, code, consultationId } = await ground()
	const given = { ...SAID, key: shell.newId(), article: '' }
	must(await receiveComment(shell, code, given, '203.0.113.9'))
	const [entry] = await shell.db.auditEntry.findMany({ where: { stream: `consultation/${consultationId}` } })
	expect(JSON.parse(entry?.leaf ?? '')).toMatchObject({
		act: 'comment.received',
		actor: null,
		detail: { comment: given.key, number: 1, source: 'online', isLate: false },
	})
	expect(entry?.leaf).not.toContain('晚餐')
	expect(entry?.leaf).not.toContain('王某')
})

test('the tries of visitors are forgotten when they have run out', async () => {
	const { shell, code } = await ground()
	must(await receiveComment(shell, code, { ...SAID, key: shell.newId(), article: '' }, '203.0.113.9'))
	expect(await sweepVisitorTries(shell)).toBe(0)
	await shell.db.visitorTry.updateMany({ data: { expire: new Date(0) } })
	expect(await sweepVisitorTries(shell)).toBe(2)
})
