import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { zhCn } from '#app/locales/zh-cn/resources.ts'
import type { Desk } from './browser.ts'

/** A phone and a desk. */
const WIDTHS = [390, 1366] as const

/** The names of sentences, but for those that are also kinds of the trail, which its own page shows. */
const KEYS = new Set(keysOf(zhCn).filter((key) => !(key in zhCn.acts.done)))

/**
 * What is unsound in the page that a desk has before it: sideways scrolling at every width, what axe calls serious or
 * critical at those that it is to judge at, and the name of a sentence in its place.
 */
export async function findUnsound(desk: Desk, judgedAt: readonly number[] = WIDTHS): Promise<string[]> {
	const { page } = desk
	const found: string[] = []
	// What is folded away is part of the page.
	await page
		.locator('main details')
		.evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 })
		found.push(...(await page.evaluate(findBeyond)).map((words) => `${width}: ${words}`))
		if (judgedAt.includes(width)) found.push(...(await judge(page)).map((words) => `${width}: ${words}`))
	}
	// The browser says the page again from the words that it was sent: a sentence left out shows as its name.
	const shown = (await page.evaluate(readSaid)).match(/[a-zA-Z]+(?:\.[\w-]+)+/g) ?? []
	found.push(...shown.filter((word) => KEYS.has(word)).map((key) => `without its words: ${key}`))
	return found
}

/** What axe calls serious or critical, with the beginning of each place. */
async function judge(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`))
}

/** In the page: all that is said to a reader, seen or heard. What a paper notes of its rows is for machines. */
function readSaid(): string {
	const heard = [...document.querySelectorAll('body *')].flatMap((element) =>
		['aria-label', 'title', 'alt', 'placeholder', 'value'].map((name) => element.getAttribute(name) ?? ''),
	)
	const shown = document.body.cloneNode(true) as HTMLElement
	for (const unseen of shown.querySelectorAll('script, style')) unseen.remove()
	return [shown.textContent, ...heard].join('\n')
}

/** In the page: whether it scrolls sideways, and what reaches out of the window without a place that scrolls to it. */
function findBeyond(): string[] {
	const { scrollWidth, clientWidth } = document.documentElement
	const scrolls = (element: Element | null): boolean =>
		element !== null &&
		(/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
	const cut = [...document.querySelectorAll('main *')].find(
		(element) => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element),
	)
	return [
		...(scrollWidth > clientWidth
			? [`the page is ${scrollWidth - clientWidth} px wider than its window`]
			: []),
		...(cut ? [`cut off at the edge: ${cut.outerHTML.slice(0, 200)}`] : []),
	]
}

type Sentences = { readonly [key: string]: string | Sentences }

function keysOf(sentences: Sentences, before = ''): string[] {
	return Object.entries(sentences).flatMap(([name, value]) =>
		typeof value === 'string' ? [before + name] : keysOf(value, `${before}${name}.`),
	)
}
