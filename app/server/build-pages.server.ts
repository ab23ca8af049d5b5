import { existsSync } from 'node:fs'

/** What the build makes of the server's pages. */
export const BUILD = 'build/server/index.js'

/** Builds the pages when nobody has yet: `npm run demo` is the one command of a first visit. */
export async function buildPagesOnce(): Promise<void> {
	if (existsSync(BUILD)) return
	console.log('Building the pages, this takes about half a minute …')
	const { build } = await import('vite')
	await build({ logLevel: 'warn' })
	await build({ logLevel: 'warn', build: { ssr: true } })
}
