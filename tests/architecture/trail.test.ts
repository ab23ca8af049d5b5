import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/*
 * Who commits writes an entry. A command cannot forget it: the frame throws where nothing was recorded. What commits
 * without the frame is found here by its text.
 */

const SERVICES = readdirSync('app/services', { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => `app/services/${name}`)
const WRITES_ALONE =
	/\bshell\.db\s*\.\w+\s*\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(|\b(insertRows|updateRow)\(\s*shell\.db|\bshell\.db\.\$executeRaw/

/** What is written without an entry, and why that is nobody's act. */
const NO_ACT: Readonly<Record<string, string>> = {
	'app/services/files/alert-security.server.ts': 'a line to somebody about a refusal, which has its entry',
	'app/services/account/claim-installation.server.ts':
		'whether start or demo made the folder, before anybody is there',
	'app/services/account/find-session.server.ts': 'when a session was last seen',
	'app/services/account/first-administrators.server.ts':
		'the link that is printed before there is a jurisdiction',
	'app/services/account/keep-unsent-form.server.ts': 'what somebody typed and has not sent',
	'app/services/checkpoint/deposit-checkpoints.server.ts':
		'where a checkpoint lies outside, which verification compares',
	'app/services/checkpoint/make-checkpoint.server.ts': 'a checkpoint of entries, which signs what they hold',
	'app/services/consultation/visitor-tries.server.ts': 'how often a visitor tried, swept when it has run out',
	'app/services/files/precheck-of-draft.server.ts':
		'what the rules say of a reading, which can be made again',
	'app/services/matter/saved-filters.server.ts': 'a filter that a reader has named for themselves',
	'app/services/redline/tick-changes.server.ts': 'a tick, which the end of its sitting enters',
	'app/services/account/sign-in-tries.server.ts': 'how often somebody tried, beside the entry of each try',
	'app/services/reminders/sweep-digests.server.ts': 'how much is overdue, counted from the periods',
	'app/services/reminders/sweep-follow-ups.server.ts': 'what a unit was reminded of, counted from its task',
	'app/services/reminders/sweep-reminders.server.ts':
		'what somebody was reminded of, counted from the periods',
	'app/services/search/index-what-is-due.server.ts':
		'the index of the search, made of rows that have their entries',
	'app/services/worklist/read-own-record.server.ts': 'that a line was read by whom it was for',
}

test('a service that opens a transaction writes an entry in it', () => {
	const silent = SERVICES.filter((path) => {
		const text = readFileSync(path, 'utf8')
		return text.includes('inTransaction(') && !text.includes('appendAudit(')
	})
	expect(silent.filter((path) => !(path in NO_ACT))).toEqual([])
})

test('no service writes rows outside a transaction, but for what is nobody’s act', () => {
	const alone = SERVICES.filter((path) => WRITES_ALONE.test(readFileSync(path, 'utf8')))
	expect(alone.filter((path) => !(path in NO_ACT))).toEqual([])
	expect(alone.length).toBeGreaterThan(2)
})

test('nothing but services, the database’s own files and the seeds writes at all', () => {
	const others = ['app/routes', 'app/http', 'app/server', 'app/jobs', 'app/components'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.tsx?$/.test(name))
			.map((name) => `${folder}/${name}`),
	)
	const writing = /\.(createMany|updateMany|upsert|deleteMany)\(|\b(insertRows|updateRow|inTransaction)\(/
	expect(others.filter((path) => writing.test(readFileSync(path, 'utf8')))).toEqual([])
	expect(others.length).toBeGreaterThan(100)
})
