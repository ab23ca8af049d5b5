import { expect, test } from 'vitest'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { openMatter } from '#app/services/drafting/open-matter.server.ts'
import {
	matterOf,
	must,
	openedMatter,
	orderOn,
	readyMatter,
	unseenMatter,
} from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { becomes } from '#tests/support/review-rows.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf, refusedActs } from '#tests/support/trail-reading.ts'

test('a drafter opens a matter in their own unit; it has no number yet', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const order = {
		key: shell.newId(),
		title: ' 青禾区  集市规划 ',
		tracks: ['other-document', 'government-decision'],
		issuer: 'government' as const,
	}
	const { matterId } = must(await openMatter(shell, org.actors.drafter, order)).value
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({
		title: '青禾区 集市规划',
		state: 'draft',
		round: 1,
		caseNumber: null,
		organId: org.organs.agriculture,
		unitId: org.units.planning,
		drafterId: org.actors.drafter.personId,
		submittedAt: null,
	})
	expect(matter.tracks.map((row) => row.track).toSorted()).toEqual(['government-decision', 'other-document'])
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.opened',
		outcome: 'done',
	})
})

test('opening twice under one key opens one matter', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const order = {
		key: shell.newId(),
		title: '集市规划',
		tracks: ['other-document'],
		issuer: 'government' as const,
	}
	const first = await openMatter(shell, org.actors.drafter, order)
	expect(await openMatter(shell, org.actors.drafter, order)).toEqual(first)
	expect(await shell.db.matter.count()).toBe(1)
})

test('a form that is sent several times at once opens one matter, and each sending gets the same answer', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const order = {
		key: shell.newId(),
		title: '集市规划',
		tracks: ['other-document'],
		issuer: 'government' as const,
	}
	const sendings = Array.from({ length: 3 }, () => openMatter(shell, org.actors.drafter, order))
	const [first, ...others] = await Promise.all(sendings)
	expect(first?.ok).toBe(true)
	for (const other of others) expect(other).toEqual(first)
	expect(await shell.db.matter.count()).toBe(1)
})

test.each([
	['', ['other-document'], 'title', 'missing'],
	['  \n ', ['other-document'], 'title', 'missing'],
	['长'.repeat(201), ['other-document'], 'title', 'too-long'],
	['集市规划', [], 'tracks', 'missing'],
	['集市规划', ['law-making'], 'tracks', 'missing'],
])('a matter named "%s" with tracks %o is refused by its field', async (title, tracks, field, problem) => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const answer = await openMatter(shell, org.actors.drafter, {
		key: shell.newId(),
		title,
		tracks,
		issuer: 'government',
	})
	expect(answer).toEqual({ ok: false, reason: { code: 'unfitting', field, problem } })
	expect(await shell.db.matter.count()).toBe(0)
	expect(await refusedActs(shell)).toEqual([])
})

test('a title that carries a marking is refused, and the trail does not repeat it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const order = {
		key: shell.newId(),
		title: '绝密★演习方案',
		tracks: ['other-document'],
		issuer: 'government' as const,
	}
	const answer = await openMatter(shell, org.actors.drafter, order)
	expect(answer).toEqual({ ok: false, reason: { code: 'classified', level: 'top-secret', line: null } })
	const entry = await shell.db.auditEntry.findFirstOrThrow({ where: { kind: 'matter.opened' } })
	expect(entry.leaf).not.toContain('演习')
	expect(await noticesOf(shell, org.actors.securityAdministrator)).toEqual(['file.classified'])
})

test('whoever holds no drafter’s post opens nothing', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const others = Object.values(org.actors).filter((actor) =>
		actor.posts.every((post) => post.role !== 'drafter'),
	)
	expect(others.length).toBeGreaterThan(10)
	for (const actor of others) {
		const answer = await openMatter(shell, actor, {
			key: shell.newId(),
			title: '集市',
			tracks: ['other-document'],
			issuer: 'government' as const,
		})
		expect(answer, actor.name).toEqual({ ok: false, reason: { code: 'not-permitted', act: 'matter.opened' } })
	}
	expect(await shell.db.matter.count()).toBe(0)
})

test('title and tracks change while the matter is with the drafter', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await openedMatter(shell, org)
	const typed = {
		title: '新名称',
		tracks: ['government-decision', 'normative-document'],
		issuer: 'government' as const,
	}
	must(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), typed))
	const matter = await matterOf(shell, org, matterId)
	expect([matter.title, matter.tracks.length, matter.revision]).toEqual(['新名称', 2, 2])
})

test('tracks stay what they are once a review rests on them; the title may still be mended', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	for (const state of ['supplement', 'revising']) {
		await becomes(shell, org, matterId, state)
		const order = orderOn(shell, matterId)
		const answer = await editMatter(shell, org.actors.drafter, order, {
			title: '名称',
			tracks: ['other-document'],
			issuer: 'government' as const,
		})
		expect(answer).toEqual({
			ok: false,
			reason: { code: 'unfitting', field: 'tracks', problem: 'under-review' },
		})
		const typed = { title: `名称（${state}）`, tracks: ['normative-document'], issuer: 'government' as const }
		must(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), typed))
		expect((await matterOf(shell, org, matterId)).title).toBe(`名称（${state}）`)
	}
})

test('L6: a major decision is refused under an issuer that its track does not name, as a slip of the form', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const order = {
		key: shell.newId(),
		title: '集市规划',
		tracks: ['government-decision'],
		issuer: 'own-organ' as const,
	}
	expect(await openMatter(shell, org.actors.drafter, order)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'issuer', problem: 'not-for-tracks' },
	})
	expect(await refusedActs(shell)).toEqual([])
})

test('L6: the issuer changes while the matter is with the drafter, and not once a review rests on it', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await readyMatter(shell, org)
	const typed = { title: '名称', tracks: ['normative-document'], issuer: 'own-organ' as const }
	must(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), typed))
	expect(await matterOf(shell, org, matterId)).toMatchObject({ issuer: 'own-organ', reviewOrganId: null })
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'matter.edited',
		detail: { issuer: 'own-organ' },
	})
	await becomes(shell, org, matterId, 'revising')
	const back = { ...typed, issuer: 'government' as const }
	expect(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), back)).toEqual({
		ok: false,
		reason: { code: 'unfitting', field: 'issuer', problem: 'under-review' },
	})
})

test('L6: a body that was asked about invisible characters loses the matter when another issuer gives it to another', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await unseenMatter(shell, org)
	expect((await matterOf(shell, org, matterId)).reviewOrganId).toBe(org.organs.justice)
	const typed = { title: '名称', tracks: ['normative-document'], issuer: 'own-organ' as const }
	must(await editMatter(shell, org.actors.drafter, orderOn(shell, matterId), typed))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		reviewOrganId: org.organs.agriculture,
		reviewUnitId: org.units.agricultureLegal,
	})
})
