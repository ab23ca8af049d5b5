import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { plainDateIn } from '#app/domain/calendar/plain-date.ts'
import { type Standing, STANDINGS, standingOn } from '#app/domain/register/standing.ts'
import { repealDocument, withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { loadDocumentFacts } from '#app/services/register/document-line.server.ts'
import { readDocument, readDocumentFile } from '#app/services/register/read-document.server.ts'
import {
	type RegisterCursor,
	type RegisterPage,
	readRegister,
} from '#app/services/register/read-register.server.ts'
import { readRegisteringPage } from '#app/services/register/read-registering-page.server.ts'
import { registrationOf } from '#app/services/register/registration-of-matter.server.ts'
import { matterOf, must } from '#tests/support/drafting-steps.ts'
import { MONDAY, openTestShell, type TestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { publishedMatter } from '#tests/support/issue-steps.ts'
import { decidedMatter, PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { type SampleOrganisation, seedOrganisation } from '#tests/support/sample-organisation.ts'

const EVERYTHING = { words: '', standing: null }

async function openDistrict() {
	const shell = await openTestShell()
	return { shell, org: await seedOrganisation(shell) }
}

/** Documents with every kind of days and ends around the Monday on which the tests run. */
async function variousDocuments(shell: TestShell, org: SampleOrganisation): Promise<string[]> {
	const { secretary } = org.actors
	const ids: string[] = []
	for (const effectiveOn of ['2026-11-22', '2026-11-23', '2026-11-24'])
		for (const validUntil of ['', '2026-11-24', '2026-11-25'])
			for (const end of ['none', 'withdrawn', '2026-11-23', '2026-11-24']) {
				const documentId = await registered(shell, org, {
					documentNumber: `青政规〔2026〕${ids.length + 1}号`,
					publishedOn: '2026-11-20',
					effectiveOn,
					validUntil,
				})
				const order = { documentId, key: shell.newId() }
				if (end === 'withdrawn')
					must(await withdrawRegistration(shell, secretary, order, { reason: '录错。' }))
				else if (end !== 'none')
					must(await repealDocument(shell, secretary, order, { repealedOn: end, basis: '新办法。' }))
				ids.push(documentId)
			}
	return ids
}

test('a list that is narrowed to a standing has exactly the documents that stand so, on every day', async () => {
	const { shell, org } = await openDistrict()
	const ids = await variousDocuments(shell, org)
	for (const days of [0, 1, 2, 3]) {
		shell.setNow(new Date(MONDAY.getTime() + days * 86_400_000))
		const today = plainDateIn(shell.now())
		const standings = new Map<string, Standing>()
		for (const id of ids) {
			const facts = await loadDocumentFacts(shell.db, org.jurisdictionId, id)
			if (facts) standings.set(id, standingOn(today, facts.days, facts.ending))
		}
		for (const standing of STANDINGS) {
			const wanted = ids.filter((id) => standings.get(id) === standing)
			const page = must(await readRegister(shell, org.actors.drafter, { words: '', standing }, null))
			expect(page.documents.map((each) => each.id).sort(), `${standing} on ${today}`).toEqual(wanted.sort())
			expect(page.documents.every((each) => each.standing === standing)).toBe(true)
		}
	}
})

test('the list goes on where the last page ended, and shows every registration that stands once', async () => {
	const { shell, org } = await openDistrict()
	const ids = await variousDocuments(shell, org)
	const seen: string[] = []
	let after: RegisterCursor | null = null
	do {
		const page: RegisterPage = must(await readRegister(shell, org.actors.drafter, EVERYTHING, after))
		seen.push(...page.documents.map((each) => each.id))
		after = page.next
	} while (after)
	const withdrawn = await shell.db.documentEnd.count({ where: { kind: 'withdrawn' } })
	expect(seen).toHaveLength(ids.length - withdrawn)
	expect(new Set(seen).size).toBe(seen.length)
})

test('who keeps the register is offered to register, who reads it is not, and an administrator is turned away', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, registrar, drafter, systemAdministrator } = org.actors
	for (const [actor, may] of [
		[secretary, true],
		[registrar, true],
		[drafter, false],
	] as const)
		expect(must(await readRegister(shell, actor, EVERYTHING, null)).mayRegister).toBe(may)
	const reason = { code: 'not-permitted' }
	expect(await readRegister(shell, systemAdministrator, EVERYTHING, null)).toMatchObject({ reason })
	expect(await readRegisteringPage(shell, drafter)).toMatchObject({ reason })
})

test('a document shows its text, where it came from, its end and what was done with it', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, drafter } = org.actors
	const documentId = await registered(shell, org)
	const repeal = { repealedOn: '2026-11-23', basis: '新办法。' }
	must(await repealDocument(shell, secretary, { documentId, key: shell.newId() }, repeal))
	const page = must(await readDocument(shell, drafter, documentId))
	expect(page).toMatchObject({
		document: { standing: 'repealed', textSha256: sha256Hex(PUBLISHED_TEXT) },
		source: 'imported',
		end: { kind: 'repealed', repealedOn: '2026-11-23', words: '新办法。' },
		mayEnd: false,
		matter: null,
	})
	expect(page.trail.map(({ kind }) => kind)).toEqual([
		'document.import-proposed',
		'document.import-confirmed',
		'document.registered',
		'document.repealed',
	])
	expect(page.text?.clauses.length).toBeGreaterThan(1)
})

test('the original is handed over byte by byte', async () => {
	const { shell, org } = await openDistrict()
	const documentId = await registered(shell, org)
	const file = must(await readDocumentFile(shell, org.actors.counsel, documentId))
	expect(new TextDecoder().decode(file.bytes)).toBe(PUBLISHED_TEXT)
})

test('a text that was changed behind the register’s back is not shown as published', async () => {
	const { shell, org } = await openDistrict()
	const documentId = await registered(shell, org)
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update published_document set text = '第一条　别的。'`)
	expect(must(await readDocument(shell, org.actors.drafter, documentId)).text).toBeNull()
})

test('a passed matter is on its way to the library until it is there; its page leads to it, and back only for who reads the matter', async () => {
	const { shell, org } = await openDistrict()
	const { secretary, otherDrafter } = org.actors
	const matterId = await decidedMatter(shell, org)
	const standing = async () => registrationOf(shell, secretary, await matterOf(shell, org, matterId))
	expect(await standing()).toEqual({ document: null, isBeingIssued: true })
	await publishedMatter(shell, org, matterId)
	const { id: documentId } = await shell.db.publishedDocument.findFirstOrThrow({ where: { matterId } })
	const document = { id: documentId, documentNumber: '青政规〔2026〕1号' }
	expect(await standing()).toEqual({ document, isBeingIssued: true })
	expect(must(await readDocument(shell, secretary, documentId)).matter).toMatchObject({ id: matterId })
	expect(must(await readDocument(shell, otherDrafter, documentId)).matter).toBeNull()
	expect(await readDocumentFile(shell, secretary, documentId)).toMatchObject({
		reason: { code: 'not-found' },
	})
})
