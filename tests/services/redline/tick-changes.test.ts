import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import { endSitting, sweepSittings } from '#app/services/redline/end-sitting.server.ts'
import { type RedlinePage, readRedlinePage } from '#app/services/redline/read-redline-page.server.ts'
import { tickChanges } from '#app/services/redline/tick-changes.server.ts'
import { readRecheckSigningPage } from '#app/services/recheck/read-recheck-pages.server.ts'
import { failRecheck, proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { verifyTrail } from '#app/services/trail/verify-trail.server.ts'
import { DRAFT_TEXT, must, orderOn, uploadedText } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { recheckMatter, replyToAll } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { entryKinds, lastEntry } from '#tests/support/trail-reading.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'

const CHOICE = { around: '0', kind: null, nature: null, mark: null, part: null, at: null } as const
const WANTED = { from: null, to: null, other: null, find: null, choice: CHOICE, correct: null }
const PAIR = { from: 1, to: 2 }

async function recheck() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, org, matterId: await recheckMatter(shell, org) }
}

async function pageOf(shell: TestShell, actor: Actor, matterId: string, wanted: Partial<typeof WANTED> = {}) {
	return must(await readRedlinePage(shell, actor, matterId, { ...WANTED, ...wanted }))
}

function blocksOf({ comparison }: RedlinePage) {
	const entries = comparison?.reading.entries ?? []
	return entries.flatMap((entry) => (entry.kind === 'block' && entry.block.ticks ? [entry.block] : []))
}

async function tickAll(shell: TestShell, actor: Actor, matterId: string, isSeen = true) {
	for (const { anchor, ticks } of blocksOf(await pageOf(shell, actor, matterId)))
		must(
			await tickChanges(
				shell,
				actor,
				orderOn(shell, matterId),
				{ ...PAIR, block: anchor, digest: ticks?.digest ?? '' },
				isSeen,
			),
		)
}

test('a tick stands at once for its reader, and for nobody else', async () => {
	const { shell, org, matterId } = await recheck()
	const { reviewer, signer } = org.actors
	expect((await pageOf(shell, reviewer, matterId)).comparison?.ledger).toMatchObject({
		changes: 1,
		seen: 0,
		firstUnseen: 'art-3',
	})
	await tickAll(shell, reviewer, matterId)
	await tickAll(shell, reviewer, matterId)
	expect((await pageOf(shell, reviewer, matterId)).comparison?.ledger).toMatchObject({
		changes: 1,
		seen: 1,
		open: 1,
		firstUnseen: null,
	})
	expect((await pageOf(shell, signer, matterId)).comparison?.ledger).toMatchObject({ seen: 0, open: 0 })
	expect((await entryKinds(shell, `matter/${matterId}`)).includes('changes.seen')).toBe(false)
})

test('the drafter keeps no ledger and cannot tick', async () => {
	const { shell, org, matterId } = await recheck()
	const { drafter, reviewer } = org.actors
	expect((await pageOf(shell, drafter, matterId)).comparison?.ledger).toBe(null)
	const [block] = blocksOf(await pageOf(shell, reviewer, matterId))
	const given = { ...PAIR, block: 'art-3', digest: block?.ticks?.digest ?? '' }
	expect(await tickChanges(shell, drafter, orderOn(shell, matterId), given, true)).toMatchObject({
		ok: false,
		reason: { code: 'not-permitted', act: 'changes.seen' },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'changes.seen',
		outcome: 'refused',
		actorId: drafter.personId,
	})
})

test('what is ticked is what was shown: another digest, block or pair is refused', async () => {
	const { shell, org, matterId } = await recheck()
	const { reviewer } = org.actors
	const refused = (field: string, problem: string) => ({
		ok: false,
		reason: { code: 'unfitting', field, problem },
	})
	const tick = (given: object) =>
		tickChanges(
			shell,
			reviewer,
			orderOn(shell, matterId),
			{ ...PAIR, block: 'art-3', digest: 'x', ...given },
			true,
		)
	expect(await tick({})).toEqual(refused('block', 'changed'))
	expect(await tick({ block: 'art-1' })).toEqual(refused('block', 'changed'))
	expect(await tick({ to: 9 })).toEqual(refused('to', 'unknown'))
	expect(await shell.db.changeTick.count()).toBe(0)
})

test('the end of a sitting is one entry with both hashes and the places, and takes the ticks up for good', async () => {
	const { shell, org, matterId } = await recheck()
	const { reviewer } = org.actors
	await tickAll(shell, reviewer, matterId)
	const { revision } = await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })
	must(await endSitting(shell, reviewer, orderOn(shell, matterId)))
	const [older, newer] = await shell.db.draftVersion.findMany({
		where: { matterId },
		orderBy: { versionNo: 'asc' },
	})
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'changes.seen',
		actorId: reviewer.personId,
		detail: {
			reader: reviewer.personId,
			from: 1,
			to: 2,
			oldSha256: older?.contentSha256,
			newSha256: newer?.contentSha256,
			changes: 1,
			seen: 1,
			places: ['第三条'],
		},
	})
	expect(await shell.db.changeTick.count()).toBe(0)
	expect((await pageOf(shell, reviewer, matterId)).comparison?.ledger).toMatchObject({ seen: 1, open: 0 })
	// It cannot be taken back any more, and nobody's open page has grown stale.
	await tickAll(shell, reviewer, matterId, false)
	expect((await pageOf(shell, reviewer, matterId)).comparison?.ledger).toMatchObject({ seen: 1 })
	expect(await shell.db.matter.findFirstOrThrow({ where: { id: matterId } })).toMatchObject({ revision })
	expect(await endSitting(shell, reviewer, orderOn(shell, matterId))).toMatchObject({
		ok: false,
		reason: { code: 'unfitting', field: 'ticks', problem: 'missing' },
	})
	expect(await verifyTrail(shell)).toMatchObject({ broken: [], forged: [], faulty: [] })
})

