import { type Act, ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { ADMINISTRATION_POSTINGS } from './postings-administration.ts'
import { MATTER_POSTINGS } from './postings-matters.ts'
import { MEETING_POSTINGS } from './postings-meetings.ts'
import { REVIEW_POSTINGS } from './postings-review.ts'
import { PAGES } from './route-pages.ts'
import type { Ask, Posting, RouteEntry } from './route-ask.ts'
import { ROUTES } from './route-modules.ts'

const POSTINGS: Readonly<Partial<Record<Act, readonly Posting[]>>> = {
	...MATTER_POSTINGS,
	...REVIEW_POSTINGS,
	...MEETING_POSTINGS,
	...ADMINISTRATION_POSTINGS,
}

/** The route of a page of the act table: `/matters/:matterId/draft` is `matters.$matterId.draft`. */
export function routeOf(page: string): string {
	const name = page
		.slice(1)
		.split('/')
		.map((part) => part.replace(/^:/, '$'))
		.join('.')
	return ROUTES.includes(name) ? name : `${name}._index`
}

/** The forms of each route, put together from the act table: each act stands where its page is. */
function postsOf(route: string): Ask[] {
	return namesOf(ACTS).flatMap((act) => {
		const { page }: ActDefinition = ACTS[act]
		return (POSTINGS[act] ?? [])
			.filter((posting) => (posting.route ?? (page && routeOf(page))) === route)
			.map(({ route: _route, ...posting }) => ({ ...posting, acts: [act] as const }))
	})
}

/** Every route by its name. A route without a page here fails the matrix by its name. */
export const ROUTE_ACTS: Readonly<Record<string, RouteEntry>> = Object.fromEntries(
	Object.entries(PAGES).map(([route, page]) => [
		route,
		page.kind === 'act' ? { ...page, post: postsOf(route) } : page,
	]),
)
