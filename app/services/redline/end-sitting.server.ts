import { appendAudit } from '#app/db/append-audit.server.ts'
import { inTransaction } from '#app/db/in-transaction.server.ts'
import { loadPersonNames } from '#app/db/load-names.server.ts'
import { loadMatter } from '#app/db/load-matter.server.ts'
import type { Tx } from '#app/db/open-database.server.ts'
import { insertRows } from '#app/db/write-rows.server.ts'
import { lockRow } from '#app/db/lock-row.server.ts'
import type { TrailDetails } from '#app/domain/act/trail-entry.ts'
import { permit } from '#app/domain/permission/permit.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import type { MatterOrder, MatterWork } from '#app/services/command/command-on-matter.server.ts'
import { runCommand } from '#app/services/command/run-command.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import type { Reader } from './load-seen.server.ts'

type Sitting = { readonly kind: 'changes.seen'; readonly detail: TrailDetails['changes.seen'] }

/**
 * Ends the sitting of a reader: what they ticked is taken up for good, with one entry of the trail for each pair of
 * versions. It changes nothing of the matter, so that nobody's open page grows stale.
 */
export async function endSitting(
	shell: Shell,
	actor: Actor,
	{ matterId, key }: Pick<MatterOrder, 'matterId' | 'key'>,
): Promise<Result<Done<null>, Refusal>> {
	const locks = [{ table: 'matter', id: matterId }] as const
	const order = { name: 'changes.seen', key, body: { matter: matterId }, locks } as const
	return runCommand(shell, actor, order, async (command) => {
		const matter = await loadMatter(command.tx, actor.jurisdictionId, matterId)
		if (!matter || !permit(actor, 'matter.read', subjectOf(matter)).ok) return refuse({ code: 'not-found' })
		const post = permit(actor, 'changes.seen', subjectOf(matter))
		const stream = `matter/${matterId}`
		command.refusalsGoTo(stream, post.ok ? post.value : null)
		if (!post.ok) return post
		const sittings = await takeTicks(command.tx, shell, readerOf(actor, matterId), command.at)
		if (sittings.length === 0) return refuse({ code: 'unfitting', field: 'ticks', problem: 'missing' })
		for (const sitting of sittings) await command.record({ stream, ...sitting, post: post.value })
		return accept(null)
	})
}

/** An act of the reader on the matter ends their sitting too: what they had seen stands beside what they did. */
export async function endSittingWith(work: MatterWork): Promise<void> {
	const reader = readerOf(work.actor, work.matter.id)
	for (const sitting of await takeTicks(work.tx, work.shell, reader, work.at)) work.follow(sitting)
}

type NamedReader = Reader & { readonly name: string }

function readerOf({ jurisdictionId, personId, name }: Actor, matterId: string): NamedReader {
	return { jurisdictionId, matterId, personId, name }
}

/** A sitting without a tick for so long has ended. */
const SITTING_ENDS_MS = 30 * 60_000

/** Ends the sittings that nobody ended, in nobody's name: the entry says whose they were. Returns how many. */
export async function sweepSittings(shell: Shell): Promise<number> {
	const over = new Date(shell.now().getTime() - SITTING_ENDS_MS)
	const readers = await shell.db.changeTick.groupBy({
		by: ['jurisdictionId', 'matterId', 'personId'],
		_max: { tickedAt: true },
		having: { tickedAt: { _max: { lte: over } } },
	})
	for (const { jurisdictionId, matterId, personId } of readers)
		await inTransaction(shell.db, async (tx) => {
			await lockRow(tx, 'matter', { jurisdiction_id: jurisdictionId, id: matterId })
			const at = shell.now()
			const name = (await loadPersonNames(tx, jurisdictionId, [personId])).get(personId) ?? ''
			const sittings = await takeTicks(tx, shell, { jurisdictionId, matterId, personId, name }, at)
			const stream = `matter/${matterId}`
			for (const sitting of sittings)
				await appendAudit(tx, { ...sitting, jurisdictionId, stream, at, actor: null, outcome: 'done' })
		})
	return readers.length
}

/** Takes up the open ticks of a reader: a sitting for each pair of versions, with what was seen in it. */
async function takeTicks(
	tx: Tx,
	shell: Shell,
	{ name, ...reader }: NamedReader,
	at: Date,
): Promise<Sitting[]> {
	const ticks = await loadTicks(tx, reader)
	if (ticks.length === 0) return []
	const taken = await tx.seenChange.findMany({ where: reader, select: { change: true } })
	const known = new Set(taken.map(({ change }) => change))
	await tx.changeTick.deleteMany({ where: { ...reader, change: { in: ticks.map(({ change }) => change) } } })
	const sittings: Sitting[] = []
	for (const ofPair of pairsOf(ticks.filter(({ change }) => !known.has(change))))
		sittings.push(await writeSitting(tx, { sitting: shell.newId(), reader, name }, ofPair, at))
	return sittings
}

type Tick = Awaited<ReturnType<typeof loadTicks>>[number]

function loadTicks(tx: Tx, reader: Reader) {
	const version = { select: { id: true, versionNo: true, contentSha256: true } }
	return tx.changeTick.findMany({
		where: reader,
		select: {
			change: true,
			place: true,
			postId: true,
			ofChanges: true,
			tickedAt: true,
			oldVersion: version,
			newVersion: version,
		},
		orderBy: [{ tickedAt: 'asc' }, { change: 'asc' }],
	})
}

function pairsOf(ticks: readonly Tick[]): (readonly [Tick, ...Tick[]])[] {
	const pairs = new Map<string, [Tick, ...Tick[]]>()
	for (const tick of ticks) {
		const pair = `${tick.oldVersion.id} ${tick.newVersion.id}`
		const others = pairs.get(pair)
		if (others) others.push(tick)
		else pairs.set(pair, [tick])
	}
	return [...pairs.values()]
}

async function writeSitting(
	tx: Tx,
	{ sitting, reader, name }: { readonly sitting: string; readonly reader: Reader; readonly name: string },
	ticks: readonly [Tick, ...Tick[]],
	at: Date,
): Promise<Sitting> {
	const [first] = ticks
	const last = ticks.at(-1) ?? first
	const { oldVersion, newVersion } = first
	await insertRows(tx, 'readingSitting', [
		{
			...reader,
			id: sitting,
			postId: last.postId,
			oldVersionId: oldVersion.id,
			oldContentSha256: oldVersion.contentSha256,
			newVersionId: newVersion.id,
			newContentSha256: newVersion.contentSha256,
			ofChanges: last.ofChanges,
			begunAt: first.tickedAt,
			endedAt: at,
		},
	])
	const rows = ticks.map(({ change, place, tickedAt }) => ({
		...reader,
		change,
		sittingId: sitting,
		place,
		tickedAt,
	}))
	for (let from = 0; from < rows.length; from += AT_ONCE)
		await insertRows(tx, 'seenChange', rows.slice(from, from + AT_ONCE))
	return {
		kind: 'changes.seen',
		detail: {
			sitting,
			reader: reader.personId,
			name,
			from: oldVersion.versionNo,
			to: newVersion.versionNo,
			oldSha256: oldVersion.contentSha256,
			newSha256: newVersion.contentSha256,
			changes: last.ofChanges,
			seen: ticks.length,
			places: [...new Set(ticks.map(({ place }) => place))],
		},
	}
}

/** A statement takes a limited number of values. */
const AT_ONCE = 100
