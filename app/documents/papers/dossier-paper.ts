import type { MatterRecord } from '#app/domain/matter-record/matter-record.ts'
import type { PaperNode, TableRow, Words } from '#app/domain/paper/paper.ts'
import { type Given, line, rowOf, say, shortHash, tableRow } from './say.ts'
import { dayIn, signature } from './paper-source.ts'

/** What a matter has left behind when its meeting is closed, each in the order in which it came. */
export type DossierFacts = {
	readonly matter: Pick<MatterRecord, 'id' | 'title' | 'caseNumber' | 'organId' | 'organ'>
	readonly versions: readonly {
		readonly id: string
		readonly versionNo: number
		readonly contentSha256: string
		readonly uploadedAt: Date
	}[]
	readonly materials: readonly {
		readonly id: string
		readonly name: string | null
		readonly sha256: string | null
		readonly addedAt: Date
	}[]
	readonly papers: readonly {
		readonly id: string
		readonly title: string
		readonly number: string | null
		readonly contentSha256: string
		readonly sealedAt: Date
	}[]
	readonly meetingId: string
	readonly closedAt: Date
}

/** One line of the list: its words beside its place in it. */
type Entry = { readonly name: Words; readonly number: Words; readonly day: Words; readonly hash: Words }

/**
 * 卷宗目录: every version, material and sealed paper of a matter, each with its day and the beginning of its hash, so that
 * the file that is kept can be compared with the list (Decree 713 art. 33; 档案法 art. 37).
 */
export function dossierPaper(facts: DossierFacts): PaperNode[] {
	const { matter, versions, materials, papers } = facts
	const of = rowOf('matter', matter.id)
	const entries = [
		...versions.map((version) => versionEntry(version, of(matter.title))),
		...materials.flatMap(materialEntry),
		...papers.map(paperEntry),
	]
	return [
		line('title', say('dossier.title')),
		line('subject', say('dossier.subject', { title: of(matter.title) })),
		...(matter.caseNumber === null
			? []
			: [line('fact', say('dossier.case', { number: of(matter.caseNumber) }))]),
		line('fact', say('dossier.organ', { organ: rowOf('organ', matter.organId)(matter.organ.name) })),
		{
			kind: 'table',
			widths: [5, 29, 28, 22, 16],
			head: [
				say('dossier.column.number'),
				say('dossier.column.name'),
				say('dossier.column.mark'),
				say('dossier.column.day'),
				say('dossier.column.hash'),
			],
			rows: entries.map((entry, at) => entryRow(entry, at, facts)),
		},
		line('note', say('dossier.count', { count: of.computed(entries.length) })),
		...signature(
			rowOf('organ', matter.organId)(matter.organ.name),
			dayIn(rowOf('meeting', facts.meetingId), facts.closedAt),
		),
	]
}

function entryRow({ name, number, day, hash }: Entry, at: number, { matter }: DossierFacts): TableRow {
	const numeral = rowOf('matter', matter.id).computed(at + 1)
	return tableRow([say('agenda.numeral', { numeral }), name, number, day, hash])
}

function versionEntry(
	{ id, versionNo, contentSha256, uploadedAt }: DossierFacts['versions'][number],
	title: Given,
): Entry {
	const row = rowOf('draft_version', id)
	return {
		name: say('dossier.version', { title }),
		number: say('dossier.version.mark', { version: row(versionNo) }),
		day: say('day', { day: dayIn(row, uploadedAt) }),
		hash: say('dossier.hash', { hash: row(shortHash(contentSha256)) }),
	}
}

/** A material that was said not to apply is no file. */
function materialEntry({ id, name, sha256, addedAt }: DossierFacts['materials'][number]): Entry[] {
	if (name === null || sha256 === null) return []
	const row = rowOf('material', id)
	return [
		{
			name: say('plain', { words: row(name) }),
			number: say('dossier.material.mark'),
			day: say('day', { day: dayIn(row, addedAt) }),
			hash: say('dossier.hash', { hash: row(shortHash(sha256)) }),
		},
	]
}

function paperEntry({ id, title, number, contentSha256, sealedAt }: DossierFacts['papers'][number]): Entry {
	const row = rowOf('sealed_paper', id)
	return {
		name: say('plain', { words: row(title) }),
		number: number === null ? say('dossier.no-number') : say('number', { number: row(number) }),
		day: say('day', { day: dayIn(row, sealedAt) }),
		hash: say('dossier.hash', { hash: row(shortHash(contentSha256)) }),
	}
}
