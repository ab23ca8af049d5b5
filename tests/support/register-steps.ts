import type { Actor } from '#app/domain/permission/relation.ts'
import { type DocumentGiven, registerDocument } from '#app/services/register/register-document.server.ts'
import { must } from './drafting-steps.ts'
import { heldMeeting, record } from './meeting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** A published text of our own writing. */
export const PUBLISHED_TEXT = [
	'青禾区高素质农民认定办法',
	'第一条　为了规范高素质农民认定工作，制定本办法。',
	'第二条　区农业农村局负责高素质农民的认定。',
].join('\n')

const PASTED: DocumentGiven = {
	title: '青禾区高素质农民认定办法',
	documentNumber: '青政规〔2024〕5号',
	issuer: '青禾区人民政府',
	publishedOn: '2024-03-01',
	effectiveOn: '2024-04-01',
	validUntil: '',
	publishedIn: '区政府门户网站',
	source: 'pasted',
	file: null,
	pasted: PUBLISHED_TEXT,
	matterId: '',
	secrecy: 'public',
}

/** What a form of the register brings, with some of it otherwise. */
export function documentForm(otherwise: Partial<DocumentGiven> = {}): DocumentGiven {
	return { ...PASTED, ...otherwise }
}

/** Registers a document under a key of its own. */
export function register(shell: TestShell, actor: Actor, otherwise: Partial<DocumentGiven> = {}) {
	return registerDocument(shell, actor, shell.newId(), documentForm(otherwise))
}

/** A document that stands in the register. */
export async function registered(
	shell: TestShell,
	org: SampleOrganisation,
	otherwise: Partial<DocumentGiven> = {},
): Promise<string> {
	return must(await register(shell, org.actors.secretary, otherwise)).value.documentId
}

/** A matter on which a meeting has decided. */
export async function decidedMatter(
	shell: TestShell,
	org: SampleOrganisation,
	outcome = 'passed',
): Promise<string> {
	const held = await heldMeeting(shell, org)
	must(await record(shell, org, held.meetingId, held.itemId, outcome))
	return held.matterId
}

/** What the form brings for the text of a matter. */
export function textOf(matterId: string): Partial<DocumentGiven> {
	return { source: 'decided', matterId, pasted: '', secrecy: '' }
}
