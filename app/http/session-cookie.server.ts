import { type Cookie, createCookie } from '@remix-run/node'
import { createHmac, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { WebArgs, WebSettings } from './web-settings.ts'

/** The cookie that carries the session token. `__Host-` binds it to this host and to https. */
export function sessionCookie(web: WebSettings): Cookie {
	return createCookie(web.isSecure ? '__Host-yiqian' : 'yiqian', {
		httpOnly: true,
		sameSite: 'lax',
		secure: web.isSecure,
		path: '/',
		secrets: [...web.secrets],
	})
}

/** A cookie for the time before signing in, so that the sign-in form has a token too. */
export function visitCookie(web: WebSettings): Cookie {
	return createCookie(web.isSecure ? '__Host-yiqian-visit' : 'yiqian-visit', {
		httpOnly: true,
		sameSite: 'lax',
		secure: web.isSecure,
		path: '/',
		secrets: [...web.secrets],
	})
}

/** A browser that somebody signed in from is known again for so long, in seconds. */
const DEVICE_SECONDS = 180 * 24 * 60 * 60

/** A cookie by which a browser is known that somebody signed in from: strangers' tries do not lock it. It opens nothing. */
export function deviceCookie(web: WebSettings): Cookie {
	return createCookie(web.isSecure ? '__Host-yiqian-device' : 'yiqian-device', {
		httpOnly: true,
		sameSite: 'lax',
		secure: web.isSecure,
		path: '/',
		maxAge: DEVICE_SECONDS,
		secrets: [...web.secrets],
	})
}

/** The token that a browser carries, whether its session is open or not; null where it carries none. */
export async function sessionToken({ request, context }: WebArgs): Promise<string | null> {
	const token: unknown = await sessionCookie(context.web).parse(request.headers.get('Cookie'))
	return typeof token === 'string' ? token : null
}

/** A new token: 256 bits from the system's generator, base64url. */
export function newToken(): string {
	return randomBytes(32).toString('base64url')
}

/** The id under which the database knows a token. */
export function tokenId(token: string): string {
	return createHash('sha256').update(token).digest('hex')
}

/** The form token of a session or visit. */
export function formToken(web: WebSettings, token: string): string {
	const [secret] = web.secrets
	if (secret === undefined) throw new Error('no session secret is set')
	return createHmac('sha256', secret).update(`form\n${token}`).digest('base64url')
}

/** Whether a form's token belongs to this session or visit, by any of the secrets. */
export function isFormToken(web: WebSettings, token: string, given: string): boolean {
	return web.secrets.some((secret) => {
		const wanted = Buffer.from(createHmac('sha256', secret).update(`form\n${token}`).digest('base64url'))
		const got = Buffer.from(given)
		return wanted.length === got.length && timingSafeEqual(wanted, got)
	})
}
