import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine. @throws with how to get one */
export function launchChromium(): Promise<Browser> {
	const executablePath = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place))
	if (!executablePath)
		throw new Error(
			'No Chromium found. Install it (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM.',
		)
	return chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
	})
}

/** How a journey is made: its language, and whether the browser runs scripts. */
export type Manner = { readonly language: 'zh-CN' | 'en'; readonly hasScripts: boolean }

/** Somebody at their desk: a browser window of their own, signed in by the sign-in page. */
export class Desk {
	readonly page: Page
	readonly faults: string[] = []
	readonly #origin: string

	private constructor(page: Page, origin: string) {
		this.page = page
		this.#origin = origin
		page.on('pageerror', (error) => this.faults.push(String(error)))
		page.on('console', (message) => {
			// A refused form answers 4xx, and Chromium says so; that is no fault of the page.
			if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
				this.faults.push(message.text())
		})
	}

	static async open(browser: Browser, origin: string, manner: Manner): Promise<Desk> {
		const context: BrowserContext = await browser.newContext({
			javaScriptEnabled: manner.hasScripts,
			viewport: { width: 1366, height: 900 },
		})
		await context.addCookies([{ name: 'lang', value: manner.language, url: origin }])
		return new Desk(await context.newPage(), origin)
	}

	async signIn(login: string, password: string): Promise<void> {
		await this.go('/sign-in')
		await this.page.fill('[name=loginName]', login)
		await this.page.fill('[name=password]', password)
		await this.page.locator('main form button').click()
		await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
	}

	async go(path: string): Promise<void> {
		await this.page.goto(this.#origin + path, { waitUntil: 'networkidle' })
	}

	/** The form that carries a hidden intent, or that has a button of it; opened if it is folded away. */
	async form(intent: string, which = ''): Promise<Locator> {
		const form = this.page.locator(`main form:has([name=intent][value="${intent}"])${which}`).first()
		await this.unfold(form)
		return form
	}

	/** Opens the folded parts around something, from the outside in. */
	async unfold(inner: Locator): Promise<void> {
		await inner.waitFor({ state: 'attached' })
		const folds = inner.locator('xpath=ancestor::details[not(@open)]')
		for (let left = await folds.count(); left > 0; left -= 1) await folds.first().locator('> summary').click()
	}

	/** Sends a form and waits for the page that follows; a refusal on it is an error of the journey. */
	async send(form: Locator, button = 'button'): Promise<void> {
		const answered = this.page.waitForResponse((response) => response.request().method() === 'POST')
		await form.locator(button).last().click()
		await answered
		await this.page.waitForLoadState('networkidle')
		await this.page.waitForTimeout(100)
		const refusal = this.page.locator('main [role=alert]')
		if ((await refusal.count()) > 0)
			throw new Error(`${this.page.url()} refused: ${await refusal.first().innerText()}`)
	}

	async close(): Promise<void> {
		await this.page.context().close()
	}
}
