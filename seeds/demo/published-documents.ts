import { readFileSync } from 'node:fs'
import { writeDraft } from '#app/documents/write-draft.server.ts'
import { type PlainDate, addDays } from '#app/domain/calendar/plain-date.ts'
import { repealDocument } from '#app/services/register/end-registration.server.ts'
import { decideImport } from '#app/services/register/decide-import.server.ts'
import { proposeImport } from '#app/services/register/import-document.server.ts'
import { granted } from './found-district.ts'
import type { Story } from './story.ts'

/** A document that was published: its text by the name of its file, its number in its year, and its days. */
type PublishedDocument = {
	readonly text: string
	readonly serial: number
	readonly publishedOn: PlainDate
	readonly effectiveOn: PlainDate
	readonly validUntil: PlainDate | null
}

/**
 * The register of the district: a document in force, which the trained farmers' matter revises; one that has lapsed
 * since; and one that was repealed.
 */
export async function registeredDocuments(story: Story): Promise<void> {
	const { shell } = story
	shell.setAgo(50, '14:30')
	const farmers = addDays(shell.dayAgo(50), -600)
	await register(story, {
		text: 'farmers',
		serial: 6,
		publishedOn: farmers,
		effectiveOn: addDays(farmers, 30),
		validUntil: addDays(farmers, 30 + 2 * 365),
	})
	const markets = addDays(shell.dayAgo(20), -2 * 365)
	await register(story, {
		text: 'night-markets',
		serial: 2,
		publishedOn: addDays(markets, -30),
		effectiveOn: markets,
		validUntil: shell.dayAgo(20),
	})
	const bicycles = addDays(shell.dayAgo(50), -1500)
	const documentId = await register(story, {
		text: 'bicycle-parking',
		serial: 11,
		publishedOn: bicycles,
		effectiveOn: bicycles,
		validUntil: null,
	})
	shell.setAgo(29, '10:20')
	const repeal = {
		repealedOn: shell.dayAgo(30),
		basis: '第三届区政府第40次常务会议关于清理行政规范性文件的决定。',
	}
	const order = { documentId, key: shell.newId() }
	granted(await repealDocument(shell, story.who('sunyue'), order, repeal))
}

/** A document that was published a few days ago and is not in force yet. */
export async function freshlyPublished(story: Story): Promise<void> {
	const { shell } = story
	shell.setAgo(2, '15:40')
	const publishedOn = shell.dayAgo(4)
	const effectiveOn = addDays(publishedOn, 30)
	const validUntil = addDays(effectiveOn, 5 * 365)
	await register(story, { text: 'document-rules', serial: 9, publishedOn, effectiveOn, validUntil })
}

async function register(story: Story, document: PublishedDocument): Promise<string> {
	const { shell } = story
	const path = new URL(`published/${document.text}.txt`, import.meta.url)
	const [title = '', ...paragraphs] = readFileSync(path, 'utf8').trimEnd().split('\n')
	const { serial, publishedOn, effectiveOn, validUntil } = document
	const year = publishedOn.slice(0, 4)
	const proposed = await proposeImport(shell, story.who('sunyue'), shell.newId(), {
		title,
		documentNumber: `青政规〔${year}〕${serial}号`,
		issuer: '青禾区人民政府',
		publishedOn,
		effectiveOn,
		validUntil: validUntil ?? '',
		publishedIn: `《青禾区人民政府公报》${year}年第${serial}期`,
		file: { name: `${title}.docx`, bytes: await writeDraft({ title, paragraphs, numbering: 'typed' }) },
		origin: '区政府办公室文书档案，已与政府公报核对。',
		secrecy: 'public',
	})
	const { documentId } = granted(proposed).value
	const answer = { importId: documentId, isConfirmed: true, words: '' }
	granted(await decideImport(shell, story.who('hemin'), shell.newId(), answer))
	return documentId
}
