import { expect, test } from 'vitest'
import { signRecheck } from '#app/services/recheck/decide-recheck.server.ts'
import { proposeRecheck } from '#app/services/recheck/propose-recheck.server.ts'
import { reissueClearance } from '#app/services/clearance/reissue-clearance.server.ts'
import { submitRevision } from '#app/services/submission/submit-revision.server.ts'
import { editMatter } from '#app/services/drafting/edit-matter.server.ts'
import { restoreVersion } from '#app/services/drafting/upload-version.server.ts'
import {
	confirmedReading,
	DRAFT_TEXT,
	matterOf,
	must,
	orderOn,
	uploadText,
} from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { PASSWORD, signedMatter } from '#tests/support/review-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const CHANGED = DRAFT_TEXT.replace('工作，结合', '工作、结合')

async function changedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const matterId = await signedMatter(shell, org)
	const { title } = await matterOf(shell, org, matterId)
	must(await uploadText(shell, org, matterId, CHANGED, title))
	return matterId
}

test('the same bytes brought back get a new clearance in one step; the void one stays void', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { signer, drafter } = org.actors
	const matterId = await changedMatter(shell, org)
	expect(
		await reissueClearance(shell, signer, orderOn(shell, matterId), { password: PASSWORD }),
	).toMatchObject({
		reason: { code: 'transition-refused', unmet: ['text-as-cleared'] },
	})
	must(await restoreVersion(shell, drafter, orderOn(shell, matterId), { versionNo: 1, typedTitle: null }))
	must(await reissueClearance(shell, signer, orderOn(shell, matterId), { password: PASSWORD }))
	const matter = await matterOf(shell, org, matterId)
	expect(matter).toMatchObject({ state: 'cleared', changedAfterClearance: false })
	expect(matter.clearances.map((each) => [each.version.versionNo, each.standing?.state])).toEqual([
		[1, 'void'],
		[3, 'valid'],
	])
})

test('under another title neither the same bytes nor a correction are cleared again: the text goes in anew', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { signer, drafter } = org.actors
	const matterId = await changedMatter(shell, org)
	const { title, tracks, issuer } = await matterOf(shell, org, matterId)
	shell.setNow(new Date(shell.now().getTime() + 60_000))
	const named = (name: string) =>
		editMatter(shell, drafter, orderOn(shell, matterId), {
			...{ title: name, issuer, tracks: tracks.map(({ track }) => track) },
		})
	must(await named('青禾区停车收费管理办法'))
	await confirmedReading(shell, org, matterId)
	const refused = { ok: false, reason: { code: 'unfitting', field: 'title', problem: 'title-changed' } }
	expect(await submitRevision(shell, drafter, orderOn(shell, matterId))).toEqual(refused)
	must(await restoreVersion(shell, drafter, orderOn(shell, matterId), { versionNo: 1, typedTitle: null }))
	const sign = () => reissueClearance(shell, signer, orderOn(shell, matterId), { password: PASSWORD })
	expect(await sign()).toEqual(refused)
	must(await named(title))
	must(await sign())
})

test('a textual correction is cleared again by reviewer and signing officer, as a correction', async () => {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { signer, drafter, reviewer } = org.actors
	const matterId = await changedMatter(shell, org)
	await confirmedReading(shell, org, matterId)
	must(await submitRevision(shell, drafter, orderOn(shell, matterId)))
	const correction = { kind: 'correction', note: '仅标点。', items: [], steps: [] } as const
	expect(
		await proposeRecheck(shell, reviewer, orderOn(shell, matterId), { ...correction, kind: 'expiry' }),
	).toMatchObject({
		reason: { field: 'kind', problem: 'does-not-fit' },
	})
	must(await proposeRecheck(shell, reviewer, orderOn(shell, matterId), correction))
	must(await signRecheck(shell, signer, orderOn(shell, matterId), { explanation: '', password: PASSWORD }))
	expect(await matterOf(shell, org, matterId)).toMatchObject({
		state: 'cleared',
		changedAfterClearance: false,
		rechecks: [{ kind: 'correction', decision: 'signed' }],
	})
})
