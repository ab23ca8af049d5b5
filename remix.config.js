/**
 * The options of Remix. `vite.config.ts` passes them to the plugin: Remix on Vite does not look for this file itself.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
	appDirectory: 'app',
	buildDirectory: 'build',
	serverModuleFormat: 'esm',
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_singleFetch: true,
		v3_lazyRouteDiscovery: true,
		// Addresses come from `app/routes.ts`, which reads them off the folders.
		v3_routeConfig: true,
	},
}
