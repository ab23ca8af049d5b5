import BetterSqlite3 from 'better-sqlite3'
import { expect, inject, test } from 'vitest'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { countWork } from '#app/services/worklist/count-work.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { readRegister } from '#app/services/register/read-register.server.ts'
import { must, readyMatter, submittedMatter, uploadText } from '#tests/support/drafting-steps.ts'
import { clearedProposal, list, openedMeeting } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { registered } from '#tests/support/register-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

type Statement = { all: (this: unknown, ...values: unknown[]) => unknown; run: Statement['all'] }

/** How many statements the database is asked while `work` runs, counted where better-sqlite3 runs them. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
	const statement = Object.getPrototypeOf(new BetterSqlite3(':memory:').prepare('SELECT 1')) as Statement
	const { all, run } = statement
	let count = 0
	statement.all = function (...values) {
		count += 1
		return all.apply(this, values)
	}
	statement.run = function (...values) {
		count += 1
		return run.apply(this, values)
	}
	try {
		await work()
	} finally {
		Object.assign(statement, { all, run })
	}
	return count
}

type Page = {
	readonly name: string
	/** How many statements it may ask at most; a page that needs more has to say why here. */
	readonly most: number
	/** Makes what the page shows, a little and then more of it. */
	readonly grow: (shell: TestShell, org: SampleOrganisation) => Promise<() => Promise<unknown>>
	readonly more: (shell: TestShell, org: SampleOrganisation) => Promise<unknown>
}

let matterId = ''
let meetingId = ''
let documents = 100

const PAGES: readonly Page[] = [
	{
		name: 'work list',
		// Three for the list, and one each for what waits for others and for what was done this month.
		most: 5,
		grow: async (shell, org) => {
			await submittedMatter(shell, org)
			return async () => {
				const list = await readWorklist(shell, org.actors.registrar, null)
				return countWork(shell, org.actors.registrar, { list, besides: 0 })
			}
		},
		more: (shell, org) => submittedMatter(shell, org),
	},
	{
		name: 'list of matters',
		most: 2,
		grow: async (shell, org) => {
			await submittedMatter(shell, org)
			return () =>
				readMatters(
					shell,
					org.actors.supervisor,
					{ state: null, track: null, organId: null, words: '' },
					null,
				)
		},
		more: (shell, org) => submittedMatter(shell, org),
	},
	{
		name: 'agenda page',
		// One of them is the working days, for the last day of proposals; one the organs that prepare the government's meetings,
		// two the table of statutes and the cleared texts that may cite what changed.
		// Eight compare the rows of the matters and of the meeting with the trail.
		most: 23,
		grow: async (shell, org) => {
			meetingId = await openedMeeting(shell, org)
			await clearedProposal(shell, org)
			const { itemId } = await clearedProposal(shell, org)
			must(await list(shell, org.actors.secretary, meetingId, itemId))
			return () => readMeetingPage(shell, org.actors.secretary, meetingId)
		},
		more: async (shell, org) => {
			await clearedProposal(shell, org)
			const { itemId } = await clearedProposal(shell, org)
			must(await list(shell, org.actors.secretary, meetingId, itemId))
		},
	},
	{
		name: 'register',
		// The documents, and their ends.
		most: 2,
		grow: async (shell, org) => {
			await registered(shell, org)
			return () => readRegister(shell, org.actors.drafter, { words: '', standing: 'in-force' }, null)
		},
		more: (shell, org) => registered(shell, org, { documentNumber: `青政规〔2024〕${(documents += 1)}号` }),
	},
	{
		name: 'matter page',
		// Four of them compare the matter's rows with the trail.
		most: 13,
		grow: async (shell, org) => {
			matterId = await readyMatter(shell, org)
			return () => readMatterPage(shell, org.actors.drafter, matterId)
		},
		more: async (shell, org) => must(await uploadText(shell, org, matterId, `第一条 ${shell.newId()}。`)),
	},
]

test.skipIf(inject('postgresql') !== '').each(PAGES)(
	'the $name asks at most $most queries, and the same number however many rows it shows',
	async ({ grow, more, most }) => {
		const shell = await openTestShell()
		const org = await seedOrganisation(shell)
		const read = await grow(shell, org)
		// The first page of its kind opens the connection that it reads with.
		await read()
		const few = await statementsOf(read)
		for (let times = 0; times < 3; times += 1) await more(shell, org)
		const many = await statementsOf(read)
		expect(few).toBeGreaterThan(0)
		expect(few).toBeLessThanOrEqual(most)
		expect(many).toBe(few)
	},
)
