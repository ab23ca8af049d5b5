import { expect, test } from 'vitest'
import { subjectOf } from '#app/domain/permission/ties-of-matter.ts'
import { isPermitted } from '#app/domain/permission/permit.ts'
import type { Actor, Subject } from '#app/domain/permission/relation.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import { matterOf } from '#tests/support/drafting-steps.ts'
import { type TestShell, openTestShell } from '#tests/support/open-test-shell.ts'
import { type TestBrowser, answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { ROUTE_ACTS } from '#tests/support/route-acts.ts'
import type { Ask, RouteEntry } from '#tests/support/route-ask.ts'
import { type Run, ROUTES, routeModule } from '#tests/support/route-modules.ts'
import { type RouteWorld, openRouteWorld } from '#tests/support/route-world.ts'

type Entry = Extract<RouteEntry, { kind: 'act' }>

/** What a cell of the matrix may be answered with. */
type Verdict = 'sign in first' | 'not found' | 'refused' | 'answered' | 'broken'
type Expected = 'sign in first' | 'not found' | 'refused or not found' | 'answered'

test('every route says who may ask it, and nothing is said of routes that are gone', () => {
	expect(ROUTES.length).toBeGreaterThan(40)
	expect({ without: ROUTES.filter((route) => !(route in ROUTE_ACTS)) }).toEqual({ without: [] })
	expect({ gone: Object.keys(ROUTE_ACTS).filter((route) => !ROUTES.includes(route)) }).toEqual({ gone: [] })
})

test('every route has a cell for each of its methods', async () => {
	const wrong: string[] = []
	for (const route of ROUTES) {
		const entry = ROUTE_ACTS[route]
		const module = await routeModule(route)
		if (!entry || entry.kind === 'public') continue
		// A page without a loader would be shown to everybody.
		if (module.default && !module.loader) wrong.push(`${route}: nobody is asked who they are`)
		if (entry.kind !== 'act') continue
		if ((entry.get !== null) !== (module.loader !== undefined)) wrong.push(`${route}: GET`)
		if (entry.post.length > 0 !== (module.action !== undefined)) wrong.push(`${route}: POST`)
	}
	expect(wrong).toEqual([])
})

test('every route answers everybody as the permission table says, and whoever is not signed in by the way in', async () => {
	const shell = await openTestShell()
	const world = await openRouteWorld(shell)
	expect(rolesOf(world)).toEqual(new Set(ROLES.flatMap((role) => [`${role} here`, `${role} next door`])))
	const browsers = new Map<string, TestBrowser>()
	for (const [name, actor] of Object.entries(world.actors)) browsers.set(name, await signInAs(shell, actor))
	const wrong: string[] = []
	let cells = 0
	for (const route of ROUTES)
		for (const cell of await cellsOf(route, world)) {
			const found = await askEverybody(shell, world, cell, browsers)
			cells += found.cells
			wrong.push(...found.wrong)
		}
	wrong.push(...(await askSignedOut(shell, world)))
	expect(wrong).toEqual([])
	expect(cells).toBeGreaterThan(3000)
}, 300_000)

/** Asks as those who are not signed in: nothing but public pages answers them, and nothing is ever done. */
async function askSignedOut(shell: TestShell, world: RouteWorld): Promise<string[]> {
	const visitors = await notSignedIn(shell, world)
	const before = await doings(shell)
	const wrong: string[] = []
	for (const route of ROUTES)
		for (const cell of await cellsOf(route, world, true))
			for (const [name, browser] of Object.entries(visitors)) {
				const wanted: Expected = cell.isPublic ? 'answered' : 'sign in first'
				const got = await verdictOf(cell, browser)
				// A public form without its token is turned away; what counts is that nothing was done.
				if (cell.isPublic && cell.method === 'POST' && got.verdict !== 'broken') continue
				if (!fits(got.verdict, wanted))
					wrong.push(`${cell.label} | ${name} | wanted ${wanted} | got ${got.words}`)
			}
	return (await doings(shell)) === before ? wrong : [...wrong, 'somebody who is not signed in did something']
}

/** Asks as everybody who may not, sees that nothing was done, and then asks as everybody who may. */
async function askEverybody(
	shell: TestShell,
	world: RouteWorld,
	cell: Cell,
	browsers: ReadonlyMap<string, TestBrowser>,
): Promise<{ cells: number; wrong: string[] }> {
	const wrong: string[] = []
	const put = async (name: string, wanted: Expected) => {
		const got = await verdictOf(cell, browsers.get(name) as TestBrowser)
		if (!fits(got.verdict, wanted))
			wrong.push(`${cell.label} | ${name} | wanted ${wanted} | got ${got.words}`)
	}
	const judge = await judgeOf(shell, world, cell.ask)
	const wanted = new Map(Object.entries(world.actors).map(([name, actor]) => [name, judge(actor)]))
	const before = await doings(shell)
	for (const [name, answer] of wanted) if (answer !== 'answered') await put(name, answer)
	if ((await doings(shell)) !== before) wrong.push(`${cell.label} | somebody who may not | did it`)
	// Each act that succeeds may move the matter on and with it whose turn it is: ask the table anew.
	for (const [name, actor] of Object.entries(world.actors))
		if (wanted.get(name) === 'answered') await put(name, (await judgeOf(shell, world, cell.ask))(actor))
	return { cells: wanted.size, wrong }
}

type Cell = {
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

async function cellsOf(route: string, world: RouteWorld, withPublic = false): Promise<Cell[]> {
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
		return [
			{
				label,
				method,
				isPublic: entry.kind === 'public',
				ask,
				run,
				path: pathOf(route, params),
				params,
				fields,
			},
		]
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

/** What the permission table says of an actor, as things are now. What may not be seen does not exist. */
async function judgeOf(
	shell: TestShell,
	world: RouteWorld,
	ask: Ask | null,
): Promise<(actor: Actor) => Expected> {
	if (!ask) return () => 'answered'
	const { about, acts, turn } = ask
	const { jurisdictionId } = world.org
	const may = (actor: Actor, subject: Subject) => acts.some((act) => isPermitted(actor, act, subject))
	if (about === 'own-organ')
		return (actor) =>
			answered(
				actor.posts.some((post) =>
					may(actor, {
						jurisdictionId: actor.jurisdictionId,
						meetingOrganId: post.organId,
						meetingChairId: actor.personId,
					}),
				),
			)
	if (about === 'own-jurisdiction')
		return (actor) => answered(may(actor, { jurisdictionId: actor.jurisdictionId }))
	if (about === 'this-jurisdiction') return (actor) => answered(may(actor, { jurisdictionId }))
	if ('meeting' in about) {
		const meeting = await shell.db.meeting.findFirstOrThrow({ where: { id: world.meetings[about.meeting] } })
		const subject = {
			jurisdictionId,
			meetingOrganId: meeting.organId,
			meetingChairId: meeting.chairId,
		}
		return (actor) =>
			isPermitted(actor, 'meeting.read', subject) ? answered(may(actor, subject)) : 'not found'
	}
	const matter = await matterOf(shell, world.org, world.matters[about.matter])
	const subject = subjectOf(matter)
	return (actor) =>
		isPermitted(actor, 'matter.read', subject)
			? answered(may(actor, subject) && (turn?.(matter, actor) ?? true))
			: 'not found'
}

function answered(isAllowed: boolean): Expected {
	return isAllowed ? 'answered' : 'refused or not found'
}

function fits(got: Verdict, wanted: Expected): boolean {
	return wanted === 'refused or not found' ? got === 'refused' || got === 'not found' : got === wanted
}

async function verdictOf(cell: Cell, browser: TestBrowser): Promise<{ verdict: Verdict; words: string }> {
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
async function doings(shell: TestShell): Promise<string> {
	const entries = await shell.db.auditEntry.count({ where: { outcome: 'done' } })
	const matters = await shell.db.matter.aggregate({ _sum: { revision: true } })
	return `${entries} entries, matters at ${matters._sum.revision}`
}

/** Nobody, somebody whose session was ended, and somebody whose account was disabled since they signed in. */
async function notSignedIn(shell: TestShell, world: RouteWorld): Promise<Record<string, TestBrowser>> {
	const { drafter, registrar, secretary } = world.org.actors
	const gone = await signInAs(shell, drafter)
	await shell.db.session.deleteMany({ where: { accountId: drafter.accountId } })
	const ended = await signInAs(shell, secretary)
	await shell.db.session.updateMany({
		where: { accountId: secretary.accountId },
		data: { endedAt: shell.now() },
	})
	const disabled = await signInAs(shell, registrar)
	await shell.db.account.updateMany({ where: { id: registrar.accountId }, data: { disabledAt: shell.now() } })
	return { nobody: gone, 'an ended session': ended, 'a disabled account': disabled }
}

function rolesOf({ org, actors }: RouteWorld): Set<string> {
	return new Set(
		Object.values(actors).flatMap(({ jurisdictionId, posts }) =>
			posts.map(({ role }) => `${role} ${jurisdictionId === org.jurisdictionId ? 'here' : 'next door'}`),
		),
	)
}
