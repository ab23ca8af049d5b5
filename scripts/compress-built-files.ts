import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Below this a compressed file takes as many packets as the file itself. */
const WORTH_BYTES = 1000

/** Writes each script, style and drawing of a folder beside itself as gzip and brotli. */
export function compressFiles(folder: string): void {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:js|css|svg)$/.test(name)) continue
		const bytes = readFileSync(join(folder, name))
		if (bytes.byteLength < WORTH_BYTES) continue
		writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
		writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
	}
}

/** Compresses what the build sends to browsers: once here, not at every request. */
export function compressBuiltFiles(): Plugin {
	return {
		name: 'yiqian-compress-built-files',
		apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
		writeBundle: { order: 'post', sequential: true, handler: ({ dir = '' }) => compressFiles(dir) },
	}
}
