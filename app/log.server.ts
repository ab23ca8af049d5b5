import pino from 'pino'
import type { ServiceLog } from '#app/services/shell.server.ts'

/** The operator's log: JSON lines on standard output, never contents of matters, passwords or tokens. */
export function openLog(level: string): ServiceLog {
	const log = pino({
		level,
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ['password', 'token', 'cookie', 'csrf', '*.password', '*.token', '*.cookie'],
	})
	return {
		info: (facts, message) => log.info(facts, message),
		warn: (facts, message) => log.warn(facts, message),
		error: (facts, message) => log.error(facts, message),
	}
}
