type Outbox = typeof import('./outbox.ts')

let loaded: Promise<Outbox> | null = null

/**
 * The outbox. It is fetched once the first page stands, not with it: it must be here before the line breaks, but nobody
 * waits for it at a first visit.
 */
export function loadOutbox(): Promise<Outbox> {
	loaded ??= import('./outbox.ts').catch((error: unknown) => {
		loaded = null
		throw error
	})
	return loaded
}
