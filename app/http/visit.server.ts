import { formToken, newToken, visitCookie } from './session-cookie.server.ts'
import type { WebArgs } from './web-settings.ts'

/** The token of a browser that is not signed in: what it carries, or a new one with the cookie that keeps it. */
export async function openVisit(args: WebArgs): Promise<{ csrf: string; headers: Headers }> {
	const headers = new Headers()
	const present = await visitToken(args)
	const token = present ?? newToken()
	if (present === null) headers.append('Set-Cookie', await visitCookie(args.context.web).serialize(token))
	return { csrf: formToken(args.context.web, token), headers }
}

/** The token that a visitor's browser carries, or null. */
export async function visitToken({ request, context }: WebArgs): Promise<string | null> {
	const token: unknown = await visitCookie(context.web).parse(request.headers.get('Cookie'))
	return typeof token === 'string' ? token : null
}
