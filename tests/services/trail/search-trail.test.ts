import { expect, test } from 'vitest'
import { appendAudit, sealTrail } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import {
	type FoundEntry,
	type TrailCursor,
	type TrailQuery,
	exportTrail,
	searchTrail,
} from '#app/services/trail/search-trail.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { MONDAY, openTestShell } from '#tests/support/open-test-shell.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const ALL: TrailQuery = { place: null, kind: null, person: '', from: null, to: null, onlyRefused: false }

const STREAMS = ['matter/a', 'matter/b', 'meeting/a', 'document/a', 'admin/people', 'sign-ins']
const KINDS = ['meeting.held', 'agenda.listing-requested', 'password.set'] as const
const HOUR = 3_600_000

/** A trail of 260 entries: several streams, kinds and persons, some at one instant, every seventh refused, some again. */
async function writtenTrail() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const people = [org.actors.drafter, org.actors.registrar, org.actors.secretary]
	await inTransaction(shell.db, async (tx) => {
		for (let at = 0; at < 260; at += 1) {
			const { personId, name } = people[at % 3]!
			await appendAudit(tx, {
				jurisdictionId: org.jurisdictionId,
				stream: STREAMS[at % STREAMS.length]!,
				at: new Date(MONDAY.getTime() + Math.floor(at / 4) * HOUR),
				actor: { id: personId, name, role: null, organ: null, unit: null },
				kind: KINDS[at % KINDS.length]!,
				...(at % 7 === 0
					? { outcome: 'refused', detail: { code: 'not-permitted' } }
					: { outcome: 'done', detail: {} }),
			})
			const [receipt] = await sealTrail(tx)
			if (at % 14 !== 0 || !receipt) continue
			const { jurisdictionId } = org
			const tally = { jurisdictionId, stream: receipt.stream, seq: receipt.seq }
			await tx.refusalTally.create({ data: { ...tally, count: 2, lastAt: MONDAY } })
			const where = { jurisdictionId_stream_seq: tally }
			await tx.refusalTally.update({ where, data: { count: { increment: 3 } } })
		}
	})
	return { shell, org, reader: org.actors.auditAdministrator }
}

test('a search gives exactly the entries that meet it, newest first, over all its pages; the export gives the same', async () => {
	const { shell, org, reader } = await writtenTrail()
	const everything = await allPages(ALL)
	expect(everything.length).toBe(await shell.db.auditEntry.count())
	const { name } = org.actors.drafter
	const searches: [Partial<TrailQuery>, (entry: FoundEntry) => boolean][] = [
		[{ place: 'matter' }, ({ stream }) => stream.startsWith('matter/')],
		[{ place: 'sign-ins' }, ({ stream }) => stream === 'sign-ins'],
		[{ kind: 'meeting.held' }, ({ kind }) => kind === 'meeting.held'],
		[{ person: name }, ({ actor }) => actor === name],
		[{ person: 'nobody of this name' }, () => false],
		[{ onlyRefused: true }, ({ isRefused }) => isRefused],
		[{ from: '2026-11-24', to: '2026-11-24' }, ({ at }) => dayInShanghai(at) === '2026-11-24'],
		[
			{ place: 'meeting', kind: 'meeting.held', onlyRefused: true },
			({ stream, kind, isRefused }) => stream === 'meeting/a' && kind === 'meeting.held' && isRefused,
		],
	]
	for (const [given, isMeant] of searches) {
		const query = { ...ALL, ...given }
		const meant = everything.filter(isMeant)
		expect(await allPages(query), JSON.stringify(given)).toEqual(meant)
		const exported: FoundEntry[] = []
		for await (const piece of must(await exportTrail(shell, reader, query))) exported.push(...piece)
		expect(exported).toEqual(meant)
		expect(must(await searchTrail(shell, reader, query, null)).counts).toEqual(refusalsOf(meant))
	}
	expect(must(await searchTrail(shell, reader, ALL, null)).kinds).toEqual(
		[...new Set(everything.map(({ kind }) => kind))].sort(),
	)

	async function allPages(query: TrailQuery): Promise<FoundEntry[]> {
		const found: FoundEntry[] = []
		let after: TrailCursor | null = null
		do {
			const page: { entries: readonly FoundEntry[]; next: TrailCursor | null } = must(
				await searchTrail(shell, reader, query, after),
			)
			found.push(...page.entries)
			after = page.next
		} while (after)
		return found
	}
})

test('entries come newest first, and at one instant in a fixed order', async () => {
	const { shell, reader } = await writtenTrail()
	const { entries } = must(await searchTrail(shell, reader, ALL, null))
	const keys = entries.map(({ at, stream, seq }) => `${at} ${stream} ${String(seq).padStart(5, '0')}`)
	expect(keys).toEqual(keys.toSorted().toReversed())
})

/** How often each act was refused, most first. */
function refusalsOf(entries: readonly FoundEntry[]) {
	const counts = new Map<string, number>()
	for (const { kind, times, isRefused } of entries)
		if (isRefused) counts.set(kind, (counts.get(kind) ?? 0) + times)
	return [...counts]
		.map(([kind, count]) => ({ kind, count }))
		.sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
}

function dayInShanghai(at: string): string {
	return new Date(Date.parse(at) + 8 * HOUR).toISOString().slice(0, 10)
}
