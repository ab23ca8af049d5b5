import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeInOrder } from '#app/server/close-in-order.server.ts'

type Outcome = { readonly status: number | 'refused' | 'cut'; readonly closes: boolean }

/** Sends one form on an agent's connections, and says how it ended. */
function ask(port: number, agent: Agent): Promise<Outcome> {
	return new Promise((resolve) => {
		const asked = request({ port, host: '127.0.0.1', agent, method: 'POST' }, (answer) => {
			let length = 0
			answer.on('data', (chunk: Buffer) => (length += chunk.length))
			answer.on('error', () => resolve({ status: 'cut', closes: false }))
			answer.on('end', () =>
				resolve({
					status: length === 20_000 ? (answer.statusCode ?? 0) : 'cut',
					closes: answer.headers.connection === 'close',
				}),
			)
		})
		asked.on('error', (error: NodeJS.ErrnoException) =>
			resolve({ status: error.code === 'ECONNREFUSED' ? 'refused' : 'cut', closes: false }),
		)
		asked.end('a=b')
	})
}

test('O13 a stop under load answers whole what was accepted, says that the connection ends, and is done in seconds', async () => {
	const server = createServer((incoming, response) => {
		incoming.resume()
		setTimeout(() => response.end('x'.repeat(20_000)), Math.random() * 60)
	})
	const close = closeInOrder(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	const outcomes: Outcome[] = []
	const client = async () => {
		const agent = new Agent({ keepAlive: true, maxSockets: 1 })
		for (;;) {
			const outcome = await ask(port, agent)
			outcomes.push(outcome)
			if (typeof outcome.status === 'string') return agent.destroy()
		}
	}
	const clients = Array.from({ length: 12 }, client)
	await wait(400)
	const before = outcomes.length
	const begun = Date.now()
	await close()
	expect(Date.now() - begun).toBeLessThan(5000)
	await Promise.all(clients)
	expect(before).toBeGreaterThan(12)
	expect(outcomes.filter(({ status }) => status === 'cut')).toEqual([])
	expect(outcomes.slice(before).filter(({ closes }) => closes)).not.toEqual([])
})

test('O13 a connection at rest does not hold up the stop', async () => {
	const server = createServer((_incoming, response) => response.end('x'.repeat(20_000)))
	const close = closeInOrder(server)
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const agent = new Agent({ keepAlive: true })
	expect(await ask((server.address() as AddressInfo).port, agent)).toMatchObject({ status: 200 })
	const begun = Date.now()
	await close()
	expect(Date.now() - begun).toBeLessThan(3000)
	agent.destroy()
})
