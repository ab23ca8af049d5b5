import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Shell } from '#app/services/shell.server.ts'

const METHODS = ['GET', 'HEAD', 'POST']

/**
 * Turns away what no page of ours ever asks: another method, or an address that is none. Which host and scheme people
 * reach us by is a setting and not for a header to say, so those headers are taken off.
 */
export const turnAwayOddRequests: RequestHandler = (request, response, next) => {
	delete request.headers['x-forwarded-host']
	delete request.headers['x-forwarded-proto']
	if (!METHODS.includes(request.method)) response.status(405).set('Allow', METHODS.join(', ')).end()
	else if (!URL.canParse(`http://${request.headers.host ?? ''}${request.originalUrl}`))
		response.status(400).end()
	else next()
}

/**
 * Answers a form of another origin itself: Remix takes it for a bug, with a stack in the log. Where a browser names no
 * origin, the form's token is asked for by the page.
 */
export function turnAwayForeignForms(origins: readonly string[]): RequestHandler {
	return (request, response, next) => {
		const { origin } = request.headers
		if (request.method !== 'POST' || origin === undefined || origins.includes(origin)) next()
		else response.status(403).type('text/plain; charset=utf-8').send(FOREIGN)
	}
}

/** In both languages: which one the reader has chosen is not asked of a request from elsewhere. */
const FOREIGN =
	'这张表单来自别的网站，没有受理，什么也没有改动。请从议前自己的页面重新提交。\nThis form came from another site. It was not taken, and nothing was changed. Send it again from a page of Yiqian itself.\n'

/** The answer when no page could be made: a path that cannot be read, a file that is not there, or a bug with its number. */
export function answerWhatBroke(shell: Shell): ErrorRequestHandler {
	return (error: unknown, _request, response, next) => {
		const code = statusOf(error)
		const id = String(response.locals['requestId'])
		if (code === 500) shell.log.error({ id, error: textOf(error) }, 'a request failed')
		if (response.headersSent) next(error)
		else response.status(code).type('text/plain').send(`${code} (${id})`)
	}
}

/** What express gives a request that it cannot read; anything else is a bug. */
function statusOf(error: unknown): number {
	const status = error instanceof Error && 'status' in error ? error.status : null
	return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

function textOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
