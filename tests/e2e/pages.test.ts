import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routeName } from '#app/routes.ts'
import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { Desk, launchChromium } from './browser.ts'
import { demoOrigin } from './demo-origin.ts'
import { type Guide, PAGES } from './page-list.ts'
import { findUnsound } from './page-soundness.ts'

const SOURCES = import.meta.glob<string>('/app/routes/**/*.tsx', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * Both languages, both themes, both sizes of type, each laid out at a desk's and a phone's width. Axe judges each look at
 * one of the two, with PAGES=long at both: what differs between the themes are colours, and the test of colours holds
 * their contrast in both.
 */
const LOOKS = [
	{ look: { lang: 'zh-CN', theme: 'light', size: 'normal' }, judgedAt: [1366] },
	{ look: { lang: 'en', theme: 'dark', size: 'large' }, judgedAt: [390] },
] as const

const IS_LONG = process.env['PAGES'] === 'long'

const origin = demoOrigin()
const desks = new Map<string | null, Desk>()
let browser: Browser
let guide: Guide

beforeAll(async () => {
	browser = await launchChromium()
	const matter = await addressesOn(await deskOf('yanming'), '/matters', 'main a[href^="/matters/0"]')
	const meeting = await addressesOn(await deskOf('sunyue'), '/meetings', 'main a[href^="/meetings/0"]')
	guide = {
		matter,
		meeting,
		desk: deskOf,
		signInAgain: (desk, login, to) => desk.signIn(login, DEMO_PASSWORD, to),
	}
})

afterAll(() => browser?.close())

test('every route that shows a page is looked at, and nothing is said of routes that are gone', () => {
	const shown = Object.entries(SOURCES).filter(([, source]) => /^export default /m.test(source))
	const routes = shown.map(([file]) => routeName(file.slice('/app/routes/'.length)))
	expect(routes.toSorted()).toEqual(Object.keys(PAGES).toSorted())
})

test.each(Object.entries(PAGES))(
	'%s has no serious finding of axe and does not scroll sideways',
	async (_route, sights) => {
		for (const { login, at, status = 200 } of sights) {
			const path = await at(guide)
			const desk = await deskOf(login)
			for (const { look, judgedAt } of LOOKS) {
				await desk.choose(look)
				expect(await desk.go(path), path).toBe(status)
				const place = new URL(desk.page.url())
				expect(place.pathname + place.search).toBe(path)
				expect(
					await findUnsound(desk, IS_LONG ? undefined : judgedAt),
					`${path}, ${Object.values(look).join(', ')}`,
				).toEqual([])
			}
			expect(desk.faults).toEqual([])
		}
	},
)

test('O8 O9 a page has a name of its own on its tab; its heading has the focus when it comes', async () => {
	const drafter = await deskOf('wangxh')
	await drafter.choose({ lang: 'zh-CN' })
	await drafter.go('/work')
	expect(await drafter.page.title()).toBe('待我办理 · 议前')
	await drafter.page.locator('a[href="/matters"]:visible').first().press('Enter')
	await drafter.page.waitForURL('**/matters')
	await drafter.page.locator('h1:focus').waitFor()
	expect(await drafter.page.title()).toBe('审查事项 · 议前')
	const matter = guide.matter('高素质农民')
	const reviewer = await deskOf('zhoumy')
	await reviewer.choose({ lang: 'zh-CN' })
	await reviewer.go(`${matter}/trail`)
	expect(await reviewer.page.title()).toMatch(/^办理过程 · .*高素质农民.* · 议前$/)
})

test('what does not exist and what was refused are said on sound pages', async () => {
	const drafter = await deskOf('wangxh')
	expect(await drafter.go('/matters/00000000-0000-7000-8000-000000000000')).toBe(404)
	expect(await findUnsound(drafter)).toEqual([])
	// An official is led back to their work from a wrong address; a citizen is shown no way into the house.
	const waysIn = drafter.page.locator('main a[href="/work"]')
	expect(await drafter.go('/no-such-page')).toBe(404)
	expect(await waysIn.count()).toBe(1)
	expect(await drafter.go('/consultations/no-such-code')).toBe(404)
	expect(await waysIn.count()).toBe(0)
	const secretary = await deskOf('sunyue')
	await secretary.go(guide.meeting('第42次'))
	// The last of the pool is shut: its text changed after it was cleared.
	expect(await secretary.press(secretary.page.locator('main form button[value=list]').last())).toBe(409)
	const refused = secretary.page.locator('main [role=alert]').first()
	await refused.waitFor()
	expect(await refused.locator('li').count()).toBeGreaterThan(0)
	expect(await findUnsound(secretary)).toEqual([])
})

test('an ordinary matter prints on one sheet of A4', async () => {
	const supervisor = await deskOf('yanming')
	await supervisor.choose({ lang: 'zh-CN' })
	for (const title of ['高素质农民', '采购支持中小企业']) {
		await supervisor.go(guide.matter(title))
		const sheets = (await supervisor.page.pdf({ preferCSSPageSize: true })).toString('latin1')
		expect(sheets.match(/\/Type \/Page\b/g), title).toHaveLength(1)
	}
})

test('a comparison prints what its reader chose: only the changes, or the whole text', async () => {
	const reviewer = await deskOf('zhoumy')
	await reviewer.choose({ lang: 'zh-CN' })
	const printedOf = async (path: string) => {
		await reviewer.go(`${guide.matter('高素质农民')}/redline${path}`)
		await reviewer.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
		await reviewer.page.emulateMedia({ media: 'print' })
		const printed = await reviewer.page.locator('main').innerText()
		// A page may end between a head that is only heard and the text: it is not printed at all.
		const heads = await reviewer.page
			.locator('.redline-block thead')
			.evaluateAll((all) => all.map((each) => getComputedStyle(each).display))
		expect(new Set(heads)).toEqual(new Set(['none']))
		await reviewer.page.emulateMedia({ media: null })
		return printed
	}
	const unchanged = '本办法适用于本区行政区域内高素质农民的申报、认定、管理和服务'
	expect(await printedOf('?around=0')).not.toContain(unchanged)
	expect(await printedOf('?around=all')).toContain(unchanged)
})

async function deskOf(login: string | null): Promise<Desk> {
	const present = desks.get(login)
	if (present) return present
	const desk = await Desk.open(browser, origin, { language: 'zh-CN', hasScripts: true })
	if (login !== null) await desk.signIn(login, DEMO_PASSWORD)
	desks.set(login, desk)
	return desk
}

/** The addresses that a list links to, to be found by a part of their title. */
async function addressesOn(desk: Desk, path: string, selector: string): Promise<(title: string) => string> {
	await desk.go(path)
	const links = await desk.page
		.locator(selector)
		.evaluateAll((anchors) =>
			anchors.map((anchor) => [anchor.textContent ?? '', anchor.getAttribute('href') ?? ''] as const),
		)
	return (title) => {
		const found = links.find(([words]) => words.includes(title))
		if (!found) throw new Error(`${path} does not lead to ${title}`)
		return found[1]
	}
}
