import { expect, test } from 'vitest'
import { type Act, ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { ROLES } from '#app/domain/permission/role.ts'
import type { TestShell } from '#tests/support/open-test-shell.ts'
import { type TestBrowser, signInAs } from '#tests/support/open-test-web.ts'
import {
	cellsOf,
	doings,
	type Expected,
	fits,
	PARTS,
	rolesOf,
	verdictOf,
} from '#tests/support/permission-matrix.ts'
import { ROUTE_ACTS, routeOf } from '#tests/support/route-acts.ts'
import { ROUTES, routeModule } from '#tests/support/route-modules.ts'
import { openWorld } from '#tests/support/open-world.ts'
import type { RouteWorld } from '#tests/support/route-world.ts'

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

test('every act with a page is posted there, and every form of the matrix is an act’s', () => {
	const posted = (route: string): readonly Act[] => {
		const entry = ROUTE_ACTS[route]
		return entry?.kind === 'act' ? entry.post.flatMap(({ acts }) => acts) : []
	}
	const missing = namesOf(ACTS).filter((act) => {
		const { page, told }: ActDefinition = ACTS[act]
		// Acts that only read say of nobody that they are told: they are asked by pages, not by forms.
		return told !== undefined && page !== null && !posted(routeOf(page)).includes(act)
	})
	expect(missing).toEqual([])
})

test('the parts of the matrix are all of it, each route in one', () => {
	for (const route of ROUTES)
		expect(Object.values(PARTS).filter((part) => part.test(route)).length, route).toBe(1)
})

/** Pages for whoever brings something: the code of an open consultation, a password that was just right. */
const PUBLIC_TO_BRINGERS = ['GET consultations.$code', 'GET sign-in.code']

test('nothing but public pages answers whoever is not signed in, and nothing is ever done', async () => {
	const { shell, world } = await openWorld()
	expect(rolesOf(world)).toEqual(new Set(ROLES.flatMap((role) => [`${role} here`, `${role} next door`])))
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
				if (PUBLIC_TO_BRINGERS.some((each) => cell.label.startsWith(each)) && got.verdict !== 'answered')
					continue
				if (!fits(got.verdict, wanted))
					wrong.push(`${cell.label} | ${name} | wanted ${wanted} | got ${got.words}`)
			}
	expect(wrong).toEqual([])
	expect(await doings(shell)).toBe(before)
})

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
