import { expect } from 'vitest'
import type { Actor } from '#app/domain/permission/relation.ts'
import type { TestShell } from './open-test-shell.ts'
import { type TestBrowser, answerOf, signInAs } from './open-test-web.ts'
import { ROUTE_ACTS } from './route-acts.ts'
import type { Ask, RouteEntry } from './route-ask.ts'
import { type Run, ROUTES, routeModule } from './route-modules.ts'
import { openWorld } from './open-world.ts'
import type { RouteWorld } from './route-world.ts'
import {
	MAY,
	MAY_IN_DISTRICT,
	MAY_IN_OWN_ORGAN,
	type PersonName,
	SEES,
	SEES_MEETINGS,
	SEES_TASKS,
} from './who-may.ts'

type Entry = Extract<RouteEntry, { kind: 'act' }>

/** What a cell of the matrix is answered with, and what it may be answered with. */
type Verdict = 'sign in first' | 'not found' | 'refused' | 'answered' | 'broken'
export type Expected = 'sign in first' | 'not found' | 'refused or not found' | 'answered'

/** One way to ask one route. */
export type Cell = {
	readonly label: string
	readonly method: 'GET' | 'POST'
	readonly isPublic: boolean
	/** Null where being signed in is all that is asked. */
	readonly ask: Ask | null
	readonly run: Run
	readonly path: string
	readonly params: Readonly<Record<string, string>>
	readonly fields: Readonly<Record<string, string>>
}

/** The parts that the matrix is asked in, side by side. */
export const PARTS: Readonly<Record<'reading' | 'drafting' | 'reviewing' | 'meetings' | 'house', RegExp>> = {
	reading:
		/^matters\.(_index|new|\$matterId\.(_index|versions|workflow|redline|tracked|trail|evidence|files|images|opinions|papers)\b)/,
	drafting:
		/^matters\.\$matterId\.(draft|reading|waiver|replace|materials|consultation|confirm|supplement|replies|propose|consent|emergency|withdraw|after-meeting|ruling|conclude)/,
	reviewing:
		/^matters\.\$matterId\.(intake|assign|clock|law|recusal|interest|objection|ending|counsel|hold|exclude|opinion|revoke|recheck)\b/,
	meetings: /^(meetings|register|compare)/,
	house: /^(?!matters|meetings|register|compare)/,
}

/** Asks every route of a part as everybody, and gives what was answered otherwise than the rules say. */
export async function askPart(part: keyof typeof PARTS): Promise<{ cells: number; wrong: string[] }> {
	const { shell, world } = await openWorld()
	const browsers = new Map<string, TestBrowser>()
	for (const [name, actor] of Object.entries(world.actors)) browsers.set(name, await signInAs(shell, actor))
	const wrong: string[] = []
	let cells = 0
	for (const route of ROUTES.filter((each) => PARTS[part].test(each)))
		for (const cell of await cellsOf(route, world)) {
			wrong.push(...(await askEverybody(shell, world, cell, browsers)))
			cells += browsers.size
		}
	return { cells, wrong }
}

/** Asks as everybody who may not, sees that nothing was done, and then asks as everybody who may. */
async function askEverybody(
	shell: TestShell,
	world: RouteWorld,
	cell: Cell,
	browsers: ReadonlyMap<string, TestBrowser>,
): Promise<string[]> {
	const wrong: string[] = []
	const wanted = [...browsers].map(([name, browser]) => ({
		name,
		browser,
		answer: expectedOf(cell.ask, name),
	}))
	expect(Object.keys(world.actors)).toEqual([...browsers.keys()])
	const before = await doings(shell)
	for (const each of wanted.filter(({ answer }) => answer !== 'answered'))
		wrong.push(...(await put(cell, each)))
	if ((await doings(shell)) !== before) wrong.push(`${cell.label} | somebody who may not | did it`)
	for (const each of wanted.filter(({ answer }) => answer === 'answered'))
		wrong.push(...(await put(cell, each)))
	return wrong
}

type Put = { readonly name: string; readonly browser: TestBrowser; readonly answer: Expected }

/** Asks once; names what was answered otherwise than wanted. */
async function put(cell: Cell, { name, browser, answer }: Put): Promise<string[]> {
	const got = await verdictOf(cell, browser)
	return fits(got.verdict, answer) ? [] : [`${cell.label} | ${name} | wanted ${answer} | got ${got.words}`]
}

