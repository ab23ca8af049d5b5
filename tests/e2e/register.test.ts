import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDraft } from '#app/documents/write-draft.server.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { type Manner, Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'

const origin = demoOrigin()
let browser: Browser

beforeAll(async () => {
	browser = await launchChromium()
})

afterAll(() => browser?.close())

const MANNERS: [string, Manner, string][] = [
	['in Chinese', { language: 'zh-CN', hasScripts: true }, '青农规〔2025〕31号'],
	['in English, without JavaScript', { language: 'en', hasScripts: false }, '青农规〔2025〕32号'],
]

test.each(MANNERS)(
	'a secretary imports an old document, another confirms it, and its repeal is entered, %s',
	async (_name, manner, number) => {
		const secretary = await Desk.open(browser, origin, manner)
		await secretary.signIn('sunyue', DEMO_PASSWORD, '/register')
		const title = `青禾区农产品产地准出管理办法${number.slice(-3, -1)}`
		await proposeFile(secretary, title, number)
		await confirmImport(manner, title)
		await secretary.go(`/register?q=${encodeURIComponent(number.slice(0, 9))}`)
		await secretary.page.locator('main a', { hasText: title }).click()
		const main = secretary.page.locator('main')
		await main.getByText('农产品生产者应当出具承诺达标合格证').waitFor()
		await main
			.getByText(manner.language === 'en' ? 'In force' : '现行有效')
			.first()
			.waitFor()
		const form = await secretary.form('repeal')
		await form.locator('[name=repealedOn]').fill('2026-01-31')
		await form.locator('[name=basis]').fill('青农规〔2026〕1号第十条。')
		await secretary.send(form)
		await main
			.getByText(manner.language === 'en' ? 'Repealed' : '已废止')
			.first()
			.waitFor()
		expect(await main.locator('form [name=intent]').count()).toBe(0)
		expect(secretary.faults).toEqual([])
		await secretary.close()
	},
)

/** Sends the form first with everything wrong in it that can be, and then as it should be: nothing has to be typed twice. */
async function proposeFile(secretary: Desk, title: string, number: string): Promise<void> {
	await secretary.go('/register/import')
	const form = secretary.page.locator('main form').last()
	const field = (name: string) => form.locator(`[name=${name}]`)
	await field('title').fill(title)
	await field('documentNumber').fill('没有文号')
	await field('issuer').fill('青禾区农业农村局')
	await field('origin').fill('区农业农村局文书档案。')
	await field('publishedOn').fill('2025-06-02')
	await field('effectiveOn').fill('2025-06-01')
	await form.locator('[name=secrecy]').check()
	// Without script the browser itself asks for the file first; a refused page has to be given it again.
	const file = await publishedFile(title)
	await form.locator('[name=file]').setInputFiles(file)
	expect(await secretary.press(form.locator('button').last())).toBe(422)
	await form.locator('#effectiveOn-error').waitFor()
	expect(await form.locator('#documentNumber-error').count()).toBe(1)
	expect(await field('title').inputValue()).toBe(title)
	await field('documentNumber').fill(number.replace('〔', '[').replace('〕', ']'))
	await field('effectiveOn').fill('2025-07-01')
	await form.locator('[name=file]').setInputFiles(file)
	await secretary.send(form)
	await secretary.page.waitForURL(/\/register\/imports/)
}

/** Another than who proposed it confirms. */
async function confirmImport(manner: Manner, title: string): Promise<void> {
	const other = await Desk.open(browser, origin, manner)
	await other.signIn('hemin', DEMO_PASSWORD, '/register/imports')
	const card = other.page.locator('section', { hasText: title })
	await other.send(card.locator('form', { has: other.page.locator('[value=confirm]') }))
	await other.close()
}

async function publishedFile(title: string) {
	const paragraphs = [
		'第一条　为了规范农产品产地准出，制定本办法。',
		'第二条　农产品生产者应当出具承诺达标合格证。',
	]
	const bytes = await writeDraft({ title, paragraphs, numbering: 'typed' })
	const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
	return { name: `${title}.docx`, mimeType, buffer: Buffer.from(bytes) }
}
