import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildOfPage, pageFinder } from '#app/server/answer-pages.server.ts'

const PATHS = {
	root: ['', undefined],
	front: [undefined, 'root'],
	work: ['work', 'root'],
	matters: ['matters', 'root'],
	opening: ['matters/new', 'root'],
	matter: ['matters/:matterId', 'root'],
	draft: ['matters/:matterId/draft', 'root'],
	file: ['matters/:matterId/files/:sha256', 'root'],
	desk: ['desk', 'root'],
	deskList: [undefined, 'desk'],
	deskPaper: ['papers/:paper', 'desk'],
	help: ['help/*', 'root'],
} as const satisfies Record<string, readonly [path: string | undefined, parentId: string | undefined]>

const routes = Object.fromEntries(
	Object.entries(PATHS).map(([id, [path, parentId]]) => [
		id,
		{
			id,
			...(path === undefined ? { index: true } : { path }),
			...(parentId === undefined ? {} : { parentId }),
			module: { default: () => null },
		},
	]),
) as unknown as ServerBuild['routes']

const tree = [
	{
		id: 'root',
		path: '',
		children: Object.entries(PATHS)
			.filter(([, [, parentId]]) => parentId === 'root')
			.map(([id, [path]]) =>
				path === undefined
					? { id, index: true as const }
					: {
							id,
							path,
							children:
								id === 'desk'
									? [
											{ id: 'deskList', index: true as const },
											{ id: 'deskPaper', path: 'papers/:paper' },
										]
									: [],
						},
			),
	},
]

const part = fc.oneof(
	fc.constantFrom(
		'matters',
		'Matters',
		'new',
		'draft',
		'files',
		'work',
		'desk',
		'papers',
		'help',
		'',
		'议前',
	),
	fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('a', '1', '-', '.') }),
)

test('for any address it is the page that the router itself would take, whatever was asked before', () => {
	const find = pageFinder(routes)
	fc.assert(
		fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
			const path = `/${parts.join('/')}`
			expect(find(path)).toBe(matchRoutes(tree, path)?.at(-1)?.route.id ?? null)
		}),
		{ numRuns: 2000 },
	)
})

test('what the browser asks for as data is asked of the same page', () => {
	const find = pageFinder(routes)
	expect(find('/matters/1/draft.data')).toBe('draft')
	expect(find('/_root.data')).toBe('front')
})

test('the build of a page has its route and those around it, and nothing else', () => {
	const assets = { routes: Object.fromEntries(Object.keys(PATHS).map((id) => [id, { id }])) }
	const build = buildOfPage({ routes, assets } as unknown as ServerBuild, 'deskPaper')
	expect(Object.keys(build.routes)).toEqual(['root', 'desk', 'deskPaper'])
	expect(Object.keys(build.assets.routes)).toEqual(['root', 'desk', 'deskPaper'])
})
