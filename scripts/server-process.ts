import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** A server of ours as its own process, on a free port and a data folder of its own. */
export type ServerProcess = {
	readonly origin: string
	readonly process: ChildProcess
	readonly output: () => string
}

/** Starts `main.ts` of a checkout, this one if no other is named, in a mode, and waits until it answers. */
export async function startServer(
	mode: 'demo' | 'start',
	dataDirectory: string,
	environment: Record<string, string> = {},
	checkout = process.cwd(),
): Promise<ServerProcess> {
	const port = await freePort()
	const origin = `http://127.0.0.1:${port}`
	const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/main.ts', mode], {
		cwd: checkout,
		env: {
			...process.env,
			PORT: String(port),
			YIQIAN_DATA_DIR: dataDirectory,
			LOG_LEVEL: 'error',
			...environment,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let output = ''
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
	child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
	for (let waited = 0; waited < 1200; waited += 1) {
		if (child.exitCode !== null) throw new Error(`the server did not start:\n${output}`)
		if (await answers(origin)) return { origin, process: child, output: () => output }
		await new Promise((resolve) => setTimeout(resolve, 100))
	}
	child.kill('SIGKILL')
	throw new Error(`the server did not answer:\n${output}`)
}

/** Stops a server as Ctrl-C does, and waits for its end; gives its exit status. */
export function stopServer(
	{ process: child }: ServerProcess,
	signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
	return new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode)
		child.once('exit', (code) => resolve(code))
		child.kill(signal)
	})
}

/** The errors that a server has logged so far, a line each. */
export function loggedErrors({ output }: ServerProcess): string[] {
	return output()
		.split('\n')
		.filter((line) => line.includes('"level":50'))
}

async function answers(origin: string): Promise<boolean> {
	try {
		return (await fetch(`${origin}/healthz`)).ok
	} catch {
		return false
	}
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer()
		probe.once('error', reject)
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address()
			const port = typeof address === 'object' && address ? address.port : 0
			probe.close(() => resolve(port))
		})
	})
}
