import type { RequestHandler } from '@remix-run/express'
import { type AppLoadContext, createReadableStreamFromReadable, type ServerBuild } from '@remix-run/node'
import type { Request as Asked, Response as Answering } from 'express'
import { answerPages, pageFinder, paramsFinder } from './answer-pages.server.ts'

type GetContext = (request: Asked, response: Answering) => AppLoadContext
type Mode = NonNullable<Parameters<typeof answerPages>[1]['mode']>

/** What the action of a page has answered or thrown. */
type Outcome = { readonly isThrown: boolean; readonly what: unknown }

/**
 * Answers the forms that a browser sends without scripts by asking the action of their page, and pages as Remix does. A
 * command that was done goes on to another page, and needs nothing of what Remix does before it renders one: that takes
 * longer than the form. Where the page itself has to answer, Remix renders it with what its action has already said.
 */
export function answerForms(
	build: ServerBuild,
	{ mode, getLoadContext }: { readonly mode: Mode; readonly getLoadContext: GetContext },
): RequestHandler {
	const outcomes = new WeakMap<AppLoadContext, Outcome>()
	const contexts = new WeakMap<Answering, AppLoadContext>()
	const contextOf: GetContext = (request, response) => {
		const context = contexts.get(response) ?? getLoadContext(request, response)
		contexts.set(response, context)
		return context
	}
	const pages = answerPages(repeating(build, outcomes), { mode, getLoadContext: contextOf })
	const pageOf = pageWithForm(build)
	return async (request, response, next) => {
		const page = pageOf(request)
		if (page) {
			const context = contextOf(request, response)
			const outcome = await outcomeOf(page, request, response, context)
			const to = addressIn(outcome)
			if (to) return goOn(response, to)
			outcomes.set(context, outcome)
		}
		return pages(request, response, next)
	}
}

type Action = NonNullable<ServerBuild['routes'][string]>['module']['action']
type PageWithForm = {
	readonly action: NonNullable<Action>
	readonly params: Record<string, string | undefined>
}

/** Finds the page that a form is sent to; null for all else that is asked, and where Remix chooses among pages. */
function pageWithForm(build: ServerBuild): (request: Asked) => PageWithForm | null {
	const leafOf = pageFinder(build.routes)
	const paramsOf = paramsFinder(build.routes)
	return ({ method, path, headers }) => {
		const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
		if (method !== 'POST' || !isForm || path.endsWith('.data')) return null
		const route = build.routes[leafOf(path) ?? '']
		if (!route || route.index || !route.module.default || !route.module.action) return null
		return { action: route.module.action, params: paramsOf(route.id, path) }
	}
}

async function outcomeOf(
	{ action, params }: PageWithForm,
	request: Asked,
	response: Answering,
	context: AppLoadContext,
): Promise<Outcome> {
	try {
		const what: unknown = await action({ request: webRequest(request, response), params, context })
		return { isThrown: false, what }
	} catch (thrown) {
		return { isThrown: true, what: thrown }
	}
}

/** The form as an action reads it; it is given up when whoever sent it goes away. */
function webRequest(request: Asked, response: Answering): Request {
	const headers = new Headers()
	for (const [name, value] of Object.entries(request.headers))
		if (value !== undefined) headers.set(name, String(value))
	const gone = new AbortController()
	response.on('close', () => {
		if (!response.writableFinished) gone.abort()
	})
	return new Request(`${request.protocol}://${request.get('host') ?? 'localhost'}${request.originalUrl}`, {
		method: 'POST',
		headers,
		body: createReadableStreamFromReadable(request),
		signal: gone.signal,
		duplex: 'half',
	} as RequestInit)
}

/** The answer that sends the browser on to another address of ours; anything else is left to Remix. */
function addressIn({ what }: Outcome): Response | null {
	if (!(what instanceof Response) || what.status < 301 || what.status > 308) return null
	return /^\/(?!\/)/.test(what.headers.get('Location') ?? '') ? what : null
}

function goOn(response: Answering, { status, headers }: Response): void {
	response.status(status)
	for (const [name, value] of headers) response.append(name, value)
	response.end()
}

/** The same build, whose actions say again what they have said of this request, and are not asked twice. */
function repeating(build: ServerBuild, outcomes: WeakMap<AppLoadContext, Outcome>): ServerBuild {
	const routes = Object.entries(build.routes).map(([id, route]) => {
		const action = route?.module.action
		if (!route || !action) return [id, route] as const
		const repeated: typeof action = async (args) => {
			const outcome = outcomes.get(args.context)
			if (!outcome) return action(args)
			if (outcome.isThrown) throw outcome.what
			return outcome.what
		}
		return [id, { ...route, module: { ...route.module, action: repeated } }] as const
	})
	return { ...build, routes: Object.fromEntries(routes) }
}
