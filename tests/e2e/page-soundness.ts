import { AxeBuilder } from '@axe-core/playwright'
import type { Desk } from './browser.ts'

/** A phone and a desk. */
const WIDTHS = [390, 1366] as const

/** What is unsound in the page that a desk has before it: what axe calls serious or critical, and sideways scrolling. */
export async function findUnsound(desk: Desk): Promise<string[]> {
	const { page } = desk
	const found: string[] = []
	// What is folded away is part of the page.
	await page
		.locator('main details')
		.evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 })
		const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
		for (const { id, impact, nodes } of violations)
			if (impact === 'serious' || impact === 'critical')
				found.push(...nodes.map((node) => `${width}: ${id}: ${node.html.slice(0, 200)}`))
		found.push(...(await page.evaluate(findBeyond)).map((words) => `${width}: ${words}`))
	}
	return found
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
