import { formatOf } from '#app/domain/audit-chain/signed-row.ts'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { readTitle } from '#app/domain/matter/written-words.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { type TypedDays, readDocumentDays } from '#app/domain/register/document-days.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import { type Result, accept, refuse } from '#app/domain/result.ts'
import type { Done } from '#app/services/command/command.server.ts'
import type { MatterOrder, WorkOn } from '#app/services/command/command-on-matter.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { startFilings } from './file-document.server.ts'
import { onText, registrationOf } from './issue-text.server.ts'

/** The publication as its form sends it. */
export type PublicationGiven = TypedDays & { readonly publishedIn: string }

/**
 * 公布: the text that was issued is public from a day on, in force from that day or a later one (H14), and stands in the
 * library (入库) with its number and its text, byte for byte. What it owes for the record (备案) is due from that day on.
 */
export function publishText(
	shell: Shell,
	actor: Actor,
	order: Omit<MatterOrder, 'body'>,
	given: PublicationGiven,
): Promise<Result<Done<{ matterId: string }>, Refusal>> {
	return onText(shell, actor, order, { ...given }, 'text.published', async (work) => {
		const registration = await registrationOf(work)
		const { numbering } = registration
		if (!numbering?.issue) throw new Error('a text that is to be published was issued')
		const days = readDocumentDays(given, plainDateIn(work.at))
		if (!days.ok) return days
		if (days.value.publishedOn < numbering.issue.issuedOn)
			return refuse({ code: 'unfitting', field: 'publishedOn', problem: 'before-issue' })
		const publishedIn = readTitle('publishedIn', given.publishedIn)
		if (!publishedIn.ok) return publishedIn
		const facts = {
			title: registration.title,
			documentNumber: numbering.documentNumber,
			issuer: registration.issuer,
			...days.value,
			publishedIn: publishedIn.value,
		}
		const document = await enter(work, registration, facts)
		await startFilings(work, facts.publishedOn)
		work.note({
			registration: registration.id,
			contentSha256: registration.contentSha256,
			document,
			publishedOn: facts.publishedOn,
			signed: formatOf('published_document'),
		})
		return accept(null)
	})
}

type Registration = { readonly versionId: string; readonly contentSha256: string }
type Facts = {
	readonly title: string
	readonly documentNumber: string
	readonly issuer: string
	readonly publishedOn: string
	readonly effectiveOn: string
	readonly validUntil: string | null
	readonly publishedIn: string
}

/** 入库: the document's row, with an entry in its own stream. */
async function enter(
	work: WorkOn<'text.published'>,
	{ versionId, contentSha256 }: Registration,
	facts: Facts,
): Promise<string> {
	const { jurisdictionId, id: matterId } = work.matter
	const id = work.shell.newId()
	const { text } = await work.tx.draftVersion.findUniqueOrThrow({
		where: { jurisdictionId_id: { jurisdictionId, id: versionId } },
		select: { text: true },
	})
	const textSha256 = sha256Hex(text)
	const row = {
		...{ jurisdictionId, id, ...facts, text, textSha256, source: 'issued' },
		...{ matterId, versionId, contentSha256 },
		registeredBy: work.actor.personId,
		postId: work.post.id,
		registeredAt: work.at,
	}
	const signed = work.shell.clearanceKey.signRow('published_document', row)
	await work.tx.publishedDocument.create({ data: { ...row, ...signed } })
	const source = 'issued'
	const { validUntil: expiresOn, ...said } = facts
	work.follow({
		stream: `document/${id}`,
		kind: 'document.registered',
		detail: {
			...{ document: id, ...said, expiresOn, source, matterId, versionId, contentSha256 },
			fileSha256: null,
		},
	})
	return id
}
