import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '#app/db/open-database.server.ts'
import { type Json, canonicalJson } from '#app/domain/audit-chain/canonical-json.ts'
import { leafHash } from '#app/domain/audit-chain/sha256.ts'
import { originOf } from '#app/domain/checkpoint/checkpoint.ts'
import { openReceipt } from '#app/domain/checkpoint/receipt.ts'
import { findBehind, findDiffering } from '#app/services/checkpoint/find-behind.server.ts'
import { makeCheckpoint } from '#app/services/checkpoint/make-checkpoint.server.ts'
import { readReceiptNote, readReceipts } from '#app/services/account/read-receipts.server.ts'
import {
	readFileOfMatterPaper,
	readPaperOfMatter,
	readPapersPage,
} from '#app/services/matter/read-papers.server.ts'
import { readMeetingPage } from '#app/services/meeting/read-meeting-page.server.ts'
import { readFileOfMeetingPaper, readPacket } from '#app/services/packet/read-packet.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { verifyPaper } from '#app/services/paper/verify-paper.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { checkpoint, houseWithDeposits, reopened } from '#tests/support/checkpoint-steps.ts'
import { must, openedMatter, orderOn } from '#tests/support/drafting-steps.ts'
import { fixed, listedItem } from '#tests/support/meeting-steps.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { PASSWORD } from '#tests/support/review-steps.ts'

const isOnFile = inject('postgresql') === ''

/** A house with one text on the agenda of the coming meeting, under a checkpoint that was laid down. */
async function listedHouse() {
	const house = await houseWithDeposits()
	const { matterId, meetingId } = await listedItem(house.shell, house.org)
	await checkpoint(house.shell, house.id)
	return { ...house, matterId, meetingId, size: await house.shell.db.checkpointLeaf.count() }
}

type House = Awaited<ReturnType<typeof listedHouse>>

/** Takes away what the trail has behind a size, leaves and checkpoints too, and sets the heads back: nothing here tells. */
async function cutBehind({ shell, size }: House): Promise<void> {
	await tearDownWalls(shell.url)
	const gone = await shell.db.checkpointLeaf.findMany({ where: { position: { gte: size } } })
	const statements = gone.flatMap(({ stream, seq }) => [
		`delete from audit_entry where stream = '${stream}' and seq = ${seq}`,
		`delete from command_receipt where stream = '${stream}' and seq = ${seq}`,
	])
	await runRaw(
		shell.url,
		[
			...statements,
			`delete from checkpoint_leaf where position >= ${size}`,
			`delete from checkpoint where size > ${size}`,
			`delete from checkpoint_deposit where size > ${size}`,
			'delete from audit_stream where not exists (select 1 from audit_entry e where e.stream = audit_stream.stream)',
			`update audit_stream set seq = (select max(seq) from audit_entry e where e.stream = audit_stream.stream)`,
			`update audit_stream set hash = (select hash from audit_entry e where e.stream = audit_stream.stream and e.seq = audit_stream.seq)`,
		].join(';'),
	)
}

async function packetOf(shell: TestShell, { org, meetingId }: House) {
	return must(await readPacket(shell, org.actors.secretary, meetingId))
}

const BROUGHT_BACK = ['clearance_state', 'clearance_live', 'agenda_listing'] as const

