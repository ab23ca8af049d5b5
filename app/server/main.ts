/** The process: `tsx app/server/main.ts demo | start | dev`. Says in a sentence what is missing, and stops cleanly. */
import { MODES, startHouse } from './start-house.server.ts'
import { startSentence } from './start-sentence.server.ts'

function fail(sentence: string): void {
	console.error(sentence)
	process.exit(1)
}

function stopOnSignal(stop: () => Promise<void>): void {
	let isStopping = false
	const end = () => {
		if (isStopping) return
		isStopping = true
		stop().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error('The stop failed.', error)
				process.exit(1)
			},
		)
	}
	process.on('SIGINT', end)
	process.on('SIGTERM', end)
}

const mode = MODES.find((known) => known === process.argv[2])
if (!mode) fail('Say which: demo, start or dev.')
else
	startHouse(mode, process.env).then(stopOnSignal, (error: unknown) => {
		const sentence = startSentence(error)
		if (sentence) return fail(sentence)
		console.error(error)
		process.exit(1)
	})
