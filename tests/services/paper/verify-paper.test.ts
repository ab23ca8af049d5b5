import { expect, test } from 'vitest'
import { readFileOfMatterPaper, readPapersPage } from '#app/services/matter/read-papers.server.ts'
import { revokeOpinion } from '#app/services/opinion/revoke-opinion.server.ts'
import { type VerifiedPaper, verifyPaper } from '#app/services/paper/verify-paper.server.ts'
import { must, orderOn } from '#tests/support/drafting-steps.ts'
import { heldMeeting, record } from '#tests/support/meeting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, signedMatter } from '#tests/support/review-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function desk() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

function standingOf(found: VerifiedPaper | 'database-behind' | null) {
	return (found as VerifiedPaper | null)?.standing
}

test('whoever holds number and code learns kind, organ, day and standing, and nothing of what the paper says', async () => {
	const { shell, org } = await desk()
	await signedMatter(shell, org)
	const paper = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'opinion' } })
	const typed = { number: ' 青司审[2026]1号', code: paper.code.toLowerCase().replaceAll('-', ' ') }
	expect(await verifyPaper(shell, typed)).toEqual({
		kind: 'opinion',
		number: '青司审〔2026〕1号',
		organ: '青禾区司法局',
		sealedAt: shell.now().toISOString(),
		standing: 'in-force',
		isSound: true,
	})
})

test('who holds only one of the two learns nothing', async () => {
	const { shell, org } = await desk()
	await signedMatter(shell, org)
	const papers = await shell.db.sealedPaper.findMany()
	const [one, other] = papers
	expect(await verifyPaper(shell, { number: one?.number ?? '', code: 'AAAA-AAAA-AAAA-AAAA' })).toBeNull()
	expect(await verifyPaper(shell, { number: '青司审〔2026〕99号', code: one?.code ?? '' })).toBeNull()
	expect(await verifyPaper(shell, { number: other?.number ?? '', code: one?.code ?? '' })).toBeNull()
})

test('a revoked opinion says so, and so does the clearance that fell with it', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org)
	const given = { reason: '依据的文件已经废止。', password: PASSWORD }
	must(await revokeOpinion(shell, org.actors.signer, orderOn(shell, matterId), given))
	const standing = async (kind: string) => {
		const { number, code } = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind } })
		return standingOf(await verifyPaper(shell, { number: number ?? '', code }))
	}
	expect(await standing('opinion')).toBe('revoked')
	expect(await standing('clearance')).toBe('void')
	expect(await standing('acceptance-notice')).toBe('in-force')
})

test('a clearance that a meeting has used, and one past its last day, say so', async () => {
	const { shell, org } = await desk()
	const { meetingId, itemId } = await heldMeeting(shell, org)
	await signedMatter(shell, org)
	must(await record(shell, org, meetingId, itemId, 'passed'))
	const papers = await shell.db.sealedPaper.findMany({ where: { kind: 'clearance' }, orderBy: { id: 'asc' } })
	const standings = () =>
		Promise.all(
			papers.map(async ({ number, code }) =>
				standingOf(await verifyPaper(shell, { number: number ?? '', code })),
			),
		)
	expect(await standings()).toEqual(['used', 'in-force'])
	shell.setNow(new Date('2027-06-01T01:30:00.000Z'))
	expect(await standings()).toEqual(['used', 'expired'])
})

test('the papers of a matter are listed for whoever sees it, what counsel wrote only for the review body and counsel', async () => {
	const { shell, org } = await desk()
	const matterId = await signedMatter(shell, org)
	const kindsFor = async (actor: typeof org.actors.drafter) =>
		must(await readPapersPage(shell, actor, matterId)).papers.map(({ kind }) => kind)
	expect(await kindsFor(org.actors.drafter)).toEqual(['clearance', 'opinion', 'acceptance-notice'])
	const all = ['clearance', 'opinion', 'counsel-opinion', 'acceptance-notice']
	expect(await kindsFor(org.actors.reviewer)).toEqual(all)
	expect(await kindsFor(org.actors.counsel)).toEqual(all)
	const counsel = await shell.db.sealedPaper.findFirstOrThrow({ where: { kind: 'counsel-opinion' } })
	expect(await readFileOfMatterPaper(shell, org.actors.drafter, matterId, counsel.id)).toMatchObject({
		reason: { code: 'not-found' },
	})
	const file = must(await readFileOfMatterPaper(shell, org.actors.counsel, matterId, counsel.id))
	expect(file.name).toBe('法律意见书（青司律〔2026〕1号）.docx')
})
