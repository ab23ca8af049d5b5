import { isFormToken } from './session-cookie.server.ts'
import type { WebArgs } from './web-settings.ts'

/**
 * The token check of a form, whoever sends it: a command, signing in, a one-time link.
 *
 * @throws Response 403
 */
export function assertOwnForm(args: WebArgs, token: string, fields: FormData): void {
	assertOwnOrigin(args)
	if (!isOwnForm(args, token, fields)) throw new Response('the form has no valid token', { status: 403 })
}

/**
 * Turns away what a page of another origin sends. A browser too old to name the origin is held to the form's token.
 *
 * @throws Response 403
 */
export function assertOwnOrigin(args: WebArgs): void {
	if (!isOwnOrigin(args)) throw new Response('forms of another origin are not taken', { status: 403 })
}

/** Whether a form was sent by a page of ours, with the token of this session or visit. */
export function isOwnForm(args: WebArgs, token: string, fields: FormData): boolean {
	const given = fields.get('csrf')
	// Without a session or visit there is nothing that a form's token could belong to.
	if (token === '' || typeof given !== 'string') return false
	return isOwnOrigin(args) && isFormToken(args.context.web, token, given)
}

function isOwnOrigin({ request, context }: WebArgs): boolean {
	const origin = request.headers.get('Origin')
	if (origin !== null) return context.web.origins.includes(origin)
	const site = request.headers.get('Sec-Fetch-Site')
	return site === null || site === 'same-origin'
}
