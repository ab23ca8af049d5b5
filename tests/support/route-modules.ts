import { routeName } from '#app/routes.ts'
import type { TestBrowser } from './open-test-web.ts'

/** A loader or an action, as a browser of the tests asks it. */
export type Run = (args: ReturnType<TestBrowser['get']>) => unknown
type RouteModule = { readonly loader?: Run; readonly action?: Run; readonly default?: unknown }

const FILES = import.meta.glob<RouteModule>('/app/routes/**/*.tsx')

/** What loads each route, by the route's name. */
const LOADS = new Map(
	Object.entries(FILES).map(([file, load]) => [routeName(file.slice('/app/routes/'.length)), load]),
)

/** The name of every route: `matters.$matterId.draft`. */
export const ROUTES: readonly string[] = [...LOADS.keys()]

/** The module of a route: what answers when it is asked. Throws where no route has this name. */
export async function routeModule(route: string): Promise<RouteModule> {
	const load = LOADS.get(route)
	if (!load) throw new Error(`no such route: ${route}`)
	return load()
}