test('T05 a withdrawn text that was put back on the agenda with its genuine signature is not printed, and what is missing is named', async () => {
	const house = await listedHouse()
	const { shell, org, settings, id, matterId, meetingId } = house
	const keep = [...BROUGHT_BACK, 'agenda_item', 'matter'].map(
		(table) => `create table kept_${table} as select * from ${table}`,
	)
	await runRaw(shell.url, keep.join(';'))
	const grounds = { reason: '引用的条款已经废止。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), grounds))
	await checkpoint(shell, id)
	await cutBehind(house)
	await runRaw(
		shell.url,
		[
			...[...BROUGHT_BACK].reverse().map((table) => `delete from ${table}`),
			`update matter set state = (select k.state from kept_matter k where k.id = matter.id)`,
			`update agenda_item set state = (select k.state from kept_agenda_item k where k.id = agenda_item.id)`,
			'delete from opinion_revocation',
			...BROUGHT_BACK.map((table) => `insert into ${table} select * from kept_${table}`),
		].join(';'),
	)
	// Without anything outside, the rows that were put back by hand are what gives it away.
	const blind = reopened(shell, { folder: null, witness: null, mail: null })
	expect(await packetOf(blind, house)).toMatchObject({ items: [], behind: null })

	const started = reopened(shell, settings)
	const behind = await findBehind(started, id)
	expect(behind).toMatchObject({ problem: 'older', target: 'folder', size: house.size })
	expect(behind?.missing.map(({ stream }) => stream)).toContain(`matter/${matterId}`)
	const packet = await packetOf(started, house)
	expect(packet).toMatchObject({ items: [], agendaPaper: null, behind: { problem: 'older' } })
	const page = must(await readMeetingPage(started, org.actors.secretary, meetingId))
	expect(page.agenda.map(({ problem }) => problem)).toEqual(['database-behind'])
	expect(await makeCheckpoint(started, id)).toBe('behind')
})

test('of a database that is behind no paper is listed, shown, handed over or said to be in force', async () => {
	const house = await listedHouse()
	const { shell, org, settings, id, matterId, meetingId } = house
	must(await fixed(shell, org, meetingId))
	await checkpoint(shell, id)
	const size = await shell.db.checkpointLeaf.count()
	await openedMatter(shell, org)
	await checkpoint(shell, id)
	await cutBehind({ ...house, size })
	const started = reopened(shell, settings)
	await findBehind(started, id)
	const { secretary, drafter } = org.actors
	const of = { matterId, kind: 'opinion' }
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: of })
	const sheet = await shell.db.sealedPaper.findFirst({ where: { meetingId } })
	expect(must(await readPapersPage(started, drafter, matterId))).toMatchObject({
		papers: [],
		behind: { problem: 'older' },
	})
	expect(must(await readPaperOfMatter(started, drafter, matterId, paper.id))).toMatchObject({
		paper: null,
		behind: { problem: 'older' },
	})
	const refused = { ok: false, reason: { code: 'not-found' } }
	expect(await readFileOfMatterPaper(started, drafter, matterId, paper.id)).toMatchObject(refused)
	expect(sheet).not.toBeNull()
	expect(await readFileOfMeetingPaper(started, secretary, meetingId, sheet?.id ?? '')).toMatchObject(refused)
	expect(await verifyPaper(started, { number: paper.number ?? '', code: paper.code })).toBe('database-behind')
	expect(await verifyPaper(started, { number: '青司审〔2026〕99号', code: paper.code })).toBe(
		'database-behind',
	)
})

/** The last entry of a stream. */
function lastOf({ shell }: House, stream: string) {
	return shell.db.auditEntry.findFirstOrThrow({ where: { stream }, orderBy: { seq: 'desc' } })
}

test('T14 the last entry of a stream that was cut off is named by its leaf; with the leaf gone too, by the deposit', async () => {
	const house = await listedHouse()
	const { shell, org, settings, id } = house
	const stream = `matter/${await openedMatter(shell, org)}`
	await checkpoint(shell, id)
	const last = await lastOf(house, stream)
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		[
			`delete from audit_entry where stream = '${stream}' and seq = ${last.seq}`,
			`update audit_stream set seq = ${last.seq - 1}, hash = '${last.prev}' where stream = '${stream}'`,
		].join(';'),
	)
	expect((await verifyTrail(shell)).checkpointFaults).toMatchObject([
		{ problem: 'entry-gone', stream, seq: last.seq },
	])
	await cutBehind(house)
	const behind = await findBehind(reopened(shell, settings), id)
	expect(behind?.missing).toContainEqual({ stream, seq: last.seq, hash: last.hash })
})

