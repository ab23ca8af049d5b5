/** A small browser without JavaScript: keeps cookies, reads the hidden fields of a form, sends it. For proofs only. */
export class WebClient {
	readonly #origin: string
	readonly #cookies = new Map<string, string>()

	constructor(origin: string) {
		this.#origin = origin
	}

	/** Gets a page. */
	async get(path: string): Promise<{ status: number; text: string }> {
		const response = await fetch(this.#origin + path, { headers: this.#headers(), redirect: 'manual' })
		this.#keep(response)
		return { status: response.status, text: await response.text() }
	}

	/** Sends a form; `location` is where the answer leads. */
	async post(
		path: string,
		fields: Readonly<Record<string, string>>,
	): Promise<{ status: number; location: string; text: string }> {
		const response = await fetch(this.#origin + path, {
			method: 'POST',
			headers: {
				...this.#headers(),
				Origin: this.#origin,
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: new URLSearchParams(fields).toString(),
			redirect: 'manual',
		})
		this.#keep(response)
		return {
			status: response.status,
			location: response.headers.get('Location') ?? '',
			text: await response.text(),
		}
	}

	/** Signs in by the sign-in page. */
	async signIn(loginName: string, password: string): Promise<void> {
		const hidden = hiddenFields((await this.get('/sign-in')).text)
		const answer = await this.post('/sign-in', { ...hidden, loginName, password })
		if (answer.status >= 400) throw new Error(`${loginName} could not sign in: ${answer.status}`)
	}

	/** The Cookie header of this browser, for a load generator. */
	cookieHeader(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	}

	#headers(): Record<string, string> {
		return { Cookie: this.cookieHeader() }
	}

	#keep(response: Response): void {
		for (const cookie of response.headers.getSetCookie()) {
			const [pair = ''] = cookie.split(';')
			const at = pair.indexOf('=')
			this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
		}
	}
}

/** The hidden fields of the first form of a page that carries a token in `<main>`. */
export function hiddenFields(html: string): Record<string, string> {
	const main = html.slice(Math.max(0, html.indexOf('<main')))
	const fields: Record<string, string> = {}
	for (const [tag] of main.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
		const name = /name="([^"]*)"/.exec(tag)?.[1]
		const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
		if (name && !(name in fields)) fields[name] = value.replaceAll('&amp;', '&')
	}
	return fields
}
