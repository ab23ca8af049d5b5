import { expect, test } from 'vitest'
import { REFERENCE_GROUPS, REFERENCE_KINDS } from '#app/domain/reference/reference-kind.ts'
import { readEntries, readEntry } from '#app/services/reference/read-entries.server.ts'
import { readReference } from '#app/services/reference/read-reference.server.ts'
import { referenceRows } from '#seeds/reference/load-reference.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, ...org.actors }
}

/** All entries of a kind, page by page. */
async function allOf(kind: (typeof REFERENCE_KINDS)[number]) {
	const { shell, lead } = await ground()
	const found = []
	let after: string | null = null
	do {
		const page: { entries: readonly { code: string; mark: string; source: string }[]; after: string | null } =
			must(await readEntries(shell, lead, kind, after))
		found.push(...page.entries)
		after = page.after
	} while (after !== null)
	return found
}

test('every kind that a release ships stands in one group, with all its entries', async () => {
	expect(new Set(Object.values(REFERENCE_GROUPS).flat())).toEqual(new Set(REFERENCE_KINDS))
	expect(new Set(referenceRows().map(({ kind }) => kind))).toEqual(new Set(REFERENCE_KINDS))
	const { shell, systemAdministrator } = await ground()
	const { groups } = must(await readReference(shell, systemAdministrator))
	const shown = groups.flatMap(({ kinds }) => kinds)
	for (const kind of REFERENCE_KINDS) {
		const shipped = referenceRows().filter((row) => row.kind === kind)
		const line = shown.find((each) => each.kind === kind)
		expect(line?.entries, kind).toBe(shipped.length)
		expect(line?.toBeConfirmed, kind).toBe(shipped.filter(({ mark }) => mark !== 'verified').length)
	}
})

test.each(REFERENCE_KINDS)('every entry of %s is shown with its mark and source', async (kind) => {
	const rows = referenceRows().filter((row) => row.kind === kind)
	const named = (each: { code: string; mark: string; source: string }) =>
		`${each.code} ${each.mark} ${each.source}`
	expect((await allOf(kind)).map(named).sort()).toEqual(rows.map(named).sort())
})

test('the limits say their numbers, and the calendar its days', async () => {
	const { shell, lead } = await ground()
	const { shown } = must(await readEntry(shell, lead, 'review-limits', 'review-clock'))
	if (!shown || shown.value.is !== 'numbers') throw new Error('no numbers')
	expect(Object.fromEntries(shown.value.numbers.map(({ key, value }) => [key, value]))).toEqual({
		pause: 30,
		extension: 10,
		urgent: 1,
		'guaranteed_government-decision': 7,
		'guaranteed_department-decision': 7,
		'guaranteed_normative-document': 5,
	})
	const calendar = must(await readEntry(shell, lead, 'working-days', '2026'))
	expect(calendar.shown?.value).toMatchObject({ is: 'year', year: { year: 2026 } })
	expect(await readEntry(shell, lead, 'review-limits', 'nothing')).toMatchObject({
		ok: false,
		reason: { code: 'not-found' },
	})
})

test('who neither administers nor leads the review does not read it', async () => {
	const { shell, drafter, reviewer, secretary, leader, auditAdministrator } = await ground()
	for (const actor of [drafter, reviewer, secretary, leader])
		expect(await readReference(shell, actor)).toMatchObject({
			ok: false,
			reason: { code: 'not-permitted', act: 'reference.read' },
		})
	expect(await readReference(shell, auditAdministrator)).toMatchObject({ ok: true })
})