test('a tick is taken back while the sitting is open', async () => {
	const { shell, org, matterId } = await recheck()
	await tickAll(shell, org.actors.reviewer, matterId)
	await tickAll(shell, org.actors.reviewer, matterId, false)
	expect((await pageOf(shell, org.actors.reviewer, matterId)).comparison?.ledger).toMatchObject({ seen: 0 })
})

test('an act of the reader ends the sitting in the same step', async () => {
	const { shell, org, matterId } = await recheck()
	const { reviewer } = org.actors
	await tickAll(shell, reviewer, matterId)
	const [item] = await shell.db.opinionItem.findMany({ where: { opinion: { matterId } } })
	const items = [{ opinionItemId: item?.id ?? '', verdict: 'unsettled' as const, note: '仍不明确。' }]
	must(
		await failRecheck(shell, reviewer, orderOn(shell, matterId), {
			kind: 'revision',
			note: '',
			items,
			steps: [],
		}),
	)
	expect((await entryKinds(shell, `matter/${matterId}`)).slice(-2)).toEqual([
		'recheck.failed',
		'changes.seen',
	])
	expect(await shell.db.seenChange.count()).toBe(1)
})

test('a sitting that nobody ends is ended by the clock, in nobody’s name', async () => {
	const { shell, org, matterId } = await recheck()
	await tickAll(shell, org.actors.reviewer, matterId)
	expect(await sweepSittings(shell)).toBe(0)
	shell.setNow(new Date(shell.now().getTime() + 31 * 60_000))
	expect(await sweepSittings(shell)).toBe(1)
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'changes.seen',
		actorId: null,
		detail: { reader: org.actors.reviewer.personId, name: org.actors.reviewer.name, seen: 1 },
	})
	expect(await sweepSittings(shell)).toBe(0)
})

test('a new version keeps the ticks of the changes that are the same', async () => {
	const { shell, org, matterId } = await recheck()
	const { reviewer } = org.actors
	await tickAll(shell, reviewer, matterId)
	const [item] = await shell.db.opinionItem.findMany({ where: { opinion: { matterId } } })
	const items = [{ opinionItemId: item?.id ?? '', verdict: 'unsettled' as const, note: '仍不明确。' }]
	const given = { kind: 'revision' as const, note: '', items, steps: [] }
	must(await failRecheck(shell, reviewer, orderOn(shell, matterId), given))
	const later = DRAFT_TEXT.replace('和培训证明', '').replace('认定和服务', '认定、服务和管理')
	await uploadedText(shell, org, matterId, later)
	await replyToAll(shell, org, matterId, 'adopted')
	must(await submitRevision(shell, org.actors.drafter, orderOn(shell, matterId)))
	const page = await pageOf(shell, reviewer, matterId)
	expect(page).toMatchObject({ from: { versionNo: 1 }, to: { versionNo: 3 } })
	expect(page.comparison?.ledger).toMatchObject({ changes: 2, seen: 1, firstUnseen: 'art-2' })
	expect(page.comparison?.ledger?.outside.map(({ place, isSeen }) => [place, isSeen])).toEqual([
		['第二条', false],
	])
	const unseen = await pageOf(shell, reviewer, matterId, { choice: { ...CHOICE, seen: 'not' } as never })
	expect(blocksOf(unseen).map(({ anchor }) => anchor)).toEqual(['art-2'])
})

test('the page of signing counts what the signer has seen', async () => {
	const { shell, org, matterId } = await recheck()
	const { signer, reviewer } = org.actors
	const [item] = await shell.db.opinionItem.findMany({ where: { opinion: { matterId } } })
	const items = [{ opinionItemId: item?.id ?? '', verdict: 'settled' as const, note: '' }]
	const given = { kind: 'revision' as const, note: '已核对。', items, steps: [] }
	await tickAll(shell, reviewer, matterId)
	must(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), given))
	const ledger = async () => must(await readRecheckSigningPage(shell, signer, matterId)).ledger
	expect(await ledger()).toEqual({ from: 1, to: 2, changes: 1, seen: 0 })
	await tickAll(shell, signer, matterId)
	expect(await ledger()).toEqual({ from: 1, to: 2, changes: 1, seen: 1 })
})

test('no way to the database changes or removes what was seen', async () => {
	const { shell, org, matterId } = await recheck()
	await tickAll(shell, org.actors.reviewer, matterId)
	must(await endSitting(shell, org.actors.reviewer, orderOn(shell, matterId)))
	const attacks = [
		"update seen_change set place = '第九条'",
		'delete from seen_change',
		'update reading_sitting set of_changes = 99',
		'delete from reading_sitting',
	]
	for (const way of rawWaysTo(shell.url))
		for (const sql of attacks)
			expect(await refusalOf(shell.url, way, { sql }), `${way}: ${sql}`).not.toBeNull()
})
