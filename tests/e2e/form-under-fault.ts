import type { Locator } from 'playwright-core'
import { sending } from '#app/locales/zh-cn/sending.ts'
import type { Desk } from './browser.ts'
import type { Fault, FaultProxy } from './fault-proxy.ts'

/** What a form went through: what was lost, what was said that is not so, what was done twice. */
export type Toll = { readonly lost: string[]; readonly untrue: string[]; readonly twice: string[] }

/** What the page says of a form without an answer, by the beginning of its sentence. */
const SAID = {
	unknown: beginning(sending.head.unknown),
	none: beginning(sending.head.none),
	refused: beginning(sending.head.refused),
	done: beginning(sending.head.done),
} as const

/** Faults that no command outlives, and one that comes after it. */
export const BEFORE: readonly Fault[] = [
	{ cut: 'before' },
	{ cut: 'within' },
	{ status: 413, isPassedOn: false },
	{ status: 502, isPassedOn: false },
	{ status: 503, isPassedOn: false },
	{ status: 504, isPassedOn: false },
]
export const AFTER: readonly Fault[] = [
	{ cut: 'after' },
	{ cut: 'within-answer' },
	{ status: 502, isPassedOn: true },
	{ status: 504, isPassedOn: true },
]

/** The forms of commands on the page that is open, each with a key. */
export function commandForms(desk: Desk): Locator {
	return desk.page.locator('main form[method=post]:has([name=key])')
}

/** Fills in whatever a form has, and gives what is in it then, by field. */
export async function fillIn(desk: Desk, form: Locator): Promise<Words> {
	await desk.unfold(form)
	for (const field of await form.locator('textarea, input[type=text], input:not([type])').all())
		if (await field.isEditable()) await field.fill('青禾区便民服务若干规定')
	for (const field of await form.locator('input[type=password]').all()) await field.fill('not-this-one')
	for (const box of await form.locator('input[type=checkbox]:not(:disabled)').all()) await box.check()
	for (const name of new Set(await namesOf(form, 'input[type=radio]:not(:disabled)')))
		await form.locator(`input[type=radio][name="${name}"]:not(:disabled)`).first().check()
	return wordsIn(form)
}

type Words = Readonly<Record<string, string>>

/** What is typed and chosen in a form. */
export function wordsIn(form: Locator): Promise<Words> {
	return form.evaluate((element) => {
		const fields = new FormData(element as HTMLFormElement)
		const own = [...fields].filter(
			([name, value]) =>
				typeof value === 'string' && !['csrf', 'key', 'seen', 'password', 'repeat'].includes(name),
		)
		return Object.fromEntries(own.map(([name, value]) => [name, String(value)]))
	})
}

/** Sends a form into a fault, and adds to the toll what it did to the words on the page and to the truth. */
export async function sendInto(
	desk: Desk,
	proxy: FaultProxy,
	fault: Fault,
	form: Locator,
	toll: Toll,
): Promise<void> {
	const { page } = desk
	const name = `${new URL(page.url()).pathname} ${JSON.stringify(fault)}`
	const typed = await wordsIn(form)
	// Words that came back are sent under the key that they had.
	const key = await form.evaluate(
		(element: HTMLElement) =>
			element.dataset['key'] ?? element.querySelector<HTMLInputElement>('[name=key]')?.value ?? '',
	)
	proxy.arrived.length = 0
	proxy.befall(fault)
	await form.locator('button:not([type=button])').last().click()
	const notice = page.locator('[data-outbox]').first()
	await notice.waitFor()
	const said = await notice.innerText()
	const truth = await (await page.request.get(`${proxy.direct}/receipts/${key}`)).text()
	const claim = Object.entries(SAID).find(([, words]) => said.startsWith(words))?.[0]
	if (claim !== 'unknown' && claim !== truth) toll.untrue.push(`${name}: ${said}, but ${truth}`)
	if (/没有改动/.test(await page.locator('body').innerText())) toll.untrue.push(`${name}: claims no change`)
	const left = (await form.count()) > 0 ? await wordsIn(form) : {}
	for (const [field, value] of Object.entries(typed))
		if (left[field] !== value) toll.lost.push(`${name}: ${field}`)
	if (new Set(proxy.arrived).size > 1) toll.twice.push(name)
}

/** Gives a form up that waits to be sent again, or has been told of. */
export async function giveUp(desk: Desk): Promise<void> {
	const stop = desk.page.getByRole('button', { name: sending.stop })
	if ((await stop.count()) > 0) await stop.click()
	await desk.page.getByRole('button', { name: sending.close }).first().click()
}

/** Waits until a form that waits has its answer, and tells whether it was sent under more than its one key. */
export async function letItArrive(desk: Desk, proxy: FaultProxy, toll: Toll): Promise<void> {
	const now = desk.page.getByRole('button', { name: sending.now })
	await now.click({ timeout: 500 }).catch(() => {})
	await desk.page.locator('[data-outbox]').first().waitFor({ state: 'detached', timeout: 20_000 })
	if (new Set(proxy.arrived).size > 1) toll.twice.push(desk.page.url())
}

function beginning(sentence: string): string {
	return sentence.slice(0, sentence.indexOf('：'))
}

function namesOf(form: Locator, selector: string): Promise<string[]> {
	return form.locator(selector).evaluateAll((all) => all.map((each) => (each as HTMLInputElement).name))
}