/** What the rules say of somebody, by the lists that are written by hand. What may not be seen does not exist. */
function expectedOf(ask: Ask | null, name: string): Expected {
	if (!ask) return 'answered'
	const isNextDoor = name.endsWith(' next door')
	const person = name.replace(' next door', '') as PersonName
	const { about, acts, by } = ask
	const isIn = (lists: typeof MAY_IN_OWN_ORGAN) =>
		acts.some((act) => (lists[act] ?? MAY[act]).includes(person))
	if (about === 'own-organ') return answered(isIn(MAY_IN_OWN_ORGAN))
	if (about === 'own-jurisdiction') return answered(by ? by.includes(person) : isIn(MAY_IN_DISTRICT))
	if (about === 'this-jurisdiction') return answered(!isNextDoor && isIn(MAY_IN_DISTRICT))
	const seen =
		'matter' in about
			? SEES[about.matter]
			: [...SEES_MEETINGS, ...acts.flatMap((act) => SEES_TASKS[act] ?? [])]
	if (isNextDoor || !seen.includes(person)) return 'not found'
	return answered(by ? by.includes(person) : isIn({}))
}

function answered(isAllowed: boolean): Expected {
	return isAllowed ? 'answered' : 'refused or not found'
}

/** Whether an answer is the wanted one. */
export function fits(got: Verdict, wanted: Expected): boolean {
	return wanted === 'refused or not found' ? got === 'refused' || got === 'not found' : got === wanted
}

/** The cells of a route; those of public routes where they are asked for. */
export async function cellsOf(route: string, world: RouteWorld, withPublic = false): Promise<Cell[]> {
	const entry = ROUTE_ACTS[route]
	if (!entry || (entry.kind === 'public' && !withPublic)) return []
	const { loader, action } = await routeModule(route)
	const asks: { method: 'GET' | 'POST'; run: Run | undefined; ask: Ask | null }[] =
		entry.kind === 'act'
			? [
					...(entry.get ? [{ method: 'GET' as const, run: loader, ask: entry.get }] : []),
					...entry.post.map((ask) => ({ method: 'POST' as const, run: action, ask })),
				]
			: [
					{ method: 'GET', run: loader, ask: null },
					{ method: 'POST', run: action, ask: null },
				]
	return asks.flatMap(({ method, run, ask }) => {
		if (!run) return []
		const params = entry.kind === 'act' && ask ? paramsOf(entry, ask, world) : { token: 'no-such-token' }
		const fields = ask?.fields?.(world) ?? {}
		const label = [method, route, fields['intent'], JSON.stringify(ask?.about ?? null)].join(' ')
		const isPublic = entry.kind === 'public'
		return [{ label, method, isPublic, ask, run, path: pathOf(route, params), params, fields }]
	})
}

function paramsOf(entry: Entry, { about }: Ask, world: RouteWorld): Record<string, string> {
	const more = entry.params?.(world) ?? {}
	if (typeof about === 'string') return { ...more }
	if ('matter' in about) return { matterId: world.matters[about.matter], ...more }
	return { meetingId: world.meetings[about.meeting], ...more }
}

function pathOf(route: string, params: Readonly<Record<string, string>>): string {
	const parts = route.split('.').filter((part) => part !== '_index')
	return `/${parts.map((part) => (part.startsWith('$') ? params[part.slice(1)] : part)).join('/')}`
}

/** What somebody is answered. */
export async function verdictOf(
	cell: Cell,
	browser: TestBrowser,
): Promise<{ verdict: Verdict; words: string }> {
	const args =
		cell.method === 'GET'
			? browser.get(cell.path, cell.params)
			: browser.post(cell.path, cell.params, cell.fields)
	try {
		const { status, location, value } = await answerOf(async () => cell.run(args))
		const { refusal } = (value ?? {}) as { refusal?: unknown }
		const words = [status, location, refusal && JSON.stringify(refusal)].filter(Boolean).join(' ')
		return { verdict: readVerdict(status, location), words }
	} catch (error) {
		return { verdict: 'broken', words: String(error) }
	}
}

function readVerdict(status: number, location: string | null): Verdict {
	if (location?.startsWith('/sign-in')) return 'sign in first'
	if (status === 404) return 'not found'
	if (status === 403) return 'refused'
	// A form that the route does not know would prove nothing.
	return status === 400 || status >= 500 ? 'broken' : 'answered'
}

/** Everything that has been done: entries of the trail and revisions of matters and meetings. */
export async function doings(shell: TestShell): Promise<string> {
	const entries = await shell.db.auditEntry.count({ where: { outcome: 'done' } })
	const matters = await shell.db.matter.aggregate({ _sum: { revision: true } })
	return `${entries} entries, matters at ${matters._sum.revision}`
}

/** The roles of everybody in the world, here and next door. */
export function rolesOf({ org, actors }: RouteWorld): Set<string> {
	const placeOf = ({ jurisdictionId }: Actor) =>
		jurisdictionId === org.jurisdictionId ? 'here' : 'next door'
	return new Set(
		Object.values(actors).flatMap((actor) => actor.posts.map(({ role }) => `${role} ${placeOf(actor)}`)),
	)
}
