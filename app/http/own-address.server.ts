import type { WebArgs } from './web-settings.ts'

/** The whole address of a path of ours, as the person who asks reaches this server. */
export function ownAddress({ request, context }: WebArgs, path: string): string {
	const asked = request.headers.get('Origin')
	const origin = context.web.origins.find((known) => known === asked) ?? context.web.origins[0]
	if (origin === undefined) throw new Error('no origin is set')
	return origin + path
}
