import type { Server, ServerResponse } from 'node:http'
import { Server as SocketServer } from 'node:net'

/** So long a connection at rest may still bring a request that was under way when the stop was asked for. */
const GRACE_MS = 1000

/** How often connections that came to rest since are looked for. */
const LOOK_MS = 100

/** A request that has not ended by then hangs, and keeps nobody from starting again. */
const MOST_MS = 60_000

/**
 * Watches a server's requests, and gives what closes it: new connections are not taken, what was accepted is answered
 * whole and told that the connection ends, and connections at rest are closed after a moment. Resolves when all are.
 */
export function closeInOrder(server: Server): () => Promise<void> {
	const underWay = new Set<ServerResponse>()
	let isClosing = false
	server.prependListener('request', (_request, response) => {
		underWay.add(response)
		response.once('close', () => underWay.delete(response))
		if (isClosing) response.setHeader('Connection', 'close')
	})
	return () =>
		new Promise((resolve) => {
			isClosing = true
			for (const response of underWay) if (!response.headersSent) response.setHeader('Connection', 'close')
			const begun = Date.now()
			const look = setInterval(() => {
				if (Date.now() - begun > MOST_MS) server.closeAllConnections()
				else if (Date.now() - begun > GRACE_MS) server.closeIdleConnections()
			}, LOOK_MS)
			// Of sockets, not of http: that one's close cuts connections at rest at once, with what is on its way on them.
			SocketServer.prototype.close.call(server, () => {
				clearInterval(look)
				resolve()
			})
		})
}
