import type { Actor } from '#app/domain/permission/relation.ts'
import { type FilingGiven, fileDocument } from '#app/services/issue/file-document.server.ts'
import { issueText, numberText, registerText } from '#app/services/issue/issue-text.server.ts'
import { publishText } from '#app/services/issue/publish-text.server.ts'
import { matterOf, must, orderOn } from './drafting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import { decidedMatter } from './register-steps.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

export const ISSUER = '青禾区人民政府'

/** The publication of a text that was issued on the same day. */
export const PUBLICATION = {
	publishedOn: '2026-11-23',
	effectiveOn: '2026-12-25',
	validUntil: '',
	publishedIn: '青禾区人民政府公报2026年第6期',
}

/** The secretary registers a decided text. */
export function register(shell: TestShell, org: SampleOrganisation, matterId: string, issuer = ISSUER) {
	return registerText(shell, org.actors.secretary, orderOn(shell, matterId), { issuer })
}

/** The secretary takes the next number. */
export function number(shell: TestShell, org: SampleOrganisation, matterId: string, organCode = '青政规') {
	return numberText(shell, org.actors.secretary, orderOn(shell, matterId), { organCode })
}

/** The secretary enters that what the page shows was issued. */
export async function issue(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	otherwise: { readonly contentSha256?: string; readonly issuedOn?: string } = {},
) {
	const { currentVersion } = await matterOf(shell, org, matterId)
	const contentSha256 = currentVersion?.contentSha256 ?? ''
	const given = { contentSha256, issuedOn: '2026-11-23', ...otherwise }
	return issueText(shell, org.actors.secretary, orderOn(shell, matterId), given)
}

/** The secretary, or another, publishes it. */
export function publish(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	otherwise: Partial<typeof PUBLICATION> = {},
	actor: Actor = org.actors.secretary,
) {
	return publishText(shell, actor, orderOn(shell, matterId), { ...PUBLICATION, ...otherwise })
}

/** The secretary enters that the document was filed with an organ. */
export function file(
	shell: TestShell,
	org: SampleOrganisation,
	matterId: string,
	filedWith: string,
	otherwise: Partial<Omit<FilingGiven, 'filedWith'>> = {},
) {
	const given = {
		filedWith,
		reportNumber: '青府文备〔2026〕1号',
		filedOn: '2026-11-23',
		receipt: '市备收〔2026〕8号',
	}
	return fileDocument(shell, org.actors.secretary, orderOn(shell, matterId), { ...given, ...otherwise })
}

/** A decided matter at the station before this step. */
export async function matterToBe(
	shell: TestShell,
	org: SampleOrganisation,
	step: 'registered' | 'numbered' | 'issued' | 'published',
	matterId?: string,
): Promise<string> {
	const id = matterId ?? (await decidedMatter(shell, org))
	if (step === 'registered') return id
	must(await register(shell, org, id))
	if (step === 'numbered') return id
	must(await number(shell, org, id))
	if (step === 'issued') return id
	must(await issue(shell, org, id))
	return id
}

/** A decided matter whose document stands in the library. */
export async function publishedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	matterId?: string,
): Promise<string> {
	const id = await matterToBe(shell, org, 'published', matterId)
	must(await publish(shell, org, id))
	return id
}

/** A matter of the government whose document was filed with both organs. */
export async function filedMatter(shell: TestShell, org: SampleOrganisation): Promise<string> {
	const id = await publishedMatter(shell, org)
	must(await file(shell, org, id, 'upper-government'))
	must(await file(shell, org, id, 'peoples-congress'))
	return id
}
