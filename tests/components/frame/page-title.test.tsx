import { type ServerBuild, createRequestHandler } from '@remix-run/node'
import { expect, test } from 'vitest'
import App, { ErrorBoundary, Layout } from '#app/root.tsx'
import { READER, pageBuild } from '#tests/support/render-page.tsx'

/** The tab of a matter's page whose loader answers so, in the product's own frame. */
async function tabOf(loader: () => unknown): Promise<string | undefined> {
	const build = pageBuild(<p>正文</p>, READER)
	const { root, page } = build.routes
	if (!root || !page) throw new Error('the build has no page')
	const framed = {
		...build,
		routes: {
			root: { ...root, module: { ...root.module, default: App, Layout, ErrorBoundary } },
			page: { ...page, module: { ...page.module, handle: { title: 'matter.head.overview' }, loader } },
		},
		assets: {
			...build.assets,
			routes: {
				root: { ...build.assets.routes['root'], hasErrorBoundary: true },
				page: { ...build.assets.routes['page'], hasLoader: true },
			},
		},
	} as unknown as ServerBuild
	const request = new Request('http://localhost/matters/1', { headers: { Cookie: 'lang=zh-CN' } })
	const answer = await createRequestHandler(framed, 'test')(request, {
		nonce: 'n',
		requestId: 'r',
		shell: { log: { error: (...said: unknown[]) => console.log(...said), info: () => {}, warn: () => {} } },
	} as never)
	return /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1]
}

const answers = (status: number) => () => {
	throw new Response(null, { status })
}

test('the tab names the page, and of one that is not shown what is the matter', async () => {
	expect(await tabOf(() => ({ heading: { title: '某办法' } }))).toBe('概览 · 某办法 · 议前')
	expect(await tabOf(answers(404))).toBe('没有找到 · 议前')
	expect(await tabOf(answers(403))).toBe('不能办理 · 议前')
})
