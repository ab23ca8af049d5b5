import { createRequestHandler, type RequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router'

type Routes = ServerBuild['routes']
type Answering = Omit<Parameters<typeof createRequestHandler>[0], 'build'>

/** More shapes of addresses than there are pages: what strangers make up pushes out the made-up ones only. */
const MOST_SHAPES = 1000

/**
 * Answers each page by a build of its own, which knows the page's routes and no others. Remix looks an address up among
 * all routes half a dozen times a request, and makes all of them anew when it renders: more than a third of a small page.
 * What no route answers goes to the whole build, and so does the browser's question which routes there are.
 */
export function answerPages(build: ServerBuild, answering: Answering): RequestHandler {
	const whole = createRequestHandler({ ...answering, build })
	const leaves = new Map<string, RequestHandler>()
	const handlerOf = (leaf: string): RequestHandler => {
		const present = leaves.get(leaf)
		if (present) return present
		const made = createRequestHandler({ ...answering, build: buildOfPage(build, leaf) })
		leaves.set(leaf, made)
		return made
	}
	const leafOf = pageFinder(build.routes)
	return (request, response, next) => {
		const leaf = leafOf(request.path)
		return (leaf === null ? whole : handlerOf(leaf))(request, response, next)
	}
}

/** The part of a build that one page needs: its own route and those around it. */
export function buildOfPage(build: ServerBuild, leaf: string): ServerBuild {
	const ids = branchOf(build.routes, leaf)
	return {
		...build,
		routes: onlyThese(build.routes, ids),
		assets: { ...build.assets, routes: onlyThese(build.assets.routes, ids) },
	}
}

/** A route and those around it, from the inside. */
function branchOf(routes: Routes, leaf: string): string[] {
	const ids: string[] = []
	for (let id: string | undefined = leaf; id !== undefined; id = routes[id]?.parentId) ids.push(id)
	return ids
}

/**
 * Finds the route that answers a path, or null. The answer depends only on which parts of the path are words of the
 * routes, so it is kept under that: `/matters/0198…/draft` and every other matter's draft are looked up once.
 */
export function pageFinder(routes: Routes): (path: string) => string | null {
	const tree = treeOf(routes)
	const words = new Set(Object.values(routes).flatMap(({ path = '' }) => path.toLowerCase().split('/')))
	const known = new Map<string, string | null>()
	return (asked) => {
		const path = asked.replace(/\.data$/, '').replace(/^\/_root$/, '/')
		const shape = path
			.split('/')
			.map((part) => (words.has(part.toLowerCase()) ? part.toLowerCase() : ':'))
			.join('/')
		const present = known.get(shape)
		if (present !== undefined) return present
		const leaf = matchRoutes(tree, path)?.at(-1)?.route.id ?? null
		if (known.size >= MOST_SHAPES) known.clear()
		known.set(shape, leaf)
		return leaf
	}
}

/** Finds what a path says to a page that answers it, by the names of the page's address. */
export function paramsFinder(routes: Routes): (leaf: string, path: string) => Params {
	const trees = new Map<string, AgnosticRouteObject[]>()
	return (leaf, path) => {
		const tree = trees.get(leaf) ?? treeOf(onlyThese(routes, branchOf(routes, leaf)))
		trees.set(leaf, tree)
		return { ...matchRoutes(tree, path)?.at(-1)?.params }
	}
}

type Params = Record<string, string | undefined>

function treeOf(routes: Routes, parentId?: string): AgnosticRouteObject[] {
	return Object.values(routes)
		.filter((route) => (route.parentId ?? '') === (parentId ?? ''))
		.map(({ id, path, index, caseSensitive = false }) =>
			index
				? { id, index, caseSensitive, ...(path === undefined ? {} : { path }) }
				: { id, caseSensitive, children: treeOf(routes, id), ...(path === undefined ? {} : { path }) },
		)
}

function onlyThese<Route>(routes: Readonly<Record<string, Route>>, ids: readonly string[]) {
	return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)))
}
