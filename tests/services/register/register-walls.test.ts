import { expect, test } from 'vitest'
import { repealDocument, withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { must, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isWall, rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { file, matterToBe, publishedMatter } from '#tests/support/issue-steps.ts'
import { propose, registered } from '#tests/support/register-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

const COLUMNS =
	'jurisdiction_id, id, title, document_number, issuer, published_on, effective_on, valid_until, text, text_sha256, source, file_name, file_size, file_sha256, media_type, matter_id, clearance_id, version_id, content_sha256, registered_by, post_id, registered_at'
const AT = "'2026-11-23T00:00:00.000+00:00'"
const HASH = 'a'.repeat(64)

async function ground() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const { secretary } = org.actors
	const standing = await registered(shell, org)
	const matter = await publishedMatter(shell, org)
	const issued = await shell.db.publishedDocument.findFirstOrThrow({ where: { matterId: matter } })
	must(await file(shell, org, matter, 'upper-government'))
	const unissued = await matterToBe(shell, org, 'numbered')
	const unconfirmed = must(await propose(shell, secretary, { documentNumber: '青政规〔2020〕3号' })).value
	const confirmed = await shell.db.documentImport.findFirstOrThrow({ where: { id: standing } })
	const ended = async (number: string) => ({
		documentId: await registered(shell, org, { documentNumber: number }),
		key: shell.newId(),
	})
	const repealed = await ended('青政规〔2020〕1号')
	must(await repealDocument(shell, secretary, repealed, { repealedOn: '2026-12-01', basis: '新办法。' }))
	const withdrawn = await ended('青政规〔2020〕2号')
	must(await withdrawRegistration(shell, secretary, withdrawn, { reason: '录错。' }))
	const other = await submittedMatter(shell, org)
	const otherVersion = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId: other } })
	return {
		url: shell.url,
		j: org.jurisdictionId,
		standing,
		issued,
		registration: await shell.db.textRegistration.findFirstOrThrow({ where: { matterId: matter } }),
		unissued: await shell.db.textRegistration.findFirstOrThrow({ where: { matterId: unissued } }),
		unconfirmed: await shell.db.documentImport.findFirstOrThrow({ where: { id: unconfirmed.documentId } }),
		confirmed,
		matter,
		other,
		otherVersion,
		repealed: repealed.documentId,
		withdrawn: withdrawn.documentId,
	}
}

type Ground = Awaited<ReturnType<typeof ground>>

