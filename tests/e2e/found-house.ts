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

/** An organ and its units, by the forms. */
export async function addOrgan(
	system: Desk,
	organ: { name: string; shortName: string; kind: string; units: readonly string[] },
): Promise<void> {
	await system.go('/admin/people/organs')
	const form = await system.form('organ')
	await form.locator('[name=name]').fill(organ.name)
	await form.locator('[name=shortName]').fill(organ.shortName)
	await form.locator('[name=kind]').selectOption(organ.kind)
	await system.send(form)
	for (const unit of organ.units) {
		const unitForm = await system.form('unit')
		await unitForm.locator('[name=organId]').selectOption({ label: organ.name })
		await unitForm.locator('[name=name]').fill(unit)
		await system.send(unitForm)
	}
}

/** A person with an account, by the form; it has no password yet. */
export async function addPerson(system: Desk, { name, login }: Member): Promise<void> {
	await system.go('/admin/people')
	const form = system.page.locator('main form:has([name=staffCode])')
	await system.unfold(form)
	await form.locator('[name=name]').fill(name)
	await form.locator('[name=staffCode]').fill(`S-${login}`)
	await form.locator('[name=loginName]').fill(login)
	await system.send(form)
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
	await system.page.locator('main [role=status]').waitFor()
}

/** A one-time link for somebody's password, as the system administrator is shown it, once. */
export async function issueLink(system: Desk, { login, name }: Member): Promise<string> {
	await system.go(`/admin/people?q=${encodeURIComponent(login)}`)
	await system.page.locator('main table').getByRole('link', { name, exact: true }).click()
	await system.page.waitForURL(/\/admin\/people\/[0-9a-f]{8}-/)
	await system.send(await system.form('link'))
	return system.page.locator('main [role=status] code').innerText()
}

/** The security administrator asks for a post; it counts when a second administrator has confirmed it. */
export async function requestPost(security: Desk, { login, place, role }: Member): Promise<void> {
	await security.go(`/admin/grants?q=${encodeURIComponent(login)}`)
	await security.page.locator('main a[href*="?person="]').click()
	const form = await security.form('request')
	await form.locator('[name=place]').selectOption({ label: place })
	await form.locator(`[name=role][value=${role}]`).check()
	await security.send(form)
}

/** The system administrator confirms whatever waits; gives how many posts count now that did not. */
export async function confirmPosts(system: Desk): Promise<number> {
	await system.go('/admin/grants')
	const waiting = system.page.locator('main form:has(button[value=confirm])')
	const count = await waiting.count()
	for (let at = 0; at < count; at += 1) await system.send(waiting.first(), 'button[value=confirm]')
	return count
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
