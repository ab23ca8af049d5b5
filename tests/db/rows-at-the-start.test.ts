import { expect, test } from 'vitest'
import { PAPER_TABLES, RECORD_TABLES } from '#app/db/record-tables.ts'
import { SEALED_TABLES } from '#app/db/sealed-tables.ts'
import { assertRows, RowsRefused } from '#app/server/assert-rows.server.ts'
import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import { loadDemoOnce } from '#seeds/demo/load-demo.ts'
import { compareReference } from '#seeds/reference/compare-reference.ts'
import { loadReferenceSeeds } from '#seeds/reference/load-reference.ts'
import { orderOn, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { under } from '#tests/support/under-attack.ts'

const PATIENCE = { timeout: 600_000 }

const REFUSED: Readonly<Record<string, string>> = {
	'T06 a post that nobody confirmed': 'post zz is there without an entry',
	'T07 the password of the signing officer': 'is not as the trail left it',
	'T08 a password link for the signing officer': 'one_time_link zz is there without an entry',
	'T10 the name of the signing officer': 'is not as the trail left it',
	'the account of the signing officer in the hands of another person': 'account',
	'a post of the signing officer in the hands of another person': 'post',
}

test(
	'a start refuses where somebody gave themselves another’s hand, and goes on where a record was changed',
	PATIENCE,
	async () => {
		const shell = await openTestShell()
		await loadReferenceSeeds(shell.db)
		await loadDemoOnce(shell)
		await tearDownWalls(shell.url)
		const said: unknown[] = []
		const log = { ...shell.log, error: (facts: unknown) => said.push(facts) } as unknown as typeof shell.log
		const start = () => assertRows({ db: shell.db, log })
		await start()
		expect(said).toEqual([])
		for (const [name, words] of Object.entries(REFUSED)) {
			const refused = await under(shell, name, () =>
				start().then(
					() => null,
					(error: unknown) => error,
				),
			)
			expect(refused, name).toBeInstanceOf(RowsRefused)
			expect(String(refused), name).toContain(words)
		}
		await under(shell, 'T01 the title of a listed item', start)
		await under(shell, 'T34 title and time of the coming meeting', start)
		expect(said).toMatchObject(
			[{ row: /^agenda_item / }, { row: /^meeting / }].map(({ row }) => ({
				row: expect.stringMatching(row),
			})),
		)
	},
)

test('T35 law as data that was deleted or changed is named, and a period that is not there is refused and not guessed', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await loadReferenceSeeds(shell.db)
	expect(await compareReference(shell.db)).toEqual([])
	const matterId = await submittedMatter(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, "delete from reference_entry where kind = 'track-periods'")
	await runRaw(shell.url, "update reference_entry set mark = 'x' where kind = 'reason'")
	const faults = await compareReference(shell.db)
	expect(new Set(faults.map(({ kind, problem }) => `${kind} ${problem}`))).toEqual(
		new Set(['track-periods missing', 'reason differs']),
	)
	expect(await acceptMatter(shell, org.actors.registrar, orderOn(shell, matterId))).toMatchObject({
		ok: false,
		reason: { code: 'period-unknown' },
	})
})

/** Tables that are the house's own, and no part of a matter or a meeting. */
const OF_HOUSE = [
	'account',
	'account_recovery',
	'delegation',
	'delegated_act_elsewhere',
	'document_end',
	'document_import',
	'document_import_decision',
	'former_password',
	'jurisdiction',
	'number_series',
	'one_time_link',
	'organ',
	'person',
	'post',
	'public_comment',
	'published_document',
	'published_document_live',
	'reference_decision',
	'reference_proposal',
	'review_designation',
	'review_designation_decision',
	'second_factor',
	'session',
	'signing_key',
	'unit',
]

test('every sealed table is a part of a matter’s or a meeting’s record, which the gate compares, or the house’s own', () => {
	const ofRecords = [RECORD_TABLES.matter, RECORD_TABLES.meeting, PAPER_TABLES.matter].flatMap((tables) =>
		tables.map(({ sealed }) => sealed.table),
	)
	expect([...new Set([...ofRecords, ...OF_HOUSE])].sort()).toEqual([...SEALED_TABLES.keys()].sort())
})
