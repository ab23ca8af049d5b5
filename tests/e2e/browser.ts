import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type Locator, type Page, chromium } from 'playwright-core'

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
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	})
}

/** How a journey is made: its language, and whether the browser runs scripts. */
export type Manner = { readonly language: 'zh-CN' | 'en'; readonly hasScripts: boolean }

/** Somebody at their desk: a browser window of their own, signed in by the sign-in page. */
export class Desk {
	readonly page: Page
	readonly faults: string[] = []
	readonly #origin: string
	readonly #manner: Manner

	private constructor(page: Page, origin: string, manner: Manner) {
		this.page = page
		this.#origin = origin
		this.#manner = manner
		page.on('response', (response) => {
			if (response.status() >= 500) this.faults.push(`${response.status()} ${response.url()}`)
		})
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
		const desk = new Desk(await context.newPage(), origin, manner)
		await desk.choose({ lang: manner.language })
		return desk
	}

	/** Signs in, and goes on to a page of the house. */
	async signIn(login: string, password: string, to = '/work'): Promise<void> {
		await this.go(`/sign-in?to=${encodeURIComponent(to)}`)
		await this.page.fill('[name=loginName]', login)
		await this.page.fill('[name=password]', password)
		await this.page.locator('main form button').click()
		await this.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
	}

	/** Another browser of the same manner, in which nobody is signed in. */
	async beside(): Promise<Desk> {
		const browser = this.page.context().browser()
		if (!browser) throw new Error('the browser is closed')
		return Desk.open(browser, this.#origin, this.#manner)
	}

	/** Sets how the pages of this desk look from the next one on: language, theme, size of type. */
	async choose(look: Readonly<Record<string, string>>): Promise<void> {
		const url = this.#origin
		await this.page.context().addCookies(Object.entries(look).map(([name, value]) => ({ name, value, url })))
	}

	/** Opens a page, by its path or its whole address, and waits until its scripts have taken it over. Gives its status. */
	async go(path: string): Promise<number> {
		const answer = await this.page.goto(new URL(path, this.#origin).href)
		if (this.#manner.hasScripts) await this.page.waitForFunction(isTakenOver)
		return answer?.status() ?? 0
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

	/**
	 * Sends a form and waits for the page that follows: the key that the form carried is on no page again. A refusal
	 * is an error of the journey, in the words that the page gives it.
	 */
	async send(form: Locator, button = 'button'): Promise<void> {
		await this.#expect(form)
		const key = await form.locator('[name=key]').inputValue()
		const status = await this.press(form.locator(button).last())
		if (status >= 400) throw new Error(`${this.page.url()} answered ${status}: ${await this.#refusal()}`)
		await this.page.locator(`main [name=key][value="${key}"]`).first().waitFor({ state: 'detached' })
		await this.page.waitForLoadState('domcontentloaded')
	}

	/** Presses what sends a form, and gives the status of the answer. */
	async press(button: Locator): Promise<number> {
		const [answer] = await Promise.all([
			this.page.waitForResponse((response) => response.request().method() === 'POST'),
			button.click(),
		])
		return answer.status()
	}

	/** Waits for a form. @throws with the words of the page that does not have it */
	async #expect(form: Locator): Promise<void> {
		try {
			await form.waitFor({ state: 'attached', timeout: 10_000 })
		} catch (error) {
			const words = await this.page.locator('main').innerText()
			throw new Error(`${this.page.url()} has no such form, it says: ${words}`, { cause: error })
		}
	}

	/** The words of the refusal on the page and of the fields that it is about, or of the whole page without one. */
	async #refusal(): Promise<string> {
		const main = this.page.locator('main')
		const said = main.locator('[role=alert], [id$="-error"]')
		try {
			await said.first().waitFor({ timeout: 10_000 })
		} catch {
			return main.innerText()
		}
		return (await said.allInnerTexts()).join(' | ')
	}

	async close(): Promise<void> {
		await this.page.context().close()
	}
}

/** In the page: React has made the served markup its own, so that what is typed or pressed now is not lost. */
function isTakenOver(): boolean {
	const main = document.querySelector('main')
	return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber$'))
}
