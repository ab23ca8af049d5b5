import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { assertOwnOrigin } from '#app/http/own-form.server.ts'
import { ownPath } from '#app/http/own-path.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'

/** Choices that are kept in cookies for a year; they say nothing about anybody and open nothing. */
const Choices = z.object({
	lang: z.enum(['zh-CN', 'en']).optional().catch(undefined),
	theme: z.enum(['system', 'light', 'dark']).optional().catch(undefined),
	size: z.enum(['normal', 'large']).optional().catch(undefined),
	back: z.string().catch(''),
})
const YEAR = 60 * 60 * 24 * 365

export function loader() {
	return redirect('/work')
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	// Visitors choose too, and a choice is nothing that a token must guard; another site makes none for us all the same.
	assertOwnOrigin(args)
	const { back, ...chosen } = Choices.parse(Object.fromEntries(await readOpenForm(request)))
	const headers = new Headers()
	const secure = context.web.isSecure ? '; Secure' : ''
	for (const [name, value] of Object.entries(chosen))
		if (value !== undefined)
			headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`)
	return redirect(ownPath(back), { headers })
}
