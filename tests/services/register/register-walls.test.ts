import { expect, test } from 'vitest'
import { repealDocument, withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { must, submittedMatter } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { isWall, rawWaysTo, refusalOf } from '#tests/support/raw-sql.ts'
import { decidedMatter, registered, textOf } from '#tests/support/register-steps.ts'
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
	const matter = await decidedMatter(shell, org)
	const decided = await registered(shell, org, { ...textOf(matter), documentNumber: '青政规〔2026〕8号' })
	const ended = async (number: string) => ({
		documentId: await registered(shell, org, { documentNumber: number }),
		key: shell.newId(),
	})
	const repealed = await ended('青政规〔2020〕1号')
	must(await repealDocument(shell, secretary, repealed, { repealedOn: '2026-12-01', basis: '新办法。' }))
	const withdrawn = await ended('青政规〔2020〕2号')
	must(await withdrawRegistration(shell, secretary, withdrawn, { reason: '录错。' }))
	const clearance = await shell.db.clearance.findFirstOrThrow({ where: { matterId: matter } })
	const text = (await shell.db.publishedDocument.findFirstOrThrow({ where: { id: decided } })).text
	const other = await submittedMatter(shell, org)
	const otherVersion = await shell.db.draftVersion.findFirstOrThrow({ where: { matterId: other } })
	return {
		url: shell.url,
		j: org.jurisdictionId,
		standing,
		decided,
		matter,
		text,
		clearance,
		other,
		otherVersion,
		repealed: repealed.documentId,
		withdrawn: withdrawn.documentId,
	}
}

type Ground = Awaited<ReturnType<typeof ground>>

const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`)

/** A document written by hand: a file's, unless it says otherwise. */
function written(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}): string {
	const row: Record<string, string | null> = {
		id: 'by-hand',
		number: '青政规〔2026〕99号',
		effective: '2024-04-01',
		until: null,
		text: '第一条　略。',
		source: 'file',
		file: HASH,
		matter: null,
		clearance: null,
		version: null,
		content: null,
		...otherwise,
	}
	const { id, number, effective, until, text, source, file, matter, clearance, version, content } = row
	const hasFile = typeof file === 'string'
	const values = [g.j, id, '办法', number, '区政府', '2024-03-01', effective, until, text, HASH, source]
	const from = [hasFile ? 'x.txt' : null, '5', file, hasFile ? 'text/plain' : null]
	const bound = [matter, clearance, version, content, 'x', 'x']
	const cells = [...values, ...from, ...bound].map((value) => quoted(value ?? null))
	cells[12] = hasFile ? '5' : 'null'
	return `insert into published_document (${COLUMNS}) values (${cells.join(',')},${AT})`
}

function ofMatter(g: Ground, otherwise: Readonly<Record<string, string | null>> = {}) {
	return written(g, {
		source: 'decided',
		file: null,
		text: g.text,
		matter: g.matter,
		clearance: g.clearance.id,
		version: g.clearance.versionId,
		content: g.clearance.contentSha256,
		...otherwise,
	})
}

const end = (g: Ground, documentId: string, kind: string, day: string | null, words = '依据。') =>
	`insert into document_end (jurisdiction_id, document_id, kind, repealed_on, words, ended_by, post_id, ended_at) values ('${g.j}','${documentId}','${kind}',${quoted(day)},'${words}','x','x',${AT})`

const live = (g: Ground, documentId: string, number: string, matter: string | null = null) =>
	`insert into published_document_live (jurisdiction_id, document_id, document_number, matter_id) values ('${g.j}','${documentId}','${number}',${quoted(matter)})`

const ATTACKS: Readonly<Record<string, (g: Ground) => string>> = {
	'change the text of a document': () => "update published_document set text = 'x'",
	'change the days of a document': () => "update published_document set valid_until = '2030-01-01'",
	'delete a document': (g) => `delete from published_document where id = '${g.standing}'`,
	'write a document over another': (g) => written(g, { id: g.standing }),
	'take a number that is taken': (g) => written(g, { number: '青政规〔2024〕5号' }),
	'take the number of what was repealed': (g) => written(g, { number: '青政规〔2020〕1号' }),
	'register a matter again': (g) => ofMatter(g),
	'register a matter with another text': (g) => ofMatter(g, { text: '第一条　别的。' }),
	'register a matter that no meeting decided': (g) =>
		ofMatter(g, {
			matter: g.other,
			version: g.otherVersion.id,
			content: g.otherVersion.contentSha256,
			text: g.otherVersion.text,
		}),
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
	'an effect before the publication': (g) => written(g, { effective: '2024-02-29' }),
	'an end before the effect': (g) => written(g, { until: '2024-03-31' }),
	'a document without a text': (g) => written(g, { text: '' }),
	'a text that is a file’s and a matter’s at once': (g) => ofMatter(g, { file: HASH }),
	'a matter without its clearance': (g) => ofMatter(g, { clearance: null }),
	'a file without its bytes': (g) => written(g, { file: null }),
	'a source of another kind': (g) => written(g, { source: 'heard' }),
	'a repeal without its day': (g) => end(g, g.standing, 'repealed', null),
	'a withdrawal with a day': (g) => end(g, g.standing, 'withdrawn', '2026-12-01'),
	'an end without words': (g) => end(g, g.standing, 'withdrawn', null, ''),
}

/** SQLite's own ways round a key that is there. */
const SQLITE_ATTACKS: typeof ATTACKS = {
	'replace a document': (g) => written(g, { id: g.standing }).replace('insert', 'insert or replace'),
	'replace whoever has the number': (g) =>
		written(g, { number: '青政规〔2024〕5号' }).replace('insert', 'insert or replace'),
	'ignore that the number is taken': (g) =>
		written(g, { number: '青政规〔2024〕5号' }).replace('insert', 'insert or ignore'),
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

test('what the walls let pass is a whole document: it takes its number, and its withdrawal frees it', async () => {
	const g = await ground()
	// What is carried to its end by a deferred key would stay.
	for (const way of rawWaysTo(g.url).filter((each) => !each.endsWith('deferred'))) {
		expect(await refusalOf(g.url, way, { sql: written(g) }), way).toBeNull()
		expect(
			await refusalOf(g.url, way, { before: written(g), sql: written(g, { id: 'again' }) }),
			way,
		).toMatch(/UNIQUE|23505|already|\(19\)|TRIGGER/)
		const freed = `${written(g)}; ${end(g, 'by-hand', 'withdrawn', null)}`
		expect(await refusalOf(g.url, way, { before: freed, sql: written(g, { id: 'again' }) }), way).toBeNull()
	}
})
