import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('routes', import.meta.url))

/**
 * Every file under `app/routes` is one address; its path is the address.
 *
 * A folder and a dot each begin a segment, `$name` is a parameter, `_index` is the address of the folder itself,
 * and a folder that begins with `_` gathers the pages of one desk without a segment of its own. No route lies
 * inside another: a guard in a parent would not guard its children, since Remix runs their loaders side by side.
 */
export default readdirSync(FOLDER, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)))
	.map((file) => ({ id: routeName(file), file: join('routes', file), ...addressOf(routeName(file)) }))

/** The name of a route by its file within `app/routes`, as tests and tables call it: `matters.$matterId.draft`. */
export function routeName(file: string): string {
	return file
		.replace(/\.tsx$/, '')
		.split('/')
		.filter((part, at, parts) => !part.startsWith('_') || at === parts.length - 1)
		.join('.')
}

function addressOf(name: string): { path?: string; index?: boolean } {
	const segments = name.split('.').map((part) => (part.startsWith('$') ? `:${part.slice(1)}` : part))
	const isIndex = segments.at(-1) === '_index'
	const path = (isIndex ? segments.slice(0, -1) : segments).join('/')
	return { ...(path === '' ? {} : { path }), ...(isIndex ? { index: true } : {}) }
}
