import type { sumOfLoads } from './server-load.ts'

/** Who asks at the same time, one after the other, without a pause. */
export const CLIENTS = 16

/** How long each way is measured, together over its rounds. */
export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)

/** Before it is measured, a way is gone until the engine has compiled it; the first hundred requests say little. */
export const WARM_SECONDS = SECONDS / 3

/** What is put beside each other takes turns, so that what else the machine does weighs on both. */
export const ROUNDS = 6

/** A figure and its aim; what is meant to be great is reached from below. */
export function print(name: string, ratio: number, target: number): void {
	const share = (of: number) => `${(of * 100).toFixed(of < 0.1 ? 1 : 0)} %`
	console.log(
		`${ratio >= target ? 'reached' : 'MISSED '} ${name}: ${(ratio * 100).toFixed(1)} % (aim ${share(target)})`,
	)
}

/** The longest waits, and what one request takes of the processor: sixteen who never pause wait sixteen times that. */
export function printTimes(
	{ service, errors }: Pick<ReturnType<typeof sumOfLoads>, 'service' | 'errors'>,
	longest: string,
): void {
	console.log(
		`        ${longest} (aim 150 ms), ${service.toFixed(2)} ms of the processor a request, ${errors} errors (aim 0)`,
	)
}
