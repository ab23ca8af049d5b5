import { redirect } from '@remix-run/node'
import { isObligatory, needsSecondFactor } from '#app/domain/account/second-factor.ts'
import { SECRET_FIELDS } from '#app/forms/secret-fields.ts'
import type { Actor } from '#app/domain/permission/relation.ts'
import { findSession } from '#app/services/account/find-session.server.ts'
import { keepUnsentForm } from '#app/services/account/keep-unsent-form.server.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { isOwnForm } from './own-form.server.ts'
import { readForm } from './read-form.server.ts'
import { maySendFiles, receiveUpload } from './receive-upload.server.ts'
import { formToken, sessionToken, tokenId } from './session-cookie.server.ts'
import type { WebArgs } from './web-settings.ts'

/** Somebody who is signed in: who acts, by which account, and the token that their forms carry. */
export type SignedIn = {
	readonly shell: Shell
	readonly actor: Actor
	readonly account: { readonly id: string; readonly loginName: string }
	readonly home: { readonly organ: string; readonly district: string }
	readonly sessionId: string
	readonly token: string
	readonly csrf: string
	/** Whether the account has a second factor, and whether a code was given a short time ago. */
	readonly hasSecondFactor: boolean
	readonly isCodeFresh: boolean
}

/**
 * The signed-in actor, or a redirect to the sign-in page. A form that was sent past its session is kept for its
 * account and offered again after signing in: nothing typed is lost. Whoever has to have a second factor by now and has
 * none is led to where it is set up, and to no other page.
 *
 * @throws Response the redirect
 */
export async function requireSignedIn(args: WebArgs, page?: 'setting-up'): Promise<SignedIn> {
	const found = await findSignedIn(args)
	if (found.state !== 'live') throw await redirectTo('/sign-in', args, found.state === 'over' ? found : null)
	const { signedIn } = found
	if (page !== 'setting-up' && lacksSecondFactor(args, signedIn))
		throw await redirectTo('/second-factor', args, ofSession(signedIn))
	return signedIn
}

/** Whose form is kept, and the token that their form carries. */
type KeptFor = {
	readonly account: { readonly jurisdictionId: string; readonly id: string }
	readonly token: string
}

function ofSession({ actor, account, token }: SignedIn): KeptFor {
	return { account: { jurisdictionId: actor.jurisdictionId, id: account.id }, token }
}

function lacksSecondFactor({ context }: WebArgs, { actor, hasSecondFactor, shell }: SignedIn): boolean {
	if (hasSecondFactor || !isObligatory(context.web.secondFactorFrom, shell.now())) return false
	return needsSecondFactor(actor.posts.map((post) => post.role))
}

async function redirectTo(page: string, args: WebArgs, session: KeptFor | null): Promise<Response> {
	const { pathname, search } = new URL(args.request.url)
	const kept = session && (await keepForm(args, session))
	const back =
		kept === null ? pathname.replace(/\.data$/, '') + search : `/kept?form=${encodeURIComponent(kept)}`
	return redirect(`${page}?to=${encodeURIComponent(back)}`)
}

/** The signed-in actor, or null for a visitor. */
export async function signedInOrNull(args: WebArgs): Promise<SignedIn | null> {
	const found = await findSignedIn(args)
	return found.state === 'live' ? found.signedIn : null
}

type Found =
	| { state: 'live'; signedIn: SignedIn }
	| { state: 'over'; account: { jurisdictionId: string; id: string }; token: string }
	| { state: 'none' }

/** What one request has found: its loaders ask one after the other, and the session is read once for all of them. */
const foundBy = new WeakMap<WebArgs['context'], Promise<Found>>()

function findSignedIn(args: WebArgs): Promise<Found> {
	const present = foundBy.get(args.context)
	if (present) return present
	const found = readSession(args)
	foundBy.set(args.context, found)
	return found
}

async function readSession({ request, context }: WebArgs): Promise<Found> {
	const token = await sessionToken({ request, context })
	if (token === null) return { state: 'none' }
	const session = await findSession(context.shell, tokenId(token))
	if (!session) return { state: 'none' }
	if (!session.isLive) return { state: 'over', account: session.account, token }
	return {
		state: 'live',
		signedIn: {
			shell: context.shell,
			actor: session.actor,
			account: { id: session.account.id, loginName: session.account.loginName },
			home: session.home,
			sessionId: session.id,
			token,
			csrf: formToken(context.web, token),
			hasSecondFactor: session.hasSecondFactor,
			isCodeFresh: session.isCodeFresh,
		},
	}
}

/**
 * Keeps the text fields of a form that came too late. Files are not kept, and the page after signing in says so. What
 * did not come from a page of ours, with that session's token, is not offered to anybody as their own words.
 */
async function keepForm(args: WebArgs, { account, token }: KeptFor): Promise<string | null> {
	const { request, context } = args
	if (request.method !== 'POST') return null
	const isOwn = (fields: FormData) => isOwnForm(args, token, fields)
	const read = maySendFiles(request) ? await receiveUpload(request, { isOwn, files: 'left' }) : null
	const fields =
		read === null ? await readForm(request).catch(() => null) : read.ok ? read.value.fields : null
	if (!fields || !isOwn(fields)) return null
	const hadFiles = read?.ok === true && read.value.files.length > 0
	const { pathname, search } = new URL(request.url)
	const texts = [...fields].filter((field): field is [string, string] => typeof field[1] === 'string')
	return keepUnsentForm(context.shell, account, {
		// What saves itself while somebody types is offered again as the form of its page.
		action: pathname.replace(/\.data$|\/autosave$/, '') + search,
		fields: texts.filter(([name]) => name !== 'csrf' && !SECRET_FIELDS.has(name)),
		hadFiles,
	})
}
