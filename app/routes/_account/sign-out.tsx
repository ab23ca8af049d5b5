import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { assertOwnForm } from '#app/http/own-form.server.ts'
import { readOpenForm } from '#app/http/read-form.server.ts'
import { sessionCookie } from '#app/http/session-cookie.server.ts'
import { signedInOrNull } from '#app/http/signed-in.server.ts'
import { signOut } from '#app/services/account/sign-in.server.ts'

const Scope = z.object({ scope: z.enum(['here', 'everywhere']).catch('here') })

/** Nothing to see here; the address is only for signing out. */
export function loader() {
	return redirect('/work')
}

export async function action(args: ActionFunctionArgs) {
	const signedIn = await signedInOrNull(args)
	if (!signedIn) return redirect('/sign-in')
	const form = await readOpenForm(args.request)
	assertOwnForm(args, signedIn.token, form)
	const { scope } = Scope.parse(Object.fromEntries(form))
	await signOut(signedIn.shell, signedIn.sessionId, scope)
	const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"' })
	headers.append('Set-Cookie', await sessionCookie(args.context.web).serialize('', { maxAge: 0 }))
	return redirect('/sign-in', { headers })
}
