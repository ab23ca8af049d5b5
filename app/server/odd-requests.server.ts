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

/** The answer when no page could be made: a path that cannot be read, a file that is not there, or a bug with its number. */
export function answerWhatBroke(shell: Shell): ErrorRequestHandler {
	return (error: unknown, _request, response, next) => {
		const { status } = error as { status?: unknown }
		const code = typeof status === 'number' && status >= 400 && status < 500 ? status : 500
		const id = String(response.locals['requestId'])
		if (code === 500) shell.log.error({ id, error: textOf(error) }, 'a request failed')
		if (response.headersSent) next(error)
		else response.status(code).type('text/plain').send(`${code} (${id})`)
	}
}

function textOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
