import { expect, test } from 'vitest'
import { assignCounsel } from '#app/services/intake/assign-reviewer.server.ts'
import { declareInterest, readInterestPage } from '#app/services/intake/declare-interest.server.ts'
import { readRecusalPage } from '#app/services/intake/recuse-reviewer.server.ts'
import { readMatterFile } from '#app/services/files/read-matter-file.server.ts'
import { readMatters } from '#app/services/matter/read-matters.server.ts'
import { readMatterPage } from '#app/services/matter/read-matter-page.server.ts'
import { readOpinionsPage } from '#app/services/opinion/read-opinions-page.server.ts'
import { sendOpinion } from '#app/services/opinion/send-opinion.server.ts'
import { readCounselPage } from '#app/services/opinion/read-counsel-page.server.ts'
import { signCounselOpinion } from '#app/services/opinion/sign-counsel-opinion.server.ts'
import { indexWhatIsDue } from '#app/services/search/index-what-is-due.server.ts'
import { searchEverything } from '#app/services/search/search-everything.server.ts'
import { readNotices } from '#app/services/worklist/read-own-record.server.ts'
import { readWorklist } from '#app/services/worklist/read-worklist.server.ts'
import { matterOf, must, orderOn } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import {
	bodyFor,
	checkedMatter,
	counselSays,
	hasNoInterest,
	reviewingMatter,
	saveBody,
	secondCounsel,
} from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'
import { lastEntry, noticesOf } from '#tests/support/trail-reading.ts'

const WORDS = '任起草单位的常年法律顾问。'
const SIGNED = { hasNoConflict: true, conclusion: 'lawful', text: '无不同意见。' }
const ALL = { state: null, track: null, organId: null, words: '' }

/** A matter whose second counsel was assigned and has said nothing. */
async function askedMatter() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, otherCounsel: asked } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await assignCounsel(shell, lead, orderOn(shell, matterId), asked.personId))
	await indexWhatIsDue(shell)
	const declare = (hasInterest: boolean, words = WORDS) =>
		declareInterest(shell, asked, orderOn(shell, matterId), { hasInterest, words })
	const sights = async () => {
		const { currentVersion, title } = await matterOf(shell, org, matterId)
		const sha256 = currentVersion?.files[0]?.sha256 ?? ''
		const found = await searchEverything(shell, asked, title)
		return {
			page: (await readMatterPage(shell, asked, matterId)).ok,
			counsel: (await readCounselPage(shell, asked, matterId)).ok,
			file: (await readMatterFile(shell, asked, matterId, { sha256, name: null })).ok,
			list: JSON.stringify(await readMatters(shell, asked, ALL, null)).includes(matterId),
			search: JSON.stringify(found).includes(matterId),
		}
	}
	return { shell, org, matterId, asked, declare, sights }
}

const NOTHING = { page: false, counsel: false, file: false, list: false, search: false }
const EVERYTHING = { page: true, counsel: true, file: true, list: true, search: true }

test('[9] before counsel say whether they have an interest, they see title, organ and unit, and no paper', async () => {
	const { shell, matterId, asked, sights } = await askedMatter()
	expect(await sights()).toEqual(NOTHING)
	const page = must(await readInterestPage(shell, asked, matterId))
	expect(Object.keys(page).sort()).toEqual([
		'hasDeclared',
		'matterId',
		'mayDeclare',
		'organ',
		'revision',
		'title',
		'unit',
	])
	const { items } = await readWorklist(shell, asked, null)
	expect(items.map(({ turn }) => [turn.act, turn.reason, turn.path])).toEqual([
		['counsel.declared', 'interest-undeclared', `/matters/${matterId}/interest`],
	])
	expect(await signCounselOpinion(shell, asked, orderOn(shell, matterId), SIGNED)).toMatchObject({
		reason: { code: 'not-permitted' },
	})
})

test('[9] who has none reads and writes, and what was said is in the trail and beside the recusals', async () => {
	const { shell, org, matterId, asked, declare, sights } = await askedMatter()
	must(await declare(false, ''))
	expect(await lastEntry(shell, `matter/${matterId}`)).toMatchObject({
		kind: 'counsel.declared',
		outcome: 'done',
	})
	expect(await sights()).toEqual(EVERYTHING)
	expect(await declare(false, '')).toMatchObject({ reason: { problem: 'already-signed' } })
	must(await signCounselOpinion(shell, asked, orderOn(shell, matterId), SIGNED))
	const page = must(await readRecusalPage(shell, org.actors.lead, matterId))
	expect(page.interests.map(({ person, words }) => [person, words])).toEqual([
		['counsel', null],
		['otherCounsel', null],
	])
})

test('[9] who has one sees nothing from then on: no page, no file, no line, no search hit, no notice', async () => {
	const { shell, org, matterId, asked, declare, sights } = await askedMatter()
	expect(await declare(true, ' ')).toMatchObject({ reason: { field: 'words', problem: 'missing' } })
	must(await declare(true))
	expect(await sights()).toEqual(NOTHING)
	expect(await readInterestPage(shell, asked, matterId)).toMatchObject({ reason: { code: 'not-found' } })
	expect((await readWorklist(shell, asked, null)).items).toEqual([])
	expect(await readNotices(shell, asked)).toEqual([])
	must(await counselSays(shell, org, matterId))
	expect(await readNotices(shell, asked)).toEqual([])
	expect(await declare(false)).toMatchObject({ reason: { code: 'not-found' } })
})

