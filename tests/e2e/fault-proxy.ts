import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What befalls a form on its way: the line is cut before it arrives, within it, after it was done but before its answer,
 * or within its answer; or somebody on the way answers with a status of their own, without or after passing it on.
 */
export type Fault =
	| { readonly cut: 'before' | 'within' | 'after' | 'within-answer' }
	| { readonly status: 413 | 502 | 503 | 504; readonly isPassedOn: boolean }

/** A proxy of our own in front of a server, which does to the next forms what a test asks. */
export class FaultProxy {
	readonly origin: string
	/** The server itself, which nothing befalls. */
	readonly direct: string
	/** The keys of the forms that reached the server whole, in order. */
	readonly arrived: string[] = []
	/** Whether everything else is cut too. */
	isDown = false
	#faults: Fault[] = []
	readonly #server: Server
	readonly #target: URL

	private constructor(server: Server, target: URL) {
		this.#server = server
		this.#target = target
		this.direct = target.origin
		this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
		server.on('request', (asked: IncomingMessage, answer: ServerResponse) => void this.#answer(asked, answer))
	}

	static async open(target: string): Promise<FaultProxy> {
		const server = createServer()
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
		return new FaultProxy(server, new URL(target))
	}

	/** What befalls the next forms, one after the other. */
	befall(...faults: readonly Fault[]): void {
		this.#faults = [...faults]
	}

	close(): void {
		this.#server.closeAllConnections()
		this.#server.close()
	}

	async #answer(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
		// Chromium sends a form again by itself where a line that it used before is cut: here no line is used twice.
		answer.shouldKeepAlive = false
		const body = await wholeOf(asked)
		const fault = asked.method === 'POST' ? this.#faults.shift() : undefined
		if (this.isDown || (fault && 'cut' in fault && fault.cut === 'before')) return void asked.socket.destroy()
		if (fault && 'cut' in fault && fault.cut === 'within') {
			await this.#send(asked, body, body.byteLength >> 1)
			return void asked.socket.destroy()
		}
		if (fault && 'status' in fault && !fault.isPassedOn) return refuse(answer, fault.status)
		const came = await this.#send(asked, body, body.byteLength)
		if (asked.method === 'POST') this.arrived.push(keyIn(body))
		if (!came || (fault && 'cut' in fault && fault.cut === 'after')) return void asked.socket.destroy()
		if (fault && 'status' in fault) return refuse(answer, fault.status)
		answer.writeHead(came.status, came.headers)
		if (!fault) return void answer.end(came.body)
		answer.write(came.body.subarray(0, came.body.byteLength >> 1), () => asked.socket.destroy())
	}

	/** Passes a request on, or its first bytes only; gives the answer, or null where it was broken off. */
	#send(asked: IncomingMessage, body: Buffer, length: number) {
		type Answer = { readonly status: number; readonly headers: string[]; readonly body: Buffer }
		return new Promise<Answer | null>((resolve) => {
			const { origin, hostname, port, host } = this.#target
			const headers = { ...asked.headers, host, ...(asked.headers.origin ? { origin } : {}) }
			const path = asked.url ?? '/'
			const sent = request({ hostname, port, path, method: asked.method, headers }, (came) => {
				void wholeOf(came).then((whole) =>
					resolve({ status: came.statusCode ?? 0, headers: lasting(came.rawHeaders), body: whole }),
				)
			})
			sent.on('error', () => resolve(null))
			sent.write(body.subarray(0, length), () => {
				if (length < body.byteLength) setTimeout(() => sent.destroy(new Error('cut')), 20)
				else sent.end()
			})
		})
	}
}

function refuse(answer: ServerResponse, status: number): void {
	answer.writeHead(status, { 'Content-Type': 'text/html' }).end(`<h1>${status}</h1>`)
}

/** The headers but those that are about the line. */
function lasting(headers: readonly string[]): string[] {
	return headers.filter((_, at) => !/^(connection|keep-alive)$/i.test(headers[at - (at % 2)] ?? ''))
}

async function wholeOf(stream: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = []
	try {
		for await (const part of stream) parts.push(part as Buffer)
	} catch {
		// Whoever asked has gone: what came counts.
	}
	return Buffer.concat(parts)
}

function keyIn(body: Buffer): string {
	const text = body.toString('latin1')
	return (
		/name="key"\r\n\r\n([A-Za-z0-9_-]+)/.exec(text)?.[1] ??
		/(?:^|&)key=([A-Za-z0-9_-]+)/.exec(text)?.[1] ??
		''
	)
}
