import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { ComponentType } from 'react'
import { expect, test } from 'vitest'
import { type Form, type Forms, isOne } from '#app/forms/form.ts'
import type { Field } from '#app/forms/field.ts'
import { type TestBrowser, answerOf, signInAs } from '#tests/support/open-test-web.ts'
import { cellsOf } from '#tests/support/permission-matrix.ts'
import { pageBuild } from '#tests/support/render-page.tsx'
import { ROUTES, routeModule } from '#tests/support/route-modules.ts'
import { openWorld } from '#tests/support/open-world.ts'

/** What the frame sends beside the fields of a form. */
const OF_THE_FRAME: ReadonlySet<string> = new Set(['csrf', 'key', 'seen', 'intent'])

/** Forms of no command: a choice of language, a way out, a list that was read. */
const NO_COMMAND: readonly (readonly string[])[] = [['newest'], ['scope'], ['back', 'lang', 'size', 'theme']]

const MODULES = import.meta.glob<Readonly<Record<string, Form | Forms>>>('/app/forms/*-forms.ts', {
	eager: true,
})

type Defined = { readonly intent: string | null; readonly fields: readonly Field[] }

const DEFINED: readonly Defined[] = Object.values(MODULES).flatMap((module) =>
	Object.values(module).flatMap((shape): Defined[] =>
		isOne(shape)
			? [{ intent: null, fields: Object.values(shape) }]
			: Object.entries(shape).map(([intent, form]) => ({ intent, fields: Object.values(form) })),
	),
)

/** A form as a page shows it: the intents that its buttons or hidden fields send, and the names of its fields. */
type Shown = { readonly intents: readonly (string | null)[]; readonly names: readonly string[] }

function formsIn(html: string): Shown[] {
	return html
		.split('<form')
		.slice(1)
		.map((rest) => rest.slice(0, rest.indexOf('</form>')))
		.filter((form) => /^[^>]*method="post"/.test(form))
		.map((form) => {
			const intents = [...form.matchAll(/<[^>]*\bname="intent"[^>]*>/g)].flatMap(
				([tag]) => /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? [],
			)
			const names = [...form.matchAll(/\bname="([^"]+)"/g)].flatMap(([, name]) => name ?? [])
			return {
				intents: intents.length > 0 ? intents : [null],
				names: [...new Set(names)].filter((name) => !OF_THE_FRAME.has(name)),
			}
		})
}

function covers({ fields }: Defined, names: readonly string[]): boolean {
	return names.every((name) =>
		fields.some((field) => (field.isEach ? name.startsWith(`${field.name}-`) : field.name === name)),
	)
}

/** The fields of a shown form that no definition has, with its intent. */
function undefinedFields({ intents, names }: Shown): string[] {
	if (NO_COMMAND.some((known) => names.every((name) => known.includes(name)) && intents[0] === null))
		return []
	return intents
		.filter((intent) => !DEFINED.some((form) => form.intent === intent && covers(form, names)))
		.map((intent) => `${intent ?? 'one form'}: ${names.join(', ')}`)
}

/** A page of the product, rendered from what its loader gives this browser. */
async function shownTo(
	browser: TestBrowser,
	{ run, path, params }: Awaited<ReturnType<typeof cellsOf>>[number],
	page: ComponentType,
): Promise<string | null> {
	const args = browser.get(path, params)
	const answer = await answerOf(async () => run(args))
	if (answer.status !== 200 || answer.value === null) return null
	const Page = page
	const build = pageBuild(<Page />, null)
	const { page: route } = build.routes
	if (!route) throw new Error('the build has no page')
	const withLoader = {
		...build,
		routes: { ...build.routes, page: { ...route, module: { ...route.module, loader: () => answer.value } } },
	} as ServerBuild
	const response = await createRequestHandler(withLoader, 'test')(new Request(args.request.url), args.context)
	return response.text()
}

test('every field of every form that a page shows is defined in app/forms', async () => {
	const { shell, world } = await openWorld()
	const undefinedOnes = new Set<string>()
	let forms = 0
	for (const [name, actor] of Object.entries(world.actors)) {
		if (name.endsWith('next door')) continue
		const browser = await signInAs(shell, actor)
		for (const route of ROUTES) {
			const { default: page } = await routeModule(route)
			if (!page) continue
			for (const cell of await cellsOf(route, world)) {
				if (cell.method !== 'GET') continue
				const html = await shownTo(browser, cell, page as ComponentType)
				for (const shown of html === null ? [] : formsIn(html)) {
					forms += 1
					for (const each of undefinedFields(shown)) undefinedOnes.add(`${route} ${each}`)
				}
			}
		}
	}
	expect([...undefinedOnes]).toEqual([])
	expect(forms).toBeGreaterThan(100)
}, 240_000)

test('a field that no form defines is found', () => {
	const html =
		'<form method="post"><input name="key"/><input name="stray"/><button name="intent" value="cancel"/></form>'
	expect(formsIn(html).flatMap(undefinedFields)).toEqual(['cancel: stray'])
})
