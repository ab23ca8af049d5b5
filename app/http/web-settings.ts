import type { PlainDate } from '#app/domain/calendar/plain-date.ts'
import type { Shell } from '#app/services/shell.server.ts'

/** What the web side knows of its surroundings; parsed once from the environment. */
export type WebSettings = {
	/** The origins whose forms are taken: the configured one, and for loopback both of its names. */
	readonly origins: readonly string[]
	readonly isSecure: boolean
	/** The first signs, all verify: a new secret is put in front, so nobody is signed out by the change. */
	readonly secrets: readonly string[]
	/** The proxies in front, as addresses or ranges: only they say from where a request comes. */
	readonly proxies: readonly string[]
	/** From which day on whoever signs, checks or confirms has to have a second factor. */
	readonly secondFactorFrom: PlainDate | null
}

/** What every loader and action is given. No module holds a connection of its own. */
export type WebContext = {
	readonly shell: Shell
	readonly web: WebSettings
	readonly nonce: string
	readonly requestId: string
	readonly address: string
}

/** The part of a loader's or action's arguments that the web layer reads. */
export type WebArgs = { readonly request: Request; readonly context: WebContext }
