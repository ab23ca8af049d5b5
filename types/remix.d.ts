import '@remix-run/node'
import type { WebContext } from '#app/http/web-settings.ts'

declare module '@remix-run/node' {
	interface Future {
		v3_singleFetch: true
	}
	interface AppLoadContext extends WebContext {}
}
