/** After this long without an answer the line is taken to be dead; an upload may take longer. */
const PATIENCE_MS = 45_000
const UPLOAD_PATIENCE_MS = 600_000

/** What came over the line, whole. */
export type Received = {
	readonly status: number
	readonly isOurs: boolean
	/** The number under which the operator's log has the request, where it reached our server. */
	readonly number: string | null
	readonly text: string
	/** The answer as it came, for whoever reads it next. */
	readonly response: Response
}

/** Asks, and reads the whole answer, or null: one that breaks off in its middle is none. */
export async function fetchWhole(
	ask: typeof fetch,
	url: string,
	init: RequestInit,
	isUpload = false,
): Promise<Received | null> {
	const patience = new AbortController()
	const bell = setTimeout(() => patience.abort(), isUpload ? UPLOAD_PATIENCE_MS : PATIENCE_MS)
	try {
		const { signal } = patience
		const came = await ask(url, { ...init, signal })
		const bytes = await came.arrayBuffer()
		const { status, headers } = came
		return {
			status,
			isOurs: headers.get('X-Remix-Response') === 'yes',
			number: headers.get('X-Request-Id'),
			text: new TextDecoder().decode(bytes),
			response: new Response(bytes, { status, headers }),
		}
	} catch {
		return null
	} finally {
		clearTimeout(bell)
	}
}
