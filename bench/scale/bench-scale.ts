/**
 * `npm run bench:scale [small] [large]`: the processor time of what every page reads, in a district of so many matters and
 * of so many more (3,470 and 100,000 unless said otherwise; some 100 KB of disk a matter), on SQLite, and on the
 * PostgreSQL of AUTHOR_DATABASE_URL where there is one. It says what grows by more than half, and what 1,000,000 matters
 * would take if what grows went on growing evenly.
 */
import { openReader } from '#app/documents/reader/reader.server.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openComparer } from '#app/comparison/comparer.server.ts'
import { openLooseTexts } from '#app/comparison/loose-texts.ts'
import { migrate } from '#app/db/migrate.server.ts'
import { openDatabase } from '#app/db/open-database.server.ts'
import { openLongReads } from '#app/long-reads/open-long-reads.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { openBlobStore } from '#app/storage/blob-store.server.ts'
import { openCheckpoints } from '#app/storage/checkpoints.server.ts'
import { openCheckpointKey } from '#app/storage/checkpoint-key.server.ts'
import { openClearanceKey } from '#app/storage/clearance-key.server.ts'
import { type LargeDistrict, fillPostgresql, openLargeSqlite } from './open-large-district.ts'
import { PAGES_OF_SCALE } from './pages.ts'
import { actorWith } from './read-actors.ts'

const [small = 3470, large = 100_000] = process.argv.slice(2).map(Number)
const NOW = new Date()
const TIMES = 15
/** What a page may take more of in the large district. */
const MOST_GROWTH = 1.5
/** Below this the processor's clock says nothing. */
const LEAST_MS = 0.5

type Times = ReadonlyMap<string, number>

async function measure(district: LargeDistrict, folder: string): Promise<Times> {
	const db = openDatabase(district.url)
	const checkpointKey = openCheckpointKey(join(folder, 'keys'))
	const longReads = openLongReads(db, { clearances: district.publicKey, checkpoints: checkpointKey })
	const comparer = openComparer()
	const shell: Shell = {
		db,
		longReads,
		comparer,
		reader: openReader(),
		now: () => NOW,
		newId: () => crypto.randomUUID(),
		blobs: openBlobStore(join(folder, 'blobs')),
		clearanceKey: openClearanceKey(join(folder, 'keys')),
		checkpoints: openCheckpoints(checkpointKey, []),
		looseTexts: openLooseTexts(),
		converter: null,
		log: { info: () => {}, warn: () => {}, error: () => {} },
	} as Shell
	const times = new Map<string, number>()
	for (const { name, role, read } of PAGES_OF_SCALE) {
		const actor = await actorWith(db, role)
		await read(shell, actor)
		const each: number[] = []
		for (let time = 0; time < TIMES; time += 1) {
			const start = process.cpuUsage()
			await read(shell, actor)
			const { user, system } = process.cpuUsage(start)
			each.push((user + system) / 1000)
		}
		times.set(name, each.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0)
	}
	const start = process.cpuUsage()
	const { entries, brokenStreams, forgedClearances } = await longReads.verifyTrail(
		await jurisdictionOf(shell),
	)
	const { user, system } = process.cpuUsage(start)
	console.log(
		`  verification: ${Math.round(entries / ((user + system) / 1e6))} of ${entries} entries a processor second, ${brokenStreams + forgedClearances} faults`,
	)
	await longReads.close()
	await comparer.close()
	await db.$disconnect()
	return times
}

async function jurisdictionOf({ db }: Shell): Promise<string> {
	return (await db.jurisdiction.findFirstOrThrow()).id
}

function report(few: Times, many: Times): boolean {
	let holds = true
	for (const [name, before] of few) {
		const after = many.get(name) ?? 0
		const growth = Math.max(after, LEAST_MS) / Math.max(before, LEAST_MS)
		const million = after + ((after - before) * (1_000_000 - large)) / (large - small)
		holds &&= growth <= MOST_GROWTH
		const figures = [before, after, Math.max(million, after)]
			.map((time) => time.toFixed(1).padStart(9))
			.join('')
		console.log(
			`${figures} ${growth.toFixed(2).padStart(6)} ×  ${growth > MOST_GROWTH ? 'GROWS  ' : ''}${name}`,
		)
	}
	return holds
}

const folder = mkdtempSync(join(tmpdir(), 'yiqian-scale-'))
try {
	console.log(`SQLite, processor ms at ${small}, at ${large}, at 1,000,000 by extrapolation`)
	const few = await measure(await openLargeSqlite(folder, small, NOW), folder)
	let holds = report(few, await measure(await openLargeSqlite(folder, large, NOW), folder))
	const server = process.env['AUTHOR_DATABASE_URL']
	if (server) {
		console.log('PostgreSQL, processor ms of this process (its server works beside it)')
		const districts = [small, large].map((matters) => ({ matters, url: `${server}_${matters}` }))
		const times: Times[] = []
		for (const { matters, url } of districts) {
			await migrate(url)
			times.push(await measure(await fillPostgresql(url, folder, matters, NOW), folder))
		}
		holds = report(times[0]!, times[1]!) && holds
	}
	process.exitCode = holds ? 0 : 1
} finally {
	rmSync(folder, { recursive: true, force: true })
}
