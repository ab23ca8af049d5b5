import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { en } from './app/locales/en/resources.ts'
import { zhCn } from './app/locales/zh-cn/resources.ts'
import routes from './app/routes.ts'
import { compressBuiltFiles } from './scripts/compress-built-files.ts'
import { wordsOfPages } from './scripts/words-of-pages.ts'
import remixConfig from './remix.config.js'

/** What runs on Node alone; the bundler must not look into it. */
const SERVER_ONLY = ['@prisma/client', 'better-sqlite3', 'pg', '@node-rs/argon2']

export default defineConfig({
	plugins: [remix(remixConfig), wordsOfPages(routes, { 'zh-CN': zhCn, en }), compressBuiltFiles()],
	// Officials' browsers are old: nothing newer than Chromium 86 may be left in what they are sent.
	build: { target: 'chrome86', cssTarget: 'chrome86', sourcemap: false },
	server: { host: '127.0.0.1' },
	ssr: { external: SERVER_ONLY },
	optimizeDeps: { exclude: SERVER_ONLY, include: ['i18next', 'react-i18next'] },
})
