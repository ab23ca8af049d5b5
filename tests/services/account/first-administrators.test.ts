import { expect, test } from 'vitest'
import {
	type SetupForm,
	createFirstAdministrators,
	isSetupLinkGood,
	issueFirstAdministratorsLink,
} from '#app/services/account/first-administrators.server.ts'
import { linkTokenHash } from '#app/services/organisation/manage-account.server.ts'
import { setPasswordByLink } from '#app/services/account/set-password.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'

const PEOPLE = {
	'system-administrator': { name: '赵系', staffCode: 'A1', loginName: 'zhaoxi' },
	'security-administrator': { name: '钱安', staffCode: 'A2', loginName: 'qianan' },
	'audit-administrator': { name: '孙审', staffCode: 'A3', loginName: 'sunshen' },
}
const FORM: SetupForm = {
	jurisdictionName: '青禾区',
	jurisdictionCode: 'qinghe',
	organName: '青禾区人民政府办公室',
	organShortName: '青政办',
	people: PEOPLE,
}
const DAY = 24 * 60 * 60 * 1000

/** An empty house and the link that its start prints. */
async function emptyHouse() {
	const shell = await openTestShell()
	const token = await issueFirstAdministratorsLink(shell)
	if (!token) throw new Error('an empty house has a link')
	return { shell, token }
}

test('the link of an empty house makes three administrators, each of whom sets a password of their own', async () => {
	const { shell, token } = await emptyHouse()
	const created = must(await createFirstAdministrators(shell, token, FORM))
	expect(created.map(({ role, loginName }) => [role, loginName])).toEqual([
		['system-administrator', 'zhaoxi'],
		['security-administrator', 'qianan'],
		['audit-administrator', 'sunshen'],
	])
	const posts = await shell.db.post.findMany()
	expect(new Set(posts.map((post) => post.personId)).size).toBe(3)
	expect((await shell.db.account.findMany()).every((account) => account.passwordHash === null)).toBe(true)
	for (const person of created)
		must(await setPasswordByLink(shell, linkTokenHash(person.token), 'Quiet-River-7'))
	expect(await shell.db.auditEntry.count({ where: { kind: 'installation.opened' } })).toBe(1)
	expect((await verifyTrail(shell)).broken).toEqual([])
})

test('the link works once, however often it is sent, and a house with people gives out no other', async () => {
	const { shell, token } = await emptyHouse()
	const answers = await Promise.all([1, 2, 3].map(() => createFirstAdministrators(shell, token, FORM)))
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
	for (const answer of answers) if (!answer.ok) expect(answer.reason).toEqual({ code: 'link-spent' })
	expect(await shell.db.account.count()).toBe(3)
	expect(await issueFirstAdministratorsLink(shell)).toBeNull()
})

test('a second start spends the link of the first, and a day ends any', async () => {
	const { shell, token } = await emptyHouse()
	const second = (await issueFirstAdministratorsLink(shell)) ?? ''
	expect([await isSetupLinkGood(shell, token), await isSetupLinkGood(shell, second)]).toEqual([false, true])
	shell.setNow(new Date(shell.now().getTime() + DAY))
	expect(await isSetupLinkGood(shell, second)).toBe(false)
	expect(await createFirstAdministrators(shell, second, FORM)).toEqual({
		ok: false,
		reason: { code: 'link-spent' },
	})
})

test.each(['staffCode', 'loginName'] as const)(
	'three administrators are three people: the same %s twice is refused, and the link still works',
	async (field) => {
		const { shell, token } = await emptyHouse()
		const same = { ...PEOPLE['audit-administrator'], [field]: PEOPLE['system-administrator'][field] }
		const form = { ...FORM, people: { ...PEOPLE, 'audit-administrator': same } }
		expect(await createFirstAdministrators(shell, token, form)).toMatchObject({
			ok: false,
			reason: { code: 'duties-clash' },
		})
		expect(await shell.db.account.count()).toBe(0)
		expect(await isSetupLinkGood(shell, token)).toBe(true)
	},
)
