import { expect, test } from 'vitest'
import { PAPER_KINDS, type Paper, type Slot, sentencesOf } from '#app/domain/paper/paper.ts'
import { formatPaperDay, formatPaperInstant } from '#app/locales/format-dates.ts'
import { FIXED_TEXTS } from '#app/locales/papers/fixed-texts.ts'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import { makeEveryPaper } from '#tests/support/every-paper.ts'
import { heldMeeting } from '#tests/support/meeting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { recheckMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

/** The columns that make a row's key, where it is not its id. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
	opinion_point: ['opinion_id', 'point'],
	supplement_item: ['supplement_id', 'position'],
	recheck_item: ['recheck_id', 'opinion_item_id'],
	reference_entry: ['kind', 'code'],
	counsel_disposition: ['counsel_opinion_id'],
	agenda_outcome: ['agenda_item_id'],
	urgent_approval: ['meeting_id', 'matter_id'],
	item_voice: ['discussion_id', 'position'],
}

async function rowBehind(shell: TestShell, { row }: Slot): Promise<Record<string, unknown> | undefined> {
	const [table = '', key = ''] = row.split('/')
	const columns = KEYS[table] ?? ['id']
	const where = columns.map((column, at) => `"${column}" = '${key.split(':')[at] ?? ''}'`).join(' AND ')
	const rows = await shell.db.$queryRawUnsafe<Record<string, unknown>[]>(
		`SELECT * FROM "${table}" WHERE ${where}`,
	)
	return rows.at(-1)
}

/** Everything that a row says, as it stands and as papers write days. */
function saidBy(row: Record<string, unknown>): string {
	return Object.values(row)
		.flatMap((value) => {
			const text = value instanceof Date ? value.toISOString() : String(value)
			const days = text.match(/\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|\+00:00))?/g) ?? []
			return [
				text,
				...days.flatMap((day) =>
					day.length > 10
						? [formatPaperDay(day), formatPaperInstant(day)]
						: [formatPaperDay(`${day}T00:00:00+08:00`)],
				),
			]
		})
		.join('\n')
}

/** Papers end a sentence with a full stop that its writer left out, and write a hash in groups of four. */
function asInRow(text: string): string {
	return text.replace(/。$/, '').replaceAll(/(?<=^|[0-9a-f]{4}) (?=[0-9a-f]{4})/g, '')
}

function templateOf(says: string): string | undefined {
	const gate: Readonly<Record<string, string>> = zhCn.gate.fact
	if (says.startsWith('gate.fact.')) return gate[says.slice('gate.fact.'.length)]
	const listed: Readonly<Record<string, readonly [string, string]>> = FIXED_TEXTS
	return listed[says]?.[0]
}

test('every printed sentence is a listed text whose gaps are filled by rows that are there and say so', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await makeEveryPaper(shell, org)
	const papers = await shell.db.sealedPaper.findMany()
	expect(new Set(papers.map(({ kind }) => kind))).toEqual(new Set(PAPER_KINDS))
	for (const { content, kind } of papers)
		for (const { says, text, from } of sentencesOf(JSON.parse(content) as Paper)) {
			const template = templateOf(says)
			if (template === undefined) throw new Error(`${kind} says what no list has: ${text}`)
			const gaps = [...template.matchAll(/\{\{?(\w+)\}?\}/g)].map(([, name]) => name)
			expect(new Set(from.map(({ name }) => name)), says).toEqual(new Set(gaps))
			for (const slot of from) {
				const row = await rowBehind(shell, slot)
				expect(row, `${says}: ${slot.row}`).toBeDefined()
				if (slot.isComputed || !row) continue
				expect(saidBy(row), `${says}: ${slot.row}`).toContain(asInRow(slot.text))
			}
		}
})

test('numbers have no gap, and the same content cannot bear two codes', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	await heldMeeting(shell, org)
	await recheckMatter(shell, org)
	const papers = await shell.db.sealedPaper.findMany({ where: { kind: 'acceptance-notice' } })
	expect(papers.map(({ number }) => number).toSorted()).toEqual(['青司受〔2026〕1号', '青司受〔2026〕2号'])
	expect(new Set(papers.map(({ code }) => code)).size).toBe(2)
})
