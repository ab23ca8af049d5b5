import type { RequestHandler } from 'express'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import sirv from 'sirv'

const FOLDER = 'build/client'

/** The name of an asset changes with what is in it; other files are asked for again after an hour. */
const KEPT = { asset: 'public, max-age=31536000, immutable', other: 'public, max-age=3600' } as const

/**
 * The files that the build made, as they are or compressed, as the browser can take them. Which there are is read once:
 * a page does not look for itself on the disk first. An asset that is not there is answered so, and not with a page.
 */
export function builtFiles(folder = FOLDER): RequestHandler {
	const serve = existsSync(folder)
		? sirv(folder, {
				gzip: true,
				brotli: true,
				extensions: [],
				etag: true,
				setHeaders: (response, path) =>
					response.setHeader('Cache-Control', isAsset(path) ? KEPT.asset : KEPT.other),
			})
		: null
	return (request, response, next) => {
		const missing = () =>
			isAsset(request.path) ? void response.status(isReadable(request.path) ? 404 : 400).end() : next()
		if (!serve || request.method === 'POST') return missing()
		// A file that went since the start ends this one answer; unheard, its error would end the server.
		response.once('pipe', (source: Readable) => source.once('error', () => response.destroy()))
		serve(request, response, missing)
	}
}

function isAsset(path: string): boolean {
	return path.startsWith('/assets/')
}

function isReadable(path: string): boolean {
	try {
		decodeURIComponent(path)
		return true
	} catch {
		return false
	}
}
