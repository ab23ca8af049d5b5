import { expect, test } from 'vitest'
import {
	formToken,
	isFormToken,
	newToken,
	sessionCookie,
	tokenId,
	visitCookie,
} from '#app/http/session-cookie.server.ts'
import type { WebSettings } from '#app/http/web-settings.ts'

const OPEN: WebSettings = {
	origins: [],
	isSecure: false,
	secrets: ['the first secret of this house'],
	proxies: [],
	secondFactorFrom: null,
}
const SECURE: WebSettings = { ...OPEN, isSecure: true }

test.each([sessionCookie, visitCookie])(
	'with https a cookie is bound to this host, to https and to requests',
	async (cookieOf) => {
		const [pair, ...flags] = (await cookieOf(SECURE).serialize('token')).split('; ')
		expect(pair).toMatch(/^__Host-yiqian/)
		expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
	},
)

test.each([sessionCookie, visitCookie])(
	'on this machine a cookie has no https to be bound to, and the rest',
	async (cookieOf) => {
		const [pair, ...flags] = (await cookieOf(OPEN).serialize('token')).split('; ')
		expect(pair).toMatch(/^yiqian/)
		expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax'])
	},
)

test('a token is 256 bits of chance, and the database knows only its hash', () => {
	const tokens = Array.from({ length: 100 }, newToken)
	expect(new Set(tokens).size).toBe(100)
	for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
	expect(tokenId(tokens[0] ?? '')).toMatch(/^[0-9a-f]{64}$/)
})

test('a cookie that somebody altered, or signed with another secret, is none', async () => {
	const cookie = (await sessionCookie(OPEN).serialize('token')).split(';')[0] ?? ''
	expect(await sessionCookie(OPEN).parse(cookie)).toBe('token')
	const foreign = { ...OPEN, secrets: ['the secret of another house'] }
	expect(await sessionCookie(foreign).parse(cookie)).toBeFalsy()
	expect(await sessionCookie(OPEN).parse(cookie.replace('=', '=x'))).toBeFalsy()
})

test('a new secret signs out nobody: what the former signed still counts, and the new one signs', async () => {
	const changed = { ...OPEN, secrets: ['the new secret of this house', ...OPEN.secrets] }
	const cookie = (await sessionCookie(OPEN).serialize('token')).split(';')[0] ?? ''
	expect(await sessionCookie(changed).parse(cookie)).toBe('token')
	expect(isFormToken(changed, 'token', formToken(OPEN, 'token'))).toBe(true)
	expect(formToken(changed, 'token')).not.toBe(formToken(OPEN, 'token'))
})

test('a form’s token is of one session, and nothing of it gives the session away', () => {
	expect(isFormToken(OPEN, 'token', formToken(OPEN, 'token'))).toBe(true)
	for (const wrong of ['', 'x', formToken(OPEN, 'other'), `${formToken(OPEN, 'token')}x`])
		expect(isFormToken(OPEN, 'token', wrong)).toBe(false)
	expect(formToken(OPEN, 'token')).not.toContain('token')
})
