import type { Frame } from '#app/components/frame/frame-context.ts'
import type { Role } from '#app/domain/permission/role.ts'
import { cookieValue } from '#app/locales/languages.ts'
import { countOwnTasks } from '#app/services/worklist/count-work.server.ts'
import { signedInOrNull } from './signed-in.server.ts'
import type { WebArgs } from './web-settings.ts'

/** What the frame of every page shows, for a signed-in person and for a visitor. */
export async function loadFrame(args: WebArgs): Promise<Frame> {
	const cookies = args.request.headers.get('Cookie') ?? ''
	const theme = cookieValue(cookies, 'theme')
	const look = {
		theme: theme === 'light' || theme === 'dark' ? theme : 'system',
		size: cookieValue(cookies, 'size') === 'large' ? 'large' : 'normal',
		path: new URL(args.request.url).pathname,
		requestId: args.context.requestId,
	} as const
	const signedIn = await signedInOrNull(args)
	if (!signedIn) return { ...look, csrf: '', person: null }
	const { actor, csrf, home, shell, hasSecondFactor, isCodeFresh } = signedIn
	const turns = await countOwnTasks(shell, actor)
	const roles = [...new Set(actor.posts.map((post): Role => post.role))]
	const isCodeDue = hasSecondFactor && !isCodeFresh
	return { ...look, csrf, person: { id: actor.personId, name: actor.name, roles, ...home, turns, isCodeDue } }
}
