import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** What a load run found: how long each request took, in milliseconds, and answers that a user would see as an error. */
export type Load = {
	readonly times: readonly number[]
	readonly seconds: number
	/** Milliseconds of the processor that the server had meanwhile; another program's load is not in them. */
	readonly processor: number
	readonly errors: number
}

/** Several runs of the same load as one. */
export function sumOfLoads(loads: readonly Load[]) {
	const times = loads.flatMap((load) => load.times).sort((a, b) => a - b)
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
	const sum = (of: (load: Load) => number) => loads.reduce((total, load) => total + of(load), 0)
	return {
		perSecond: times.length / sum((load) => load.seconds),
		/** Of the processor, one request. */
		service: sum((load) => load.processor) / times.length,
		p95: at(0.95),
		p99: at(0.99),
		errors: sum((load) => load.errors),
	}
}

/** One request of a load: made anew for each, so that a command can carry its own key. */
export type LoadRequest = {
	readonly path: string
	readonly method?: string
	readonly headers: Record<string, string>
	readonly body?: string
}

/** The server that is asked: its address, and its process, whose time is taken. */
export type LoadedServer = {
	readonly origin: string
	readonly process: { readonly pid?: number | undefined }
}

/** Lets so many clients ask one after the other for so many seconds, and reports. */
export async function runLoad(
	{ origin, process: server }: LoadedServer,
	clients: number,
	seconds: number,
	make: () => LoadRequest,
	isGood: (status: number) => boolean,
): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: clients })
	const times: number[] = []
	let errors = 0
	const spentBefore = processorTime(server.pid)
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
	const processor = processorTime(server.pid) - spentBefore
	agent.destroy()
	return { times, seconds: took, processor, errors }
}

/** The processor's milliseconds that a process has had so far, as Linux counts them; NaN elsewhere. */
function processorTime(pid: number | undefined): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
		// Of user and system, in hundredths of a second.
		return (Number(fields[11]) + Number(fields[12])) * 10
	} catch {
		return Number.NaN
	}
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
