import { byAnAct } from '#tests/support/by-an-act.ts'
import { expect, test } from 'vitest'
import { compareVersions } from '#app/services/redline/compare-versions.server.ts'
import { correctMatch, withdrawCorrection } from '#app/services/redline/correct-match.server.ts'
import { readRecheckPage } from '#app/services/recheck/read-recheck-pages.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { recheckMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry } from '#tests/support/trail-reading.ts'

const PAIR = { from: 1, to: 2 }
/** The reviewer says that article 3 was deleted and that the new article 3 is another. */
const DELETED = { ...PAIR, old: '3', new: [] }

async function recheck() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	return { shell, org, matterId: await recheckMatter(shell, org) }
}

async function compared(shell: TestShell, org: SampleOrganisation, matterId: string) {
	const versions = await shell.db.draftVersion.findMany({
		where: { matterId },
		orderBy: { versionNo: 'asc' },
		include: { files: true },
	})
	const [older, newer] = versions
	if (!older || !newer) throw new Error('the matter has no two versions')
	return compareVersions(shell, { jurisdictionId: org.jurisdictionId, id: matterId }, older, newer)
}

test('the reviewer’s word on a match is kept with both contents, is in the trail, and counts on every page', async () => {
	const { shell, org, matterId } = await recheck()
	must(await correctMatch(shell, org.actors.reviewer, orderOn(shell, matterId), DELETED))
	const row = await shell.db.matchCorrection.findFirstOrThrow({ where: { matterId } })
	const hashes = await shell.db.draftVersion.findMany({
		where: { matterId },
		orderBy: { versionNo: 'asc' },
		select: { contentSha256: true },
	})
	expect([row.oldContentSha256, row.newContentSha256]).toEqual(hashes.map((version) => version.contentSha256))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'match.corrected',
		actorId: org.actors.reviewer.personId,
		detail: { from: 1, to: 2, old: '第三条', new: [] },
	})
	const { redline, corrections } = await compared(shell, org, matterId)
	expect(corrections).toMatchObject([{ old: '3', new: [], correctedBy: org.actors.reviewer.personId }])
	const links = redline.links.filter((link) => link.old.includes('3') || link.new.includes('3'))
	expect(links.map(({ old, new: fresh, kind }) => [old, fresh, kind])).toEqual(
		expect.arrayContaining([
			[['3'], [], 'deleted'],
			[[], ['3'], 'added'],
		]),
	)
	const choice = { around: 'all', kind: null, nature: null, mark: null, part: null, at: null } as const
	const page = must(await readRecheckPage(shell, org.actors.reviewer, matterId, choice))
	expect(page.comparison).toMatchObject({ corrections: [{ old: '第三条', new: [] }] })
	expect(page.comparison?.reading.summary.edits).toEqual(redline.edits)
})

test('a correction is taken back by another one, and both stay on record', async () => {
	const { shell, org, matterId } = await recheck()
	const before = await compared(shell, org, matterId)
	must(await correctMatch(shell, org.actors.reviewer, orderOn(shell, matterId), DELETED))
	const [made] = (await compared(shell, org, matterId)).corrections
	const given = { ...PAIR, correctionId: made?.id ?? '' }
	must(await withdrawCorrection(shell, org.actors.reviewer, orderOn(shell, matterId), given))
	expect(await compared(shell, org, matterId)).toEqual(before)
	expect(await shell.db.matchCorrection.count({ where: { matterId } })).toBe(2)
	expect((await lastEntry(shell, `matter/${matterId}`)).detail).toMatchObject({ isWithdrawn: true })
	expect(await withdrawCorrection(shell, org.actors.reviewer, orderOn(shell, matterId), given)).toMatchObject(
		{ ok: false, reason: { code: 'unfitting', field: 'correctionId' } },
	)
})

test.each(['drafter', 'otherReviewer', 'signer', 'supervisor'] as const)(
	'a correction of the %s is refused, and the try is in the trail',
	async (who) => {
		const { shell, org, matterId } = await recheck()
		const answer = await correctMatch(shell, org.actors[who], orderOn(shell, matterId), DELETED)
		expect(answer).toMatchObject({ ok: false, reason: { code: 'not-permitted', act: 'match.corrected' } })
		expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
			kind: 'match.corrected',
			outcome: 'refused',
			actorId: org.actors[who].personId,
		})
		expect(await shell.db.matchCorrection.count()).toBe(0)
	},
)

test.each([
	['a clause that the older text does not have', { ...PAIR, old: '9', new: ['3'] }, 'old'],
	['a clause that the newer text does not have', { ...PAIR, old: '3', new: ['9'] }, 'old'],
	['no clause at all', { ...PAIR, old: '', new: [] }, 'old'],
	['a version that is not there', { from: 1, to: 7, old: '3', new: [] }, 'to'],
])('a correction about %s is refused', async (_what, given, field) => {
	const { shell, org, matterId } = await recheck()
	const answer = await correctMatch(shell, org.actors.reviewer, orderOn(shell, matterId), given)
	expect(answer).toMatchObject({ ok: false, reason: { code: 'unfitting', field } })
})

test('a form sent twice makes one correction, and one of an old page is told what happened since', async () => {
	const { shell, org, matterId } = await recheck()
	const { revision } = await matterOf(shell, org, matterId)
	const order = orderOn(shell, matterId, revision)
	const first = await correctMatch(shell, org.actors.reviewer, order, DELETED)
	expect(await correctMatch(shell, org.actors.reviewer, order, DELETED)).toEqual(first)
	expect(await shell.db.matchCorrection.count()).toBe(1)
	const late = orderOn(shell, matterId, revision)
	expect(await correctMatch(shell, org.actors.reviewer, late, { ...DELETED, old: '4' })).toMatchObject({
		ok: false,
		reason: { code: 'stale-page', changes: [{ kind: 'match.corrected' }] },
	})
})

test('what the signing officer is deciding on is not corrected any more', async () => {
	const { shell, org, matterId } = await recheck()
	await byAnAct(shell, (tx) =>
		tx.matter.updateMany({ where: { id: matterId }, data: { awaitingSignature: true } }),
	)
	expect(await correctMatch(shell, org.actors.reviewer, orderOn(shell, matterId), DELETED)).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['recheck-with-reviewer'] },
	})
})

test('no way to the database changes or removes a correction', async () => {
	const { shell, org, matterId } = await recheck()
	must(await correctMatch(shell, org.actors.reviewer, orderOn(shell, matterId), DELETED))
	const version = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId } })
	const attacks = [
		'update match_correction set new_keys = \'["4"]\'',
		'delete from match_correction',
		`insert into match_correction select jurisdiction_id, 'c2', matter_id, '${version.id}', '${'f'.repeat(64)}', new_version_id, new_content_sha256, old_key, new_keys, null, corrected_by, post_id, corrected_at from match_correction`,
	]
	for (const way of rawWaysTo(shell.url))
		for (const sql of attacks)
			// Only the triggers hold where somebody has turned the foreign keys off.
			if (!sql.startsWith('insert') || !/keys off|replica|^sqlite3 shell$/.test(way))
				expect(await refusalOf(shell.url, way, { sql }), `${way}: ${sql}`).not.toBeNull()
})
