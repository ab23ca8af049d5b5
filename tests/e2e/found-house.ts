import { buildZip } from '#tests/support/zip-builder.ts'
import type { Desk } from './browser.ts'

/** Somebody of the new house: account, place (organ, or organ · unit) and the code of the role. */
export type Member = {
	readonly login: string
	readonly name: string
	readonly place: string
	readonly role: string
}

/** The three administrators, by the role that the set-up page names them under. */
export type Founders = Readonly<Record<string, { readonly name: string; readonly login: string }>>

type NamedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const CSV = 'text/csv'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Fills the set-up page; gives the links with which the administrators set their passwords, in their order. */
export async function openInstallation(visitor: Desk, founders: Founders): Promise<string[]> {
	const form = visitor.page.locator('main form')
	await form.locator('[name=jurisdictionName]').fill('青禾区')
	await form.locator('[name=jurisdictionCode]').fill('qinghe')
	await form.locator('[name=organName]').fill('青禾区人民政府办公室')
	await form.locator('[name=organShortName]').fill('青政办')
	for (const [role, { name, login }] of Object.entries(founders)) {
		await form.locator(`[name=name-${role}]`).fill(name)
		await form.locator(`[name=code-${role}]`).fill(`A-${login}`)
		await form.locator(`[name=login-${role}]`).fill(login)
	}
	await visitor.press(form.locator('button'))
	const links = visitor.page.locator('main code')
	await links.first().waitFor()
	return links.allInnerTexts()
}

/** Somebody sets their own password by their link; the link is spent then. */
export async function setPassword(visitor: Desk, link: string, password: string): Promise<void> {
	await visitor.go(link)
	await visitor.page.fill('[name=password]', password)
	await visitor.page.fill('[name=repeat]', password)
	await visitor.press(visitor.page.locator('main form button'))
	await visitor.page.waitForURL((url) => url.pathname === '/sign-in')
}

/** Tries a table of organs and people: what it would do and what is wrong with it. Nothing is written. */
export async function tryTable(system: Desk, file: NamedFile): Promise<void> {
	await system.go('/admin/import')
	const form = system.page.locator('main form:has([name=file])')
	await form.locator('[name=file]').setInputFiles(file)
	await system.send(form)
	await system.page.locator('main table').waitFor()
}

/** Imports the table that was tried last. */
export async function importTable(system: Desk): Promise<void> {
	await system.send(await system.form('confirm'))
	await system.page.locator('main [role=status]').last().waitFor()
}

/** The security administrator confirms whatever a table asked for, at once; gives how many posts that were. */
export async function confirmPosts(security: Desk): Promise<number> {
	await security.go('/admin/grants')
	const form = await security.form('confirm-all')
	const count = await form.locator('[name=posts]').count()
	await form.locator('[name=sure]').check()
	await security.send(form)
	return count
}

/** The slips for everybody without a password, made by one press: each person's account with their link. */
export async function makeSlips(security: Desk): Promise<string[]> {
	await security.go('/admin/first-links')
	await security.press(security.page.locator('main form:has([name=accounts]) button'))
	const links = security.page.locator('.login-slip code')
	await links.first().waitFor()
	return links.allInnerTexts()
}

/** A table as a file of comma separated values. */
export function asCsv(rows: readonly (readonly string[])[]): NamedFile {
	return {
		name: '机构和人员.csv',
		mimeType: CSV,
		buffer: Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`),
	}
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A table as a workbook with one sheet. */
export function asWorkbook(rows: readonly (readonly string[])[]): NamedFile {
	const lines = rows.map((row, at) => {
		const cells = row.map(
			(cell, column) =>
				`<c r="${String.fromCodePoint(65 + column)}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
		)
		return `<row r="${at + 1}">${cells.join('')}</row>`
	})
	const link = (type: string, target: string) =>
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
	const buffer = buildZip([
		{ name: '[Content_Types].xml', data: `<Types xmlns="${PACKAGE}/content-types"/>` },
		{ name: '_rels/.rels', data: link('officeDocument', 'xl/workbook.xml') },
		{
			name: 'xl/workbook.xml',
			data: `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		},
		{ name: 'xl/_rels/workbook.xml.rels', data: link('worksheet', 'worksheets/sheet1.xml') },
		{
			name: 'xl/worksheets/sheet1.xml',
			data: `<worksheet xmlns="${SHEET}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
		},
	])
	return { name: '机构和人员.xlsx', mimeType: XLSX, buffer }
}
