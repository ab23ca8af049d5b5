import type { RequestHandler } from 'express'

/**
 * The headers that every answer carries. Scripts run only with the request's nonce; nothing is loaded from elsewhere;
 * no page of ours is shown inside another, except a PDF or picture in our own viewer.
 */
export function securityHeaders(isSecure: boolean, mode: 'production' | 'development'): RequestHandler {
	// Only while developing: the bundler puts changed styles into the page.
	const styles = mode === 'development' ? " 'unsafe-inline'" : ''
	return (request, response, next) => {
		const nonce = String(response.locals['nonce'])
		const frame = request.path.includes('/files/') ? "'self'" : "'none'"
		response.setHeader(
			'Content-Security-Policy',
			[
				"default-src 'none'",
				`script-src 'self' 'nonce-${nonce}'`,
				`style-src 'self'${styles}`,
				"img-src 'self' data:",
				"font-src 'self'",
				"connect-src 'self'",
				"frame-src 'self'",
				"object-src 'self'",
				"form-action 'self'",
				"base-uri 'none'",
				`frame-ancestors ${frame}`,
			].join('; '),
		)
		response.setHeader('X-Content-Type-Options', 'nosniff')
		response.setHeader('Referrer-Policy', 'same-origin')
		response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
		response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
		response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
		// For this name alone: what else stands under the office's domain is not ours to decide.
		if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
		if (!request.path.startsWith('/assets/')) response.setHeader('Cache-Control', 'no-store')
		next()
	}
}
