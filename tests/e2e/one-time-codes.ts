import { DEMO_PASSWORD } from '#seeds/demo/accounts.ts'
import { codeOf } from '#tests/support/second-factor-steps.ts'
import type { Desk } from './browser.ts'
import type { Guide } from './page-list.ts'

/** Sets up one-time codes for somebody whom no other page is shown to. */
async function setUpCodes(desk: Desk): Promise<void> {
	await desk.go('/second-factor')
	const letters = await desk.page.locator('main li code').innerText()
	await desk.page.fill('main [name=oneTimeCode]', codeOf({ now: () => new Date() }, letters))
	await desk.page.fill('main [name=password]', DEMO_PASSWORD)
	await desk.press(desk.page.locator('main form button').last())
	await desk.page.locator('main li').nth(9).waitFor()
}

/** A page where a code is given again: somebody has set codes up. */
export async function confirmByCode({ desk }: Pick<Guide, 'desk'>): Promise<string> {
	await setUpCodes(await desk('caiym'))
	return '/second-factor/confirm?to=%2Fwork'
}

/** The password was right, and the browser is not known any more: a code is asked for. */
export async function waitForCode({ desk }: Pick<Guide, 'desk'>): Promise<string> {
	const head = await desk('dengwx')
	await setUpCodes(head)
	await head.go('/account')
	await head.press(head.page.locator('main [name=scope][value=everywhere]'))
	await head.go('/sign-in')
	await head.page.fill('[name=loginName]', 'dengwx')
	await head.page.fill('[name=password]', DEMO_PASSWORD)
	await head.press(head.page.locator('main form button'))
	await head.page.waitForURL((url) => url.pathname === '/sign-in/code')
	return '/sign-in/code?to=%2Fwork'
}
