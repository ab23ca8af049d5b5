import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTS } from '#app/domain/act/act.ts'
import { namesOf } from '#app/domain/record-of.ts'
import type { ActDefinition } from '#app/domain/act/definition.ts'
import { READING_ACTS } from '#app/domain/act/reading-acts.ts'
import { ROUTE_ACTS } from '#tests/support/route-acts.ts'
import { ROUTES, routeModule } from '#tests/support/route-modules.ts'

/*
 * What the compiler holds of an act: its words in both languages, its trail's facts, its grants, its requirements. What
 * lies in other rooms is looked for here: the page with its form, the row of the permission matrix, the service, a test.
 */

/** Acts that are done at the place that they are about, or follow from another: the page of the other has their form. */
const WITHIN: Readonly<Record<string, string>> = { 'outcome.recorded': 'outcome.noted' }

const SERVICES = textsOf('app/services')
const TESTS = textsOf('tests/services', 'tests/routes', 'tests/db')

type Placed = Pick<ActDefinition, 'page' | 'pageOverCleared'>

/** What an act lacks, each by its name. */
async function lacks(act: string, { page, pageOverCleared }: Placed): Promise<string[]> {
	const pages = [page, pageOverCleared].flatMap((each) => each ?? [])
	const found = await Promise.all(pages.map(async (each) => [each, await takesForms(each)] as const))
	const asked = Object.values(ROUTE_ACTS).some(
		(entry) => entry.kind === 'act' && entry.post.some(({ acts }) => acts.some((each) => each === act)),
	)
	const services = SERVICES.filter(({ text }) => text.includes(`'${act}'`))
	const isTested = services.some(({ path }) => TESTS.some(({ text }) => text.includes(`#${path}'`)))
	return [
		...found.flatMap(([each, takes]) => (takes ? [] : [`${act}: no page at ${each} takes a form`])),
		...(asked || act in WITHIN ? [] : [`${act}: no form in tests/support/postings-*.ts posts it`]),
		...(services.length > 0 ? [] : [`${act}: no service does it`]),
		...(isTested ? [] : [`${act}: no test imports a service that does it`]),
	]
}

async function takesForms(page: string): Promise<boolean> {
	const name = page
		.slice(1)
		.split('/')
		.map((part) => part.replace(/^:/, '$'))
		.join('.')
	const routes = ROUTES.filter((route) => route === name || route === `${name}._index`)
	const modules = await Promise.all(routes.map((route) => routeModule(route)))
	return modules.some((module) => module.action !== undefined)
}

test('every act has its page, its row in the permission matrix, its service and a test of it', async () => {
	const doing = namesOf(ACTS).filter((act) => !(act in READING_ACTS))
	expect(doing.length).toBeGreaterThan(60)
	expect((await Promise.all(doing.map((act) => lacks(act, ACTS[act])))).flat()).toEqual([])
})

test('an act that lacks them is named with each thing that it lacks', async () => {
	expect(await lacks('matter.forgotten', { page: '/matters/:matterId/forgotten' })).toEqual([
		'matter.forgotten: no page at /matters/:matterId/forgotten takes a form',
		'matter.forgotten: no form in tests/support/postings-*.ts posts it',
		'matter.forgotten: no service does it',
		'matter.forgotten: no test imports a service that does it',
	])
})

test('a page that only shows takes no act', async () => {
	expect(await lacks('matter.accepted', { page: '/matters/:matterId/trail' })).toEqual([
		'matter.accepted: no page at /matters/:matterId/trail takes a form',
	])
})

function textsOf(...folders: string[]): { readonly path: string; readonly text: string }[] {
	return folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
	)
}
