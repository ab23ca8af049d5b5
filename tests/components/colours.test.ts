import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('app/styles/app.css', 'utf8')
const light = tokensAfter(':root {')
const dark = tokensAfter("html[data-theme='dark'] {")
const systemDark = tokensAfter("html:not([data-theme='light']):not([data-theme='dark']) {")

/** Text on its ground: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT = [
	['ink', 'surface'],
	['ink', 'page'],
	['ink2', 'surface'],
	['ink2', 'sunken'],
	['ink2', 'page'],
	['ink3', 'surface'],
	['ink3', 'page'],
	['ink3', 'sunken'],
	['accent', 'surface'],
	['accent', 'page'],
	['accent', 'sunken'],
	['accent', 'accent-soft'],
	['ink', 'accent-soft'],
	['ink2', 'accent-soft'],
	['on-accent', 'accent'],
	['ok', 'ok-soft'],
	['warn', 'warn-soft'],
	['bad', 'bad-soft'],
	['bad', 'surface'],
	['bad', 'accent-soft'],
	['accent', 'bad-soft'],
	['ins', 'ins-soft'],
	['del', 'del-soft'],
	['bar-ink', 'bar'],
	['bar-ink2', 'bar'],
] as const

/** The borders of what can be pressed or filled in: at least 3 to 1 (WCAG 2.2, 1.4.11). */
const BORDERS = [
	['control', 'surface'],
	['accent', 'page'],
] as const

test.each(TEXT)('%s can be read on %s, by day and by night', (ink, ground) => {
	expect(contrast(light, ink, ground)).toBeGreaterThanOrEqual(4.5)
	expect(contrast(dark, ink, ground)).toBeGreaterThanOrEqual(4.5)
})

test.each(BORDERS)('%s can be made out on %s, by day and by night', (border, ground) => {
	expect(contrast(light, border, ground)).toBeGreaterThanOrEqual(3)
	expect(contrast(dark, border, ground)).toBeGreaterThanOrEqual(3)
})

test('dark by hand and dark by the system are the same colours', () => {
	expect(Object.fromEntries(systemDark)).toEqual(Object.fromEntries(dark))
})

test('every colour of the day has one for the night', () => {
	expect([...dark.keys()].sort()).toEqual([...light.keys()].sort())
})

function tokensAfter(selector: string): Map<string, string> {
	const start = css.indexOf(selector) + selector.length
	const block = css.slice(start, css.indexOf('}', start))
	return new Map(
		[...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
	)
}

function contrast(theme: ReadonlyMap<string, string>, ink: string, ground: string): number {
	const [a, b] = [luminance(theme.get(ink)), luminance(theme.get(ground))]
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex = ''): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
		return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
