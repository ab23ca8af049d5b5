import { expect, test } from 'vitest'
import { sha256Hex } from '#app/domain/audit-chain/sha256.ts'
import { withdrawRegistration } from '#app/services/register/end-registration.server.ts'
import { findPublishedDocuments, loadPublishedText } from '#app/services/register/find-published.server.ts'
import { must } from '#tests/support/drafting-steps.ts'
import { openTestShell } from '#tests/support/open-test-shell.ts'
import { runRaw, tearDownWalls } from '#tests/support/raw-sql.ts'
import { PUBLISHED_TEXT, registered } from '#tests/support/register-steps.ts'
import { seedOrganisation } from '#tests/support/sample-organisation.ts'

async function openRegister() {
	const shell = await openTestShell()
	const org = await seedOrganisation(shell)
	const farmers = await registered(shell, org)
	const markets = await registered(shell, org, {
		title: '青禾区早夜市管理办法',
		documentNumber: '青政规〔2025〕1号',
		publishedOn: '2025-01-10',
		effectiveOn: '2025-02-01',
		validUntil: '2026-01-31',
	})
	return { shell, org, farmers, markets }
}

test('published documents are found by words of their title or number, newest first, with how they stand', async () => {
	const { shell, org, farmers, markets } = await openRegister()
	const find = async (words: string) =>
		(await findPublishedDocuments(shell, org.actors.drafter, words, 20)).map(({ id }) => id)
	expect(await find('')).toEqual([markets, farmers])
	expect(await find('夜市 青禾区')).toEqual([markets])
	expect(await find('规[2024]')).toEqual([farmers])
	expect(await find('夜市 农民')).toEqual([])
	expect(await findPublishedDocuments(shell, org.actors.drafter, '夜市', 20)).toEqual([
		{
			id: markets,
			title: '青禾区早夜市管理办法',
			documentNumber: '青政规〔2025〕1号',
			issuer: '青禾区人民政府',
			publishedOn: '2025-01-10',
			standing: 'lapsed',
		},
	])
})

test('the text of a published document is given with its hash', async () => {
	const { shell, org, farmers } = await openRegister()
	expect(await loadPublishedText(shell, org.actors.counsel, farmers)).toEqual({
		id: farmers,
		title: '青禾区高素质农民认定办法',
		documentNumber: '青政规〔2024〕5号',
		publishedOn: '2024-03-01',
		contentSha256: sha256Hex(PUBLISHED_TEXT),
		text: PUBLISHED_TEXT,
	})
})

test('what was withdrawn, what is not there, and what is not theirs is not found and not given', async () => {
	const { shell, org, farmers, markets } = await openRegister()
	const { secretary, systemAdministrator } = org.actors
	const order = { documentId: farmers, key: shell.newId() }
	must(await withdrawRegistration(shell, secretary, order, { reason: '录错。' }))
	const nextDoor = await seedOrganisation(shell, 'next-door')
	expect((await findPublishedDocuments(shell, secretary, '', 20)).map(({ id }) => id)).toEqual([markets])
	for (const actor of [systemAdministrator, nextDoor.actors.secretary]) {
		expect(await findPublishedDocuments(shell, actor, '', 20)).toEqual([])
		expect(await loadPublishedText(shell, actor, markets)).toBeNull()
	}
	expect(await loadPublishedText(shell, secretary, farmers)).toBeNull()
	expect(await loadPublishedText(shell, secretary, shell.newId())).toBeNull()
})

test('a text that was changed behind the register’s back is not given as published', async () => {
	const { shell, org, farmers } = await openRegister()
	await tearDownWalls(shell.url)
	await runRaw(shell.url, `update published_document set text = '第一条　别的。' where id = '${farmers}'`)
	await expect(loadPublishedText(shell, org.actors.drafter, farmers)).rejects.toThrow(
		/not the one that was registered/,
	)
})