const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`)

/** A document written by hand: the old one that was confirmed, under its own id, unless it says otherwise. */
function written(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}): string {
	const row: Record<string, string | null> = {
		id: g.confirmed.id,
		number: g.confirmed.documentNumber,
		issuer: g.confirmed.issuer,
		published: '2024-03-01',
		effective: '2024-04-01',
		until: null,
		text: g.confirmed.text,
		hash: g.confirmed.textSha256,
		source: 'imported',
		file: g.confirmed.fileSha256,
		matter: null,
		clearance: null,
		version: null,
		content: null,
		...otherwise,
	}
	const { id, number, issuer, published, effective, until, text, hash, source } = row
	const { file, matter, clearance, version, content } = row
	const hasFile = typeof file === 'string'
	const values = [g.j, id, '办法', number, issuer, published, effective, until, text, hash, source]
	const from = [hasFile ? 'x.txt' : null, '5', file, hasFile ? 'text/plain' : null]
	const bound = [matter, clearance, version, content, 'x', 'x']
	const cells = [...values, ...from, ...bound].map((value) => quoted(value ?? null))
	cells[12] = hasFile ? '5' : 'null'
	return `insert into published_document (${COLUMNS}) values (${cells.join(',')},${AT})`
}

/** The issued document of the matter, once more, unless it says otherwise. */
function ofMatter(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}) {
	return written(g, {
		id: 'by-hand',
		number: g.issued.documentNumber,
		issuer: g.issued.issuer,
		published: g.issued.publishedOn,
		effective: g.issued.effectiveOn,
		source: 'issued',
		file: null,
		text: g.issued.text,
		hash: g.issued.textSha256,
		matter: g.matter,
		version: g.issued.versionId,
		content: g.issued.contentSha256,
		...otherwise,
	})
}

/** The registration of the passed matter, once more, unless it says otherwise. */
function registration(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}): string {
	const { matterId, versionId, contentSha256, clearanceId, agendaItemId } = g.unissued
	const row = {
		matter: matterId,
		version: versionId,
		content: contentSha256,
		clearance: clearanceId,
		...otherwise,
	}
	const check = otherwise['check'] ?? null
	const cells = [g.j, 'by-hand', row.matter, agendaItemId, row.version, row.content, row.clearance, check]
	const rest = ['青政办登〔2026〕9号', '办法', '青禾区人民政府', 'x', 'x']
	return `insert into text_registration (jurisdiction_id, id, matter_id, agenda_item_id, version_id, content_sha256, clearance_id, check_id, number, title, issuer, registered_by, post_id, registered_at) values (${[...cells, ...rest].map((value) => quoted(value ?? null)).join(',')},${AT})`
}

/** A number for the text that is registered and has none yet. */
const numbering = (g: Ground, running: number) =>
	`insert into text_numbering (jurisdiction_id, registration_id, issuer, organ_code, year, running, document_number, numbered_by, post_id, numbered_at) values ('${g.j}','${g.unissued.id}','青禾区人民政府','青政规',2026,${running},'青政规〔2026〕${running}号','x','x',${AT})`

/** The filing of the issued document with the organ that is still owed one, unless it says otherwise. */
function filing(g: Ground, otherwise: Readonly<Record<string, string>> = {}): string {
	const own = { registration: g.registration.id, matter: g.matter, document: g.issued.id }
	const row = { organ: 'peoples-congress', filedOn: '2026-11-23', ...own, ...otherwise }
	const cells = [
		g.j,
		row.registration,
		row.organ,
		row.matter,
		row.document,
		'青府文备〔2026〕2号',
		row.filedOn,
	]
	return `insert into text_filing (jurisdiction_id, registration_id, filed_with, matter_id, document_id, report_number, filed_on, receipt, filed_by, post_id, filed_at) values (${cells.map(quoted).join(',')},'收8号','x','x',${AT})`
}

const end = (g: Ground, documentId: string, kind: string, day: string | null, words = '依据。') =>
	`insert into document_end (jurisdiction_id, document_id, kind, repealed_on, words, ended_by, post_id, ended_at) values ('${g.j}','${documentId}','${kind}',${quoted(day)},'${words}','x','x',${AT})`

const live = (g: Ground, documentId: string, number: string, matter: string | null = null) =>
	`insert into published_document_live (jurisdiction_id, document_id, document_number, matter_id) values ('${g.j}','${documentId}','${number}',${quoted(matter)})`

const ATTACKS: Readonly<Record<string, (g: Ground) => string>> = {
	'change the text of a document': () => "update published_document set text = 'x'",
	'change the days of a document': () => "update published_document set valid_until = '2030-01-01'",
	'delete a document': (g) => `delete from published_document where id = '${g.standing}'`,
	'write a document over another': (g) => written(g),
	'register a matter again': (g) => ofMatter(g),
	'H13 publish a matter with another text': (g) => ofMatter(g, { text: '第一条　别的。' }),
	'H13 publish a version that was not registered': (g) =>
		ofMatter(g, {
			matter: g.other,
			version: g.otherVersion.id,
			content: g.otherVersion.contentSha256,
			text: g.otherVersion.text,
		}),
	'H14 publish under another number': (g) => ofMatter(g, { number: '青政规〔2026〕99号' }),
	'H14 publish before it was issued': (g) => ofMatter(g, { published: '2026-11-22' }),
	'publish for another issuer': (g) => ofMatter(g, { issuer: '青禾区人民政府办公室' }),
	'import what nobody confirmed': (g) =>
		written(g, { id: g.unconfirmed.id, number: g.unconfirmed.documentNumber }),
	'import what nobody proposed': (g) => written(g, { id: 'by-hand', number: '青政规〔2019〕1号' }),
	'enter a file as earlier releases did': (g) =>
		written(g, { id: 'by-hand', number: '青政规〔2019〕2号', source: 'file' }),
	'H13 register a text that no meeting passed': (g) =>
		registration(g, { matter: g.other, version: g.otherVersion.id, content: g.otherVersion.contentSha256 }),
	'H13 register a passed matter with another version': (g) => registration(g, { version: g.otherVersion.id }),
	'H13 register it on a check that nobody signed': (g) => registration(g, { clearance: null, check: 'none' }),
	'H13 issue other bytes than were registered': (g) =>
		`insert into text_issue (jurisdiction_id, registration_id, version_id, content_sha256, issued_on, issued_by, post_id, issued_at) values ('${g.j}','${g.unissued.id}','${g.unissued.versionId}','${HASH}','2026-11-23','x','x',${AT})`,
	'H14 issue without a number': (g) =>
		`insert into text_issue (jurisdiction_id, registration_id, version_id, content_sha256, issued_on, issued_by, post_id, issued_at) values ('${g.j}','${g.unissued.id}','${g.unissued.versionId}','${g.unissued.contentSha256}','2026-11-23','x','x',${AT})`,
	'H14 leave a gap in the numbers': (g) => numbering(g, 3),
	'H14 give a number twice': (g) => numbering(g, 1),
	'H14 number under the code of another issuer': (g) =>
		numbering(g, 2).replace("'青禾区人民政府'", "'青禾区人民政府办公室'"),
	'file with one organ twice': (g) => filing(g, { organ: 'upper-government' }),
	'file with an organ that receives nothing': (g) => filing(g, { organ: 'neighbour' }),
	'file before the publication': (g) => filing(g, { filedOn: '2026-11-22' }),
	'file another document': (g) => filing(g, { document: g.standing }),
	'file a document of another matter': (g) => filing(g, { matter: g.other }),
	'file what was not issued': (g) => filing(g, { registration: g.unissued.id, matter: g.unissued.matterId }),
	'change the day of a filing': () => "update text_filing set filed_on = '2026-11-24'",
	'delete a filing': () => 'delete from text_filing',
	'confirm an import by its own hand': (g) =>
		`insert into document_import_decision (jurisdiction_id, import_id, proposed_by, decision, decided_by, post_id, decided_at) values ('${g.j}','${g.unconfirmed.id}','another','confirmed','x','x',${AT})`,
	'two hands that are one': (g) =>
		`insert into document_import_decision (jurisdiction_id, import_id, proposed_by, decision, decided_by, post_id, decided_at) values ('${g.j}','${g.unconfirmed.id}','${g.unconfirmed.proposedBy}','confirmed','${g.unconfirmed.proposedBy}','x',${AT})`,
	'delete an end': () => 'delete from document_end',
	'change the day of a repeal': (g) =>
		`update document_end set repealed_on = '2030-01-01' where document_id = '${g.repealed}'`,
	'end a document twice': (g) => end(g, g.repealed, 'withdrawn', null),
	'free a number whose registration stands': (g) =>
		`delete from published_document_live where document_id = '${g.standing}'`,
	'change a number': () => "update published_document_live set document_number = '青政规〔2026〕98号'",
	'bring back what was withdrawn': (g) => live(g, g.withdrawn, '青政规〔2020〕2号'),
	'hold a number without a document': (g) => live(g, 'none', '青政规〔2026〕97号'),
}

/** What a CHECK keeps; where somebody switches checks off, only the domain does. */
const CHECKED: Readonly<Record<string, (g: Ground) => string>> = {
	'a text that is a file’s and a matter’s at once': (g) => ofMatter(g, { file: HASH }),
	'a repeal without its day': (g) => end(g, g.standing, 'repealed', null),
	'a withdrawal with a day': (g) => end(g, g.standing, 'withdrawn', '2026-12-01'),
	'an end without words': (g) => end(g, g.standing, 'withdrawn', null, ''),
}

/** SQLite's own ways round a key that is there. */
const SQLITE_ATTACKS: typeof ATTACKS = {
	'replace a document': (g) => written(g).replace('insert', 'insert or replace'),
	'replace an end': (g) => end(g, g.repealed, 'withdrawn', null).replace('insert', 'insert or replace'),
	'replace the holder of a number': (g) =>
		live(g, g.withdrawn, '青政规〔2024〕5号').replace('insert', 'insert or replace'),
}

test('no statement bends a document, its end or its number, by any way to the database', async () => {
	const g = await ground()
	const broken: string[] = []
	const tryAll = async (attacks: typeof ATTACKS, ways: ReturnType<typeof rawWaysTo>) => {
		for (const [name, attack] of Object.entries(attacks))
			for (const way of ways) {
				const refusal = await refusalOf(g.url, way, { sql: attack(g) })
				if (refusal === null || !isWall(refusal)) broken.push(`${name} (${way}): ${refusal ?? 'taken'}`)
			}
	}
	const ways = rawWaysTo(g.url).filter((way) => way !== 'library, checks off')
	await tryAll(ATTACKS, rawWaysTo(g.url))
	await tryAll(CHECKED, ways)
	if (g.url.startsWith('file:')) await tryAll(SQLITE_ATTACKS, rawWaysTo(g.url))
	expect(broken).toEqual([])
})
