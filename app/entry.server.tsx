import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import { wholePage } from '#app/http/whole-page.server.ts'
import { learnEveryLanguage } from '#app/locales/every-language.server.ts'
import { LanguageProvider } from '#app/locales/language-provider.tsx'
import { languageOfRequest } from '#app/locales/languages.ts'

learnEveryLanguage()

/** A page that takes longer than this to render is given up. */
const RENDER_MS = 10_000

export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	context: AppLoadContext,
): Promise<Response> {
	return new Promise((resolve, reject) => {
		let code = status
		const { pipe, abort } = renderToPipeableStream(
			<LanguageProvider language={languageOfRequest(request)}>
				<NonceContext.Provider value={context.nonce}>
					<RemixServer
						context={remixContext}
						url={request.url}
						nonce={context.nonce}
						abortDelay={RENDER_MS}
					/>
				</NonceContext.Provider>
			</LanguageProvider>,
			{
				nonce: context.nonce,
				onAllReady() {
					clearTimeout(patience)
					headers.set('Content-Type', 'text/html; charset=utf-8')
					pipe(wholePage((page) => resolve(new Response(page, { headers, status: code }))))
				},
				onShellError(error) {
					clearTimeout(patience)
					reject(error)
				},
				onError(error) {
					code = 500
					context.shell.log.error({ id: context.requestId, error: String(error) }, 'a page failed to render')
				},
			},
		)
		// Ended with the page: left running, it would keep all of the page's rendering in memory until it rang.
		const patience = setTimeout(abort, RENDER_MS + 1000).unref()
	})
}

/** A bug: the operator's log has it under the request's number, the person sees the number. */
export function handleError(
	error: unknown,
	{ request, context }: { request: Request; context: AppLoadContext },
): void {
	// What is not there or was turned away is an answer and no bug.
	if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
	context.shell.log.error(
		{ id: context.requestId, path: new URL(request.url).pathname, error: text },
		'a request failed',
	)
}