/** Writes another actor into an entry and makes every later one of its stream anew, as the product makes them. */
async function rewrite(house: House, stream: string, mark: (hash: string) => string): Promise<void> {
	const { shell } = house
	const entries = await shell.db.auditEntry.findMany({ where: { stream }, orderBy: { seq: 'asc' } })
	await tearDownWalls(shell.url)
	let prev = '0'.repeat(64)
	for (const { seq, leaf } of entries) {
		const body = { ...(JSON.parse(leaf) as Record<string, Json>), prev }
		if (seq === 1)
			Object.assign(body, { actor: { id: 'x', name: '另一人', role: null, organ: null, unit: null } })
		const text = canonicalJson(body as Json)
		const hash = leafHash(text)
		await runRaw(
			shell.url,
			[
				`update audit_entry set leaf = '${text.replaceAll("'", "''")}', prev = '${prev}', hash = '${hash}', mac = '${mark(hash)}' where stream = '${stream}' and seq = ${seq}`,
				`update command_receipt set hash = '${hash}' where stream = '${stream}' and seq = ${seq}`,
				...(seq === 1
					? [`update audit_entry set actor_id = 'x' where stream = '${stream}' and seq = 1`]
					: []),
				`update audit_stream set hash = '${hash}' where stream = '${stream}'`,
			].join(';'),
		)
		prev = hash
	}
}

test('T17 a stream that was chained anew without the key is named by its mark', async () => {
	const house = await listedHouse()
	const stream = `matter/${house.matterId}`
	await rewrite(house, stream, () => 'not ours')
	expect((await verifyTrail(house.shell)).broken).toMatchObject([{ stream, seq: 1, problem: 'mark' }])
})

test('T17 a stream that was chained anew by who holds the key is named by the list; list and checkpoints made anew too, by the deposit', async () => {
	const house = await listedHouse()
	const { shell, settings, id, size } = house
	const stream = `matter/${house.matterId}`
	const { key } = shell.checkpoints
	await rewrite(house, stream, key.mark)
	expect((await verifyTrail(shell)).broken).toMatchObject([{ stream, seq: 1, problem: 'leaf' }])
	await runRaw(
		shell.url,
		'delete from checkpoint_leaf; delete from checkpoint; delete from checkpoint_deposit',
	)
	const forger = reopened(shell, { folder: null, witness: null, mail: null })
	expect(await makeCheckpoint(forger, id)).toBe('made')
	expect((await verifyTrail(forger)).faultyCheckpoints).toBe(0)
	expect((await shell.db.checkpoint.findFirstOrThrow()).size).toBe(size)
	const started = reopened(shell, settings)
	expect(await findBehind(started, id)).toMatchObject({ problem: 'another', deposited: size })
	expect(await findDiffering(started, id)).toMatchObject([{ size }])
	expect((await packetOf(started, house)).items).toEqual([])
})

/** Appends an entry as the product would, with everything but the key. */
async function forgeEntry({ shell, id }: House, stream: string, head: { seq: number; hash: string }) {
	const seq = head.seq + 1
	const at = shell.now().toISOString()
	const leaf = canonicalJson({
		...{ v: 'yiqian-audit/1', alg: 'sha256', log: id, stream, seq, prev: head.hash, at, cmd: 'k' },
		actor: { id: 'x', name: '林某', role: 'signing-officer', organ: null, unit: null },
		...{ act: 'opinion.signed', outcome: 'done', detail: {}, pre: null, post: null, blob: [] },
	})
	const hash = leafHash(leaf)
	const matter = stream.startsWith('matter/') ? `'${stream.slice(7)}'` : 'null'
	await tearDownWalls(shell.url)
	await runRaw(
		shell.url,
		[
			`delete from audit_stream where stream = '${stream}'`,
			`insert into audit_stream (jurisdiction_id, stream, seq, hash) values ('${id}', '${stream}', ${seq}, '${hash}')`,
			`insert into audit_entry (jurisdiction_id, stream, seq, prev, hash, leaf, at, kind, outcome, actor_id, matter_id)
				values ('${id}', '${stream}', ${seq}, '${head.hash}', '${hash}', '${leaf}', '${at}', 'opinion.signed', 'done', 'x', ${matter})`,
		].join(';'),
	)
	return seq
}

