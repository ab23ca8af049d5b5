import { acceptMatter } from '#app/services/intake/accept-matter.server.ts'
import {
	matterOf,
	must,
	openedMatter,
	orderOn,
	submittedMatter,
	unseenMatter,
	uploadText,
	DRAFT_TEXT,
} from './drafting-steps.ts'
import { amendingMatter, confirmedMatter, foundMatter, handedInMatter } from './after-meeting-steps.ts'
import { filedMatter, matterToBe, publishedMatter } from './issue-steps.ts'
import { clearedProposal, heldMeeting, listedItem } from './meeting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { checkedMatter, counselSays, recheckMatter, reviewingMatter, signedMatter } from './review-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** Matters at every station of the procedure, a department's own decision among them; gives their ids. */
export async function mattersEverywhere(shell: TestShell, org: SampleOrganisation): Promise<string[]> {
	const accepted = await submittedMatter(shell, org)
	must(await acceptMatter(shell, org.actors.registrar, orderOn(shell, accepted)))
	const heldByCounsel = await reviewingMatter(shell, org)
	must(await counselSays(shell, org, heldByCounsel, 'unlawful'))
	const changed = await signedMatter(shell, org)
	const { title } = await matterOf(shell, org, changed)
	must(await uploadText(shell, org, changed, `${DRAFT_TEXT}\n第五条　另行规定。`, title))
	return [
		await openedMatter(shell, org),
		await unseenMatter(shell, org, false),
		await unseenMatter(shell, org),
		await submittedMatter(shell, org),
		await submittedMatter(shell, org, ['department-decision']),
		accepted,
		await reviewingMatter(shell, org),
		heldByCounsel,
		await checkedMatter(shell, org),
		await signedMatter(shell, org),
		await signedMatter(shell, org, 'amend'),
		await recheckMatter(shell, org),
		changed,
		(await clearedProposal(shell, org)).matterId,
		(await listedItem(shell, org)).matterId,
		(await heldMeeting(shell, org)).matterId,
		await amendingMatter(shell, org),
		await handedInMatter(shell, org),
		await foundMatter(shell, org),
		await confirmedMatter(shell, org),
		await matterToBe(shell, org, 'registered'),
		await matterToBe(shell, org, 'numbered'),
		await matterToBe(shell, org, 'issued'),
		await matterToBe(shell, org, 'published'),
		await publishedMatter(shell, org),
		await filedMatter(shell, org),
	]
}
