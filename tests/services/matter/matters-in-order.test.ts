import { expect, test } from 'vitest'
import { type MatterPoint, type MatterSort, orderOfWord } from '#app/domain/matter/matter-order.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { readSavedFilters, removeFilter, saveFilter } from '#app/services/matter/saved-filters.server.ts'
import { must, openedMatter } from '#tests/support/drafting-steps.ts'
import { byAnAct } from '#tests/support/by-an-act.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const NONE = { state: null, track: null, organId: null, words: '' } as const

/** Seven matters, as they were opened: some without number or day, two of one title, two of one day. */
const MADE = [
	{
		title: 'C 办法',
		caseNumber: '2026-0003',
		state: 'reviewing',
		stateSince: '2026-11-20',
		dueOn: '2026-12-05',
	},
	{ title: 'A 办法', caseNumber: null, state: 'draft', stateSince: '2026-11-22', dueOn: null },
	{ title: 'B 办法', caseNumber: '2026-0001', state: 'cleared', stateSince: '2026-11-10', dueOn: null },
	{
		title: 'B 办法',
		caseNumber: '2026-0002',
		state: 'reviewing',
		stateSince: '2026-11-21',
		dueOn: '2026-12-01',
	},
	{ title: 'E 办法', caseNumber: null, state: 'draft', stateSince: '2026-11-22', dueOn: '2026-12-03' },
	{
		title: 'D 办法',
		caseNumber: '2026-0004',
		state: 'submitted',
		stateSince: '2026-11-19',
		dueOn: '2026-12-01',
	},
	{ title: 'F 办法', caseNumber: null, state: 'returned', stateSince: '2026-11-18', dueOn: null },
]

async function madeMatters() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const ids: string[] = []
	for (const made of MADE) {
		const id = await openedMatter(shell, org)
		ids.push(id)
		const where = { jurisdictionId_id: { jurisdictionId: org.jurisdictionId, id } }
		const data = { ...made, stateSince: new Date(made.stateSince) }
		await byAnAct(shell, (tx) => tx.matter.update({ where, data }))
	}
	return { shell, org, ids }
}

/** The places of the matters in `MADE`, in each order, written by hand. */
const EXPECTED: Readonly<Record<MatterSort, readonly [rising: string, falling: string]>> = {
	opened: ['0123456', '6543210'],
	title: ['1230546', '6450321'],
	number: ['2305146', '5032641'],
	state: ['1450326', '6230541'],
	since: ['2650314', '4130562'],
	due: ['3540126', '0453621'],
}

test.each(Object.entries(EXPECTED))(
	'matters by %s, page by page, both ways',
	async (sort, [rising, falling]) => {
		const { shell, org, ids } = await madeMatters()
		const placesOf = async (word: string, size: number) => {
			let places = ''
			let after: MatterPoint | null = null
			do {
				const page = await readMatters(shell, org.actors.drafter, NONE, after, {
					order: orderOfWord(word),
					size,
				})
				places += page.matters.map(({ id }) => ids.indexOf(id)).join('')
				after = page.next
			} while (after)
			return places
		}
		for (const size of [1, 2, 3, 7, 30]) {
			expect(await placesOf(sort, size)).toBe(rising)
			expect(await placesOf(`-${sort}`, size)).toBe(falling)
		}
	},
)

test('who sees matters by several ties gets them in the same order, each once', async () => {
	const { shell, org, ids } = await madeMatters()
	const { drafter, head } = org.actors
	const both = { ...drafter, posts: [...drafter.posts, ...head.posts] }
	const page = await readMatters(shell, both, NONE, null, { order: orderOfWord('title'), size: 30 })
	expect(page.matters.map(({ id }) => ids.indexOf(id)).join('')).toBe('1230546')
})

test('a filter is kept under its name for one person; the same name again is the newer one', async () => {
	const { shell, org } = await madeMatters()
	const { drafter, reviewer } = org.actors
	must(await saveFilter(shell, drafter, { name: '快到期的', search: 'sort=due' }))
	must(await saveFilter(shell, drafter, { name: '快到期的', search: 'state=draft&sort=due' }))
	expect(await readSavedFilters(shell, reviewer)).toEqual([])
	const [filter] = await readSavedFilters(shell, drafter)
	expect(filter).toMatchObject({ name: '快到期的', search: 'state=draft&sort=due' })
	must(await removeFilter(shell, reviewer, filter?.id ?? ''))
	expect(await readSavedFilters(shell, drafter)).toHaveLength(1)
	must(await removeFilter(shell, drafter, filter?.id ?? ''))
	expect(await readSavedFilters(shell, drafter)).toEqual([])
})

test('a person keeps twenty filters, and is told so at the next', async () => {
	const { shell, org } = await madeMatters()
	for (let at = 0; at < 20; at += 1)
		must(await saveFilter(shell, org.actors.drafter, { name: `条件${at}`, search: 'sort=due' }))
	expect(await saveFilter(shell, org.actors.drafter, { name: '再一个', search: 'sort=due' })).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', field: 'name', problem: 'too-many' },
	})
	must(await saveFilter(shell, org.actors.drafter, { name: '条件3', search: 'sort=title' }))
})
