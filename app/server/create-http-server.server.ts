import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { WebContext, WebSettings } from '#app/http/web-settings.ts'
import type { Shell } from '#app/services/shell.server.ts'
import { answerForms } from './answer-forms.server.ts'
import { builtFiles } from './built-files.server.ts'
import { checkHealth } from './check-health.server.ts'
import { answerWhatBroke, turnAwayForeignForms, turnAwayOddRequests } from './odd-requests.server.ts'
import { securityHeaders } from './security-headers.server.ts'

/** What the server needs of its surroundings. */
export type ServerParts = {
	readonly shell: Shell
	readonly web: WebSettings
	readonly build: ServerBuild | (() => Promise<ServerBuild>)
	readonly mode: 'production' | 'development'
	readonly dataDirectory: string
	/** In development the bundler's middleware, which serves the assets instead of the folder. */
	readonly assets?: express.RequestHandler
	/** The server to answer on, where one is there already: in development the bundler's socket shares it. */
	readonly server?: Server
}

/** The web server: request id and nonce, headers, log, health, assets, and everything else to Remix. */
export function createHttpServer(parts: ServerParts): Server {
	const app = express()
	app.disable('x-powered-by')
	app.use((_request, response, next) => {
		response.locals['nonce'] = randomBytes(16).toString('base64')
		const id = randomBytes(4).toString('hex')
		response.locals['requestId'] = id
		response.setHeader('X-Request-Id', id)
		next()
	})
	// Behind a proxy the address of whoever asks is what the proxy says, and nobody else's word is taken for it.
	app.set('trust proxy', [...parts.web.proxies])
	app.use(requestLog(parts.shell))
	app.use(securityHeaders(parts.web.isSecure, parts.mode))
	app.use(turnAwayOddRequests)
	app.use(turnAwayForeignForms(parts.web.origins))
	app.get('/healthz', (_request, response, next) => {
		checkHealth(parts.shell, parts.dataDirectory).then(
			(health) => response.status(health.isWell ? 200 : 503).json(health),
			next,
		)
	})
	app.use(parts.assets ?? builtFiles())
	const pages = pagesOf(parts)
	app.all('*', (request, response, next) => void pages(request, response, next))
	app.use(answerWhatBroke(parts.shell))
	return (parts.server ?? createServer()).on('request', app)
}

function pagesOf({ build, mode, shell, web }: ServerParts): RequestHandler {
	const getLoadContext = (request: express.Request, response: express.Response): WebContext => ({
		shell,
		web,
		nonce: String(response.locals['nonce']),
		requestId: String(response.locals['requestId']),
		address: request.ip ?? '',
	})
	return typeof build === 'function'
		? createRequestHandler({ build, mode, getLoadContext })
		: answerForms(build, { mode, getLoadContext })
}

/** One line a request: what was asked and how it went. Query strings stay out, they may carry search words. */
function requestLog(shell: Shell): express.RequestHandler {
	return (request, response, next) => {
		const begun = process.hrtime.bigint()
		response.on('finish', () => {
			const ms = Number((process.hrtime.bigint() - begun) / 1_000_000n)
			const facts = {
				id: response.locals['requestId'],
				method: request.method,
				path: request.path,
				address: request.ip,
				status: response.statusCode,
				ms,
			}
			if (response.statusCode >= 500) shell.log.error(facts, 'request')
			else shell.log.info(facts, 'request')
		})
		next()
	}
}
