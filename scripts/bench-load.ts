import { Agent, request } from 'node:http'

/** What a load run found: requests per second, latencies in milliseconds, and answers that a user would see as an error. */
export type LoadReport = {
	readonly perSecond: number
	readonly p95: number
	readonly p99: number
	readonly errors: number
}

/** One request of a load: made anew for each, so that a command can carry its own key. */
export type LoadRequest = {
	readonly path: string
	readonly method?: string
	readonly headers: Record<string, string>
	readonly body?: string
}

/** Lets so many clients ask one after the other for so many seconds, and reports. */
export async function runLoad(
	origin: string,
	clients: number,
	seconds: number,
	make: () => LoadRequest,
	isGood: (status: number) => boolean,
): Promise<LoadReport> {
	const agent = new Agent({ keepAlive: true, maxSockets: clients })
	const times: number[] = []
	let errors = 0
	const begun = performance.now()
	const until = begun + seconds * 1000
	const client = async () => {
		while (performance.now() < until) {
			const sent = performance.now()
			const status = await ask(origin, agent, make())
			times.push(performance.now() - sent)
			if (!isGood(status)) errors += 1
		}
	}
	await Promise.all(Array.from({ length: clients }, client))
	const took = (performance.now() - begun) / 1000
	agent.destroy()
	const sorted = times.sort((a, b) => a - b)
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
	return { perSecond: times.length / took, p95: at(0.95), p99: at(0.99), errors }
}

function ask(
	origin: string,
	agent: Agent,
	{ path, method = 'GET', headers, body }: LoadRequest,
): Promise<number> {
	return new Promise((resolve) => {
		const outgoing = request(origin + path, { agent, method, headers }, (response) => {
			response.resume()
			response.on('end', () => resolve(response.statusCode ?? 0))
		})
		outgoing.on('error', () => resolve(0))
		outgoing.end(body)
	})
}
