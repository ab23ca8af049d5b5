import { type ServerBuild, createRequestHandler } from '@remix-run/node'
import { Outlet, Scripts } from '@remix-run/react'
import { type ComponentType, type ReactNode, useContext } from 'react'
import type { Frame } from '#app/components/frame/frame-context.ts'
import { NonceContext } from '#app/components/frame/nonce-context.ts'
import handleRequest, { handleError } from '#app/entry.server.tsx'
import { useLanguage } from '#app/locales/language-provider.tsx'
import type { Language } from '#app/locales/languages.ts'

/** Somebody who looks at a page: what the root loader would give. */
export const READER: Frame = {
	csrf: 'form-token',
	theme: 'system',
	size: 'normal',
	path: '/page',
	requestId: '7k3d',
	person: {
		id: 'p1',
		name: '周某某',
		roles: ['reviewer'],
		organ: '区司法局',
		district: '青禾区人民政府',
		turns: 6,
		isCodeDue: false,
	},
}

/** How a page is asked for. */
export type Asking = {
	readonly language?: Language
	readonly frame?: Frame | null
	readonly path?: string
	readonly stylesheet?: string
}

/** Renders a piece of a page as the server does, through the entry and the router of the product; gives its HTML. */
export async function renderPage(element: ReactNode, asking: Asking = {}): Promise<string> {
	const { language = 'zh-CN', frame = READER, path = '/page', stylesheet } = asking
	const answer = createRequestHandler(pageBuild(element, frame, stylesheet), 'test')
	const request = new Request(`http://localhost${path}`, { headers: { Cookie: `lang=${language}` } })
	const response = await answer(request, {
		nonce: 'nonce-of-the-request',
		requestId: 'r',
		shell: { log: console },
	} as never)
	return response.text()
}

/** Renders a route of the product from what its loader would give; gives its HTML. */
export async function renderRoute(
	Route: ComponentType,
	loaded: object,
	frame: Frame = READER,
): Promise<string> {
	const build = pageBuild(<Route />, frame)
	const { page } = build.routes
	if (!page) throw new Error('the build has no page')
	const routes = { ...build.routes, page: { ...page, module: { ...page.module, loader: () => loaded } } }
	const request = new Request('http://localhost/page', { headers: { Cookie: 'lang=zh-CN' } })
	const answer = createRequestHandler({ ...build, routes } as ServerBuild, 'test')(request, {
		nonce: 'nonce-of-the-request',
		requestId: 'r',
		shell: { log: console },
	} as never)
	return (await answer).text()
}

/** A build of one page below a plain root, with the product's own entry. */
export function pageBuild(element: ReactNode, frame: Frame | null, stylesheet?: string): ServerBuild {
	function Root() {
		return (
			<html lang={useLanguage()} data-theme={frame?.theme} data-size={frame?.size}>
				<head>
					<meta charSet="utf-8" />
					<title>.</title>
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					{stylesheet ? <link rel="stylesheet" href={stylesheet} /> : null}
				</head>
				<body>
					<Outlet />
					<Scripts nonce={useContext(NonceContext)} />
				</body>
			</html>
		)
	}
	const files = {
		hasLoader: false,
		hasAction: false,
		hasErrorBoundary: false,
		module: '',
		imports: [],
		css: [],
	}
	const root = { id: 'root', path: '', ...files, hasLoader: true }
	const page = { id: 'page', path: '*', parentId: 'root', ...files }
	return {
		entry: { module: { default: handleRequest, handleError } },
		routes: {
			root: { id: 'root', path: '', module: { default: Root, loader: () => ({ ...frame }) } },
			page: { id: 'page', path: '*', parentId: 'root', module: { default: () => <>{element}</> } },
		},
		assets: { entry: { module: '', imports: [] }, routes: { root, page }, url: '', version: '1' },
		publicPath: '/',
		assetsBuildDirectory: '',
		isSpaMode: false,
		future: {
			v3_fetcherPersist: true,
			v3_relativeSplatPath: true,
			v3_throwAbortReason: true,
			v3_singleFetch: true,
			v3_lazyRouteDiscovery: true,
			v3_routeConfig: false,
			unstable_optimizeDeps: false,
		},
	} as unknown as ServerBuild
}