test('T11 an entry that somebody appended in another’s name has no mark, is named, and is not taken up', async () => {
	const house = await listedHouse()
	const { shell, id } = house
	const stream = `matter/${house.matterId}`
	const seq = await forgeEntry(house, stream, await lastOf(house, stream))
	expect((await verifyTrail(shell)).broken).toMatchObject([{ stream, seq, problem: 'mark' }])
	await makeCheckpoint(shell, id)
	expect(await shell.db.checkpointLeaf.count({ where: { stream, seq } })).toBe(0)
})

test('T12 a stream with an invented past has no mark, is named, and is not taken up', async () => {
	const house = await listedHouse()
	const { shell, id } = house
	await forgeEntry(house, 'user/ghost', { seq: 0, hash: '0'.repeat(64) })
	expect((await verifyTrail(shell)).broken).toMatchObject([{ stream: 'user/ghost', seq: 1, problem: 'mark' }])
	await makeCheckpoint(shell, id)
	expect(await shell.db.checkpointLeaf.count({ where: { stream: 'user/ghost' } })).toBe(0)
})

/** Opens another database file with everything else of a house, as after a restore. */
function restored(house: House, file: string): TestShell {
	const url = `file:${file}`
	const shell = { ...house.shell, url, db: openDatabase(url) }
	return reopened({ ...shell, longReads: { ...shell.longReads, db: shell.db } }, house.settings)
}

test.runIf(isOnFile)(
	'T46 a database that was copied, and put back after an opinion was revoked, shows and prints no agenda',
	async () => {
		const house = await listedHouse()
		const { shell, org, id, matterId } = house
		const copy = join(shell.directory, 'copy.db')
		await runRaw(shell.url, `vacuum into '${copy}'`)
		const grounds = { reason: '引用的条款已经废止。', password: PASSWORD }
		must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), grounds))
		await checkpoint(shell, id)
		const started = restored(house, copy)
		const behind = await findBehind(started, id)
		expect(behind).toMatchObject({ problem: 'older' })
		expect(behind?.missing.map(({ stream }) => stream)).toContain(`matter/${matterId}`)
		expect(await packetOf(started, house)).toMatchObject({ items: [], agendaPaper: null })
		await started.db.$disconnect()
	},
)

test.runIf(isOnFile)(
	'T47 five acts that were answered and lost with the log beside the database are missing by name, and their receipts prove them',
	async () => {
		const house = await listedHouse()
		const { shell, org, id } = house
		await runRaw(shell.url, 'pragma wal_checkpoint(truncate)')
		const before = join(shell.directory, 'without-log.db')
		copyFileSync(shell.url.slice('file:'.length), before)
		const matters: string[] = []
		for (let time = 0; time < 5; time += 1) matters.push(await openedMatter(shell, org))
		await checkpoint(shell, id)
		const { receipts } = await readReceipts(shell, org.actors.drafter, null)
		const mine = receipts.filter(({ stream }) => matters.includes(stream.slice('matter/'.length)))
		const kept = await readReceiptNote(shell, org.actors.drafter, mine[0]?.key ?? '')
		const started = restored(house, before)
		const behind = await findBehind(started, id)
		const missing = new Set(behind?.missing.map(({ stream }) => stream))
		expect(matters.filter((matter) => !missing.has(`matter/${matter}`))).toEqual([])
		const receipt = openReceipt(kept ?? '', [shell.checkpoints.key.asNoteKey(originOf(id))])
		expect(receipt).toMatchObject({ stream: mine[0]?.stream, checkpointSize: house.size })
		const { stream = '', seq = 0 } = receipt ?? {}
		expect(await started.db.auditEntry.findFirst({ where: { stream, seq } })).toBeNull()
		await started.db.$disconnect()
	},
)