test('[9] the lead is told, is asked for a successor, and cannot name the same person again', async () => {
	const { shell, org, matterId, asked, declare } = await askedMatter()
	must(await declare(true))
	const { lead } = org.actors
	expect(await noticesOf(shell, lead)).toContain('counsel.declared')
	const { items } = await readWorklist(shell, lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'counsel.assigned',
		reason: 'counsel-stepped-back',
	})
	expect(await assignCounsel(shell, lead, orderOn(shell, matterId), asked.personId)).toMatchObject({
		reason: { problem: 'has-interest' },
	})
	must(await counselSays(shell, org, matterId))
	expect((await readWorklist(shell, lead, null)).items.map((item) => item.matterId)).not.toContain(matterId)
})

test('[9] who learns of an interest while reading says so and leaves, and signs nothing', async () => {
	const { shell, matterId, asked, declare, sights } = await askedMatter()
	await hasNoInterest(shell, asked, matterId)
	must(await declare(true))
	expect(await sights()).toEqual(NOTHING)
	expect(await signCounselOpinion(shell, asked, orderOn(shell, matterId), SIGNED)).toMatchObject({
		reason: { code: 'not-found' },
	})
})

test('[9] the database itself assigns nobody with an interest, takes no opinion of theirs, and keeps what was said', async () => {
	const { shell, matterId, asked, declare } = await askedMatter()
	must(await declare(true))
	const { jurisdictionId, personId } = asked
	const own = { jurisdictionId, matterId, personId, id: shell.newId() }
	await expect(
		shell.db.assignment.create({
			data: { ...own, role: 'counsel', assignedBy: 'x', assignedAt: shell.now() },
		}),
	).rejects.toThrow()
	await expect(
		shell.db.counselOpinion.create({
			data: {
				...own,
				round: 1,
				versionId: 'v',
				postId: 'p',
				conclusion: 'lawful',
				text: 'x',
				hasNoConflict: true,
				signedAt: shell.now(),
			},
		}),
	).rejects.toThrow()
	for (const statement of [
		'update interest_declaration set has_interest = false',
		'delete from interest_declaration',
	])
		await expect(shell.db.$executeRawUnsafe(statement), statement).rejects.toThrow()
})

test('H3: an opinion does not count once its author declares an interest; a successor is asked for and writes anew', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { lead, reviewer, counsel, otherCounsel } = org.actors
	const matterId = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, matterId))
	must(await saveBody(shell, org, matterId, await bodyFor(shell, org, matterId, 'lawful')))
	must(await declareInterest(shell, counsel, orderOn(shell, matterId), { hasInterest: true, words: WORDS }))
	expect(await sendOpinion(shell, reviewer, orderOn(shell, matterId))).toMatchObject({
		ok: false,
		reason: { code: 'transition-refused', unmet: ['counsel-heard'] },
	})
	const { items } = await readWorklist(shell, lead, null)
	expect(items.find((item) => item.matterId === matterId)?.turn).toMatchObject({
		act: 'counsel.assigned',
		reason: 'counsel-stepped-back',
	})
	await secondCounsel(shell, org, matterId)
	const page = must(await readOpinionsPage(shell, reviewer, matterId))
	expect(page.counsel.map(({ steppedBack }) => steppedBack)).toEqual([true, false])
	expect(page.counsel[1]?.name).toBe(otherCounsel.name)
	must(await sendOpinion(shell, reviewer, orderOn(shell, matterId)))
})

test('H3: the database signs no opinion on the word of counsel with an interest alone, on each track that asks for counsel', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const matterId = await checkedMatter(shell, org)
	const { jurisdictionId, currentVersion } = await matterOf(shell, org, matterId)
	const own = { jurisdictionId, matterId, personId: org.actors.counsel.personId }
	const assignment = await shell.db.assignment.findFirstOrThrow({ where: { ...own, role: 'counsel' } })
	const signed = (number: string) =>
		shell.db.opinion.create({
			data: {
				jurisdictionId,
				id: shell.newId(),
				matterId,
				round: 1,
				versionId: currentVersion?.id ?? '',
				contentSha256: currentVersion?.contentSha256 ?? '',
				number,
				conclusion: 'lawful',
				summary: '',
				bodySha256: '0'.repeat(64),
				reviewerId: 'a',
				checkerId: 'b',
				signerId: 'c',
				signerPostId: 'p',
				isTwoPerson: false,
				signedAt: shell.now(),
			},
		})
	await signed('1')
	await shell.db.interestDeclaration.create({
		data: {
			...own,
			id: shell.newId(),
			assignmentId: assignment.id,
			hasInterest: true,
			words: WORDS,
			postId: 'p',
			declaredAt: shell.now(),
		},
	})
	for (const [track, holds] of [
		['government-decision', true],
		['department-decision', true],
		['normative-document', true],
		['other-document', false],
		['government-contract', false],
	] as const) {
		await shell.db.matterTrack.deleteMany({ where: { jurisdictionId, matterId } })
		await shell.db.matterTrack.create({ data: { jurisdictionId, matterId, track } })
		const attempt = signed(track)
		if (holds) await expect(attempt, track).rejects.toThrow()
		else await attempt
	}
})
