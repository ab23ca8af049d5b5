import type { Actor } from '#app/domain/permission/relation.ts'
import { decideImport } from '#app/services/register/decide-import.server.ts'
import { type DocumentGiven, proposeImport } from '#app/services/register/import-document.server.ts'
import { must, textFile } from './drafting-steps.ts'
import { heldMeeting, record } from './meeting-steps.ts'
import type { TestShell } from './open-test-shell.ts'
import type { SampleOrganisation } from './sample-organisation.ts'

/** A published text of our own writing. */
export const PUBLISHED_TEXT = [
	'青禾区高素质农民认定办法',
	'第一条　为了规范高素质农民认定工作，制定本办法。',
	'第二条　区农业农村局负责高素质农民的认定。',
].join('\n')

/** A file with a published text. */
export function publishedFile(text: string, name = '认定办法.txt'): NonNullable<DocumentGiven['file']> {
	const { bytes } = textFile(text, name)
	return { name, bytes }
}

const OLD_DOCUMENT: DocumentGiven = {
	title: '青禾区高素质农民认定办法',
	documentNumber: '青政规〔2024〕5号',
	issuer: '青禾区人民政府',
	publishedOn: '2024-03-01',
	effectiveOn: '2024-04-01',
	validUntil: '',
	publishedIn: '区政府门户网站',
	origin: '区档案馆2024年永久卷第12号，已与政府公报核对。',
	file: publishedFile(PUBLISHED_TEXT),
	secrecy: 'public',
}

/** What a form of an old document brings, with some of it otherwise. */
export function documentForm(otherwise: Partial<DocumentGiven> = {}): DocumentGiven {
	return { ...OLD_DOCUMENT, ...otherwise }
}

/** Proposes an old document under a key of its own. */
export function propose(shell: TestShell, actor: Actor, otherwise: Partial<DocumentGiven> = {}) {
	return proposeImport(shell, actor, shell.newId(), documentForm(otherwise))
}

/** Answers a proposal: confirmed, unless there are words against it. */
export function answerImport(shell: TestShell, actor: Actor, importId: string, words = '') {
	return decideImport(shell, actor, shell.newId(), { importId, isConfirmed: words === '', words })
}

/** An old document that stands in the library: the secretary has proposed it, the intake has confirmed it. */
export async function registered(
	shell: TestShell,
	org: SampleOrganisation,
	otherwise: Partial<DocumentGiven> = {},
): Promise<string> {
	const { documentId } = must(await propose(shell, org.actors.secretary, otherwise)).value
	must(await answerImport(shell, org.actors.registrar, documentId))
	return documentId
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
